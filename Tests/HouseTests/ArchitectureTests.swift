import Foundation
import TestSupport
import Testing

/// `docs/architecture.md` says how things are.
struct ArchitectureTests {
  /// A row of the table of rooms.
  private struct Room {
    let names: [String]
    /// What nobody else does.
    let alone: String
  }

  private let page: String
  private let rooms: [Room]
  private let targets: [PackageManifest.Target]
  private let sources: [SourceCode]

  init() throws {
    page = String(decoding: try Fixture("docs/architecture.md").bytes(), as: UTF8.self)
    rooms = page.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let names = Self.names(in: cells.first ?? "")
      guard line.hasPrefix("| `"), cells.count >= 2, !names.isEmpty,
        !names[0].contains("/")
      else { return nil }
      return Room(names: names, alone: cells.count > 2 ? cells[2] : "")
    }.filter { room in room.names.allSatisfy { $0.first?.isUppercase ?? false || $0 == "pysar" } }
    targets = try PackageManifest().targets
    sources = try SourceCode.sources.get()
  }

  /// What stands between back quotes.
  private static func names(in text: some StringProtocol) -> [String] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
  }

  /// The names in the sentence of the page that begins so, up to what ends them.
  private func names(behind start: String, to end: String) -> [String] {
    let rest = page.firstRange(of: start).map { page[$0.upperBound...] } ?? ""
    return Self.names(in: rest[..<(rest.firstRange(of: end)?.lowerBound ?? rest.endIndex)])
  }

  @Test func everyTargetHasItsRoomInItsPlace() {
    // The libraries of the system share a row.
    let shared = targets.map(\.name).prefix { $0 != "CStart" }
    let own = targets.map(\.name).dropFirst(shared.count)
    let rows = rooms.filter { !shared.contains($0.names[0]) }.flatMap(\.names).filter {
      own.contains($0)
    }
    #expect(rows == Array(own))
  }

  @Test func whatARoomDoesAloneNobodyElseDoes() {
    let modules = [
      "nettle": "CNettle", "libxml2": "CLibXML2", "libyaml": "CLibYAML", "SQLite": "CSQLite",
      "libqrencode": "CQREncode", "zlib": "CZlib", "HarfBuzz": "CHarfBuzz", "OpenSSL": "COpenSSL",
    ]
    var said = 0
    for room in rooms {
      for words in room.alone.split(separator: "; ") where words.hasPrefix("imports ") {
        let name = String(words.dropFirst("imports ".count))
        let module = modules[name] ?? name.filter { $0 != "`" }
        let importers = Set(sources.filter { $0.imports.contains(module) }.map(\.target))
        #expect(importers.sorted() == room.names, "\(module) is imported by \(importers)")
        said += 1
      }
    }
    #expect(said == modules.count + 2)
    #expect(rooms.filter { $0.alone == "has tasks" }.map(\.names) == [["Batches"]])
    #expect(
      rooms.filter { $0.alone.contains("reads clocks and environment") }.map(\.names)
        == [["pysar"]])
  }

  @Test func theRoomsWithoutTestsOfTheirOwnAreNamed() throws {
    let all = try PackageManifest().all.map(\.name)
    let untested = targets.filter { target in
      !target.dependencies.isEmpty && target.name != "pysar" || target.name == "Bytes"
    }.map(\.name).filter { !all.contains($0 + "Tests") }
    let named = names(behind: "has a target for each library but", to: "which are tested")
    #expect(named == untested)
  }

  @Test func whoNamesKindsIsNamed() throws {
    let kinds = try FileManager.default.contentsOfDirectory(
      atPath: Fixture.repository + "/Templates/kinds"
    ).filter { $0 != "shared" }.map { "\"\($0)\"" }
    let naming = sources.filter { source in
      source.lines.contains { line in
        !line.contains("///") && kinds.contains { line.contains($0) }
      }
    }
    let named = names(behind: "nothing in Swift names a kind but", to: "**The days of a cycle**")
    #expect(Set(naming.map(\.target)) == Set(named))
  }
}
