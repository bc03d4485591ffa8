import Calendars
import Diagnostics
import Files
import Foundation
import TestSupport
import Testing

@testable import PersonnelFiles

/// Personnel files as they are exported and verified; what the commands say is in
/// `Fixtures/commands/archive.txt`.
struct ArchiveTests {
  private let folder: URL
  private var path: String { folder.path + "/personnel" }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "pysar-archive-\(UUID())")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "plans"), withIntermediateDirectories: true)
    let plan = String(
      decoding: try Fixture("Templates/kinds/performance-plan/example.yaml").bytes(),
      as: UTF8.self)
    for (id, name) in [("1", "Калина Олена Петрівна"), ("а-Б/2", "Ясен Богдан Ігорович")] {
      let text = plan.replacing(
        "  піб: Калина Олена Петрівна", with: "  ідентифікатор: \"\(id)\"\n  піб: \(name)")
      try Data(text.utf8).write(to: folder.appending(path: "plans/\(id.count).yaml"))
    }
  }

  private func export(jobs: Int = 1, day: Int = 28, volume: Int = 1000) async throws
    -> ArchiveRun.Result
  {
    var options = ArchiveOptions(
      paths: [folder.path + "/plans"], output: path,
      day: try #require(LocalDate(year: 2026, month: 12, day: day)),
      templates: TemplateFolders([Fixture.templates]), version: "0")
    options.jobs = jobs
    options.volumeSize = volume
    return try await ArchiveRun.export(options)
  }

  /// Does something in the folder of the files.
  private func run(_ script: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-ec", script]
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    process.currentDirectoryURL = URL(filePath: path)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  private func listing() throws -> ArchiveListing {
    try ArchiveListing(path, templates: TemplateFolders([Fixture.templates]))
  }

  /// The errors and warnings of all files.
  private func faults() async throws -> [Diagnostic] {
    try await ArchiveVerification.verify(
      ArchiveVerification.Options(
        path: path, templates: TemplateFolders([Fixture.templates]), requiresSignatures: false,
        jobs: 1, version: "0")
    ).diagnostics.filter { $0.severity > .note }
  }

  /// The files with their bytes.
  private func files() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
      let attributes = try FileManager.default.attributesOfItem(atPath: path + "/" + name)
      guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
      files[name] = try Data(contentsOf: URL(filePath: path + "/" + name))
    }
    return files
  }

  @Test func theSamePlansMakeTheSameBytes() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try await export().diagnostics.isEmpty)
    let first = try files()
    #expect(first.keys.contains("1/001/bagit.txt"))
    let names = Set(first.keys.map { $0.split(separator: "/")[0] })
    #expect(names.count == 3 && names.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
    try FileManager.default.removeItem(atPath: path)
    #expect(try await export(jobs: 3).diagnostics.isEmpty)
    #expect(try files() == first)
    // What is there already is not written again, on whatever day.
    #expect(try await export(day: 31).diagnostics.isEmpty)
    #expect(try files() == first)
  }

  /// Where there are more files than one inventory lists, there are several, which hold together.
  @Test func manyFilesHaveSeveralInventories() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try await export(volume: 1).diagnostics.isEmpty)
    let first = try files()
    let second = try #require(first["inventory/001/data/0000.2.yaml"])
    #expect(String(decoding: second, as: UTF8.self).contains("перша-справа: 2"))
    #expect(try await faults().isEmpty)
    #expect(try await export(day: 31, volume: 1).diagnostics.isEmpty)
    #expect(try files() == first)
    try FileManager.default.removeItem(atPath: path + "/inventory/001/data/0000.2.yaml")
    #expect(try await !faults().isEmpty)
  }

  /// What a killed run has left aside is gone with the next one, which completes what is missing.
  @Test func theNextRunCompletesWhatIsMissing() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try await export()
    let all = try files()
    let manager = FileManager.default
    try manager.createDirectory(
      atPath: path + "/.pysar-archive/1/002/data", withIntermediateDirectories: true)
    try Data("half".utf8).write(to: URL(filePath: path + "/.pysar-archive/1/002/data/x"))
    try manager.removeItem(atPath: path + "/inventory")
    try manager.removeItem(atPath: path + "/1/001")
    #expect(try await export().diagnostics.isEmpty)
    #expect(try files() == all)
    #expect(try await faults().isEmpty)
  }

  /// A folder whose name is a number that no part has, or one far behind the others, costs nothing.
  @Test(arguments: [("99999999999999", "archive-foreign", 1), ("99999", "archive-chain", 0)])
  func strayNumbersAreTold(_ name: String, _ code: String, _ listed: Int) async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try await export()
    try FileManager.default.createDirectory(
      atPath: path + "/1/" + name, withIntermediateDirectories: true)
    var query = ArchiveListing.Query()
    query.servant = "1"
    var listing = try listing()
    #expect(try listing.documents(query).count == listed)
    let told = try await faults().first { $0.code == code }?.message.uk ?? ""
    #expect(told.utf8.count < 200 && told.contains(listed > 0 ? "не належить" : "006 і ще 99992"))
  }

  /// What is gone, altered or no file is told of and left; all else is copied.
  @Test func extractionGoesOnBehindWhatIsMissing() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try await export()
    let stem = path + "/1/001/data/0001-2026.12.21"
    for ending in [".html", ".xml", ".txt"] {
      try FileManager.default.removeItem(atPath: stem + ending)
    }
    try Data("інше".utf8).write(to: URL(filePath: stem + ".xml"))
    try FileManager.default.createDirectory(
      atPath: stem + ".txt", withIntermediateDirectories: true)
    var listing = try listing()
    let documents = try listing.documents(ArchiveListing.Query())
    #expect(try listing.extract(documents, to: folder.path + "/copy") == 7)
    #expect(
      listing.diagnostics.map(\.code).sorted() == ["bag-fixity", "bag-missing", "unreadable-file"])
    #expect(try listing.submit(documents, to: folder.path + "/sip", version: "0") == 1)
  }

  /// A file that was listed stays listed, whatever becomes of it, and whoever's plans are exported.
  @Test func whatIsLostStaysListed() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let losses = [
      "rm -r N", "rm -r N/001", "rm -r N; touch N", "rm N/001/data/0000.yaml",
      "rm N/001/tagmanifest-sha256.txt", "echo >> N/001/tagmanifest-sha256.txt", "mv N/001 N/002",
    ]
    try run("cd ../plans; for n in 11 12 13 14 15 16 17; do sed s/а-Б.2/$n/ 5.yaml > $n.yaml; done")
    _ = try await export()
    for (index, loss) in losses.enumerated() {
      try run(loss.replacing("N", with: "1\(index + 1)"))
    }
    // The plans of some are exported again; those of others are not.
    try run("cd ../plans; rm 1[1357].yaml; sed s/а-Б.2/3/ 5.yaml > 3.yaml")
    let told = try await export().diagnostics
    let lost = losses.indices.map { "\(path)/1\($0 + 1)" }
    #expect(told.map(\.file).sorted() == lost)
    #expect(told.allSatisfy { $0.code == "archive-chain" })
    let files = try files()
    let inventory = String(
      decoding: try #require(files["inventory/002/data/0000.yaml"]), as: UTF8.self)
    #expect(inventory.matches(of: /тека: \d+\n/).count == losses.count + 2)
    var listing = try listing()
    // What is there but altered is read, and verified by another command.
    let folders = Set(try listing.documents(ArchiveListing.Query()).map(\.folder))
    #expect(folders.count == 4 && folders.isSuperset(of: ["1", "16", "3"]))
    #expect(listing.diagnostics.map(\.file).sorted() == lost.filter { $0 != path + "/16" })
    let faults = try await faults().filter { $0.code == "archive-chain" }
    #expect(Set(faults.map(\.file)).isSuperset(of: lost))
  }

  /// Where the inventory of all files cannot be read, nothing is exported, lest files be forgotten.
  @Test func nothingIsAddedToAnInventoryThatCannotBeRead() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try await export()
    try run("cp -r inventory ..; sed s/а-Б.2/3/ ../plans/5.yaml > ../plans/3.yaml")
    for loss in [
      "rm inventory/001/data/0000.yaml", "rm -r inventory; touch inventory",
      "sed -i 's/пакетів: 1/пакетів: один/' inventory/001/data/0000.yaml",
      "sed -i 's/^вид: .*//' inventory/001/data/0000.yaml", "rm -r inventory/001/data",
    ] {
      try run(loss)
      let files = try files()
      #expect(try await export().diagnostics.map(\.code) == ["archive-inventory"], "\(loss)")
      #expect(try self.files() == files)
      #expect(try await faults().contains { $0.code == "archive-inventory" }, "\(loss)")
      try run("rm -r inventory; cp -r ../inventory .")
    }
  }

  /// An inventory that leaves out a file of the one before is told of.
  @Test func whatAnInventoryLeavesOutIsTold() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try await export()
    try run(
      "cp -r inventory/001 inventory/002; sed -i 's/^пакет: 1/пакет: 2/; s/тека: 1$/тека: 9/' inventory/002/data/0000.yaml"
    )
    let told = try await faults().map(\.message.uk)
    #expect(told.contains { $0.hasPrefix("справи 1, яка є в попередньому описі, тут немає") })
  }

  /// Damage to any file of a personnel file is told; more of it is done to bags in `BagsTests`.
  @Test func damageToAnyFileIsTold() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try await export()
    #expect(try await faults().isEmpty)
    for (name, bytes) in try files() where name.hasPrefix("1/") && !name.contains("/definitions/") {
      let url = URL(filePath: path + "/" + name)
      var flipped = bytes
      flipped[bytes.count / 2] ^= 1
      try flipped.write(to: url)
      #expect(try await !faults().isEmpty, "\(name) flipped")
      try FileManager.default.removeItem(at: url)
      #expect(try await !faults().isEmpty, "\(name) removed")
      try bytes.write(to: url)
    }
    #expect(try await faults().isEmpty)
  }
}
