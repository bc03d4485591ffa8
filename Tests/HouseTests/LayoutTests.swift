import TestSupport
import Testing

/// The list of targets is the architecture: what `docs/architecture.md` says of it is so.
struct LayoutTests {
  private let manifest: PackageManifest
  private let targets: [PackageManifest.Target]
  private let sources: [SourceCode]

  init() throws {
    manifest = try PackageManifest()
    targets = manifest.targets
    sources = try SourceCode.sources.get()
  }

  @Test func everyFolderIsATarget() {
    let names = Set(targets.map(\.name)).filter { $0 != "CLibXML2" }
    #expect(targets.count > 15 && targets.last?.name == "pysar")
    #expect(Set(sources.map(\.target)).isSubset(of: names))
  }

  @Test func importsGoOneWay() {
    var above: Set<String> = ["ArgumentParser"]
    for target in targets {
      let later = target.dependencies.filter { !above.contains($0) }
      #expect(later.isEmpty, "\(target.name) depends on what stands below it: \(later)")
      above.insert(target.name)
    }
  }

  @Test func importsAreThoseThatThePackageNames() {
    let known = Set(targets.map(\.name)).union(["ArgumentParser"])
    for target in targets {
      let files = sources.filter { $0.target == target.name }
      for file in files {
        let unnamed = file.imports.filter {
          known.contains($0) && !target.dependencies.contains($0)
        }
        #expect(
          unnamed.isEmpty, "\(file.path) imports \(unnamed), which Package.swift does not say")
      }
    }
  }

  @Test func whatThePackageNamesIsImported() throws {
    #expect(manifest.all.count > targets.count + 15)
    for target in manifest.all where !target.dependencies.isEmpty {
      let imports = try SourceCode.all(below: target.folder).reduce(into: Set<String>()) {
        $0.formUnion($1.imports)
      }
      // A command is not imported, it is there to be run.
      let idle = target.dependencies.filter { !imports.contains($0) && $0 != "pysar" }
      #expect(idle.isEmpty, "\(target.name) imports none of \(idle), which Package.swift names")
    }
  }

  @Test(arguments: [
    ("CLibXML2", ["XML"]), ("CLibYAML", ["YAML"]), ("CNettle", ["Digests"]),
    ("CSQLite", ["SQLite"]), ("CHarfBuzz", ["Fonts"]), ("CZlib", ["Compression"]),
    ("COpenSSL", ["Signatures"]), ("CQREncode", ["QRCodes"]), ("QRCodes", ["Batches", "Forms"]),
    ("SQLite", ["RunState"]),
    ("ArgumentParser", ["pysar"]), ("Foundation", []),
  ])
  func isImportedByItsRoomAlone(_ module: String, _ rooms: [String]) {
    let importers = Set(sources.filter { $0.imports.contains(module) }.map(\.target))
    #expect(importers.sorted() == rooms)
  }

  @Test(arguments: [
    ("tasks", ["TaskGroup(", "async let ", "Task {", "Task.detached"], ["Batches"]),
    ("the environment", ["getenv(", "ProcessInfo"], ["pysar"]),
    (
      "the clock", ["Clock.now", "Clock().", "clock_gettime(", "localtime", " time(nil)"], ["pysar"]
    ),
    ("unchecked sharing", ["@unchecked", "nonisolated(unsafe)"], []),
  ])
  func isUsedByItsRoomAlone(_ what: String, _ words: [String], _ rooms: [String]) {
    for file in sources where !rooms.contains(file.target) {
      let found = file.lines.filter { line in
        !line.contains("///") && words.contains { line.contains($0) }
      }
      #expect(found.isEmpty, "\(file.path) uses \(what): \(found)")
    }
  }

  @Test func locksAreFewAndHaveAReason() throws {
    let found = sources.filter { source in source.lines.contains { $0.contains("Mutex") } }
    try Exceptions("has a lock").hold(found.map { "\($0.target)/\($0.name)" })
  }

  @Test func theSystemIsCalledFromFewRooms() throws {
    let rooms = ["Files", "pysar"]
    let others = sources.filter { $0.imports.contains("Glibc") && !rooms.contains($0.target) }
    try Exceptions("imports Glibc").hold(others.map { "Sources/" + $0.target })
  }

  @Test func noTargetIsTooLarge() throws {
    let sizes = Dictionary(grouping: sources, by: \.target).mapValues { files in
      files.reduce(0) { $0 + $1.lines.count }
    }
    try Exceptions("has more than 3,600 lines").hold(
      sizes.filter { $0.value > 3600 }.map { "Sources/" + $0.key })
  }

  @Test func noFileIsTooLong() throws {
    let files = try sources + SourceCode.all(below: "Tests")
    try Exceptions("has more than 300 lines").hold(
      files.filter { $0.lines.count > 300 }.map(\.path))
  }

  @Test func noFunctionHasMoreThanThreeUnlabelledParameters() throws {
    let found = sources.flatMap { source in
      Signatures(source).all.filter { $0.unlabelled > 3 }.map {
        "\(source.target)/\(source.name) \($0.name)"
      }
    }
    try Exceptions("has more than three unlabelled parameters").hold(found)
  }
}
