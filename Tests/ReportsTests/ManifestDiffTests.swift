import Diagnostics
import Files
import Foundation
import Testing
import TestSupport

@testable import Reports

struct ManifestDiffTests {
  /// Writes two manifests and compares them.
  private static func changes(_ old: [UInt8], _ new: [UInt8]) throws -> [ManifestChange] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "pysar-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let paths = ["old", "new"].map { folder.path + "/\($0).jsonl" }
    try Data(old).write(to: URL(filePath: paths[0]))
    try Data(new).write(to: URL(filePath: paths[1]))
    var diff = try ManifestDiff(old: paths[0], new: paths[1])
    var changes: [ManifestChange] = []
    while let change = try diff.next() { changes.append(change) }
    return changes
  }

  private static func line(
    _ source: String, _ number: Int? = nil, _ state: PlanOutcome.State = .built
  ) -> ManifestLine {
    ManifestLine(source: source, number: number, state: state)
  }

  /// A manifest of some plans, each with a state drawn by lot.
  private static func random(_ random: inout Seeded) -> [ManifestLine] {
    (1...300).compactMap { index in
      guard Int.random(in: 0..<4, using: &random) > 0 else { return nil }
      var line = line("\(1000 + index / 3).yaml", index % 3 + 1)
      line.title = String(repeating: "ї", count: Int.random(in: 0..<3000, using: &random))
      if Int.random(in: 0..<8, using: &random) == 0 { line.state = .faulty }
      line.title = Int.random(in: 0..<8, using: &random) == 0 ? line.title : ""
      return line
    }
  }

  @Test(arguments: 1...20) func mergingFindsWhatLookingUpFinds(_ seed: UInt64) throws {
    var random = Seeded(seed)
    let old = Self.random(&random)
    let new = Self.random(&random)
    let changes = try Self.changes(old.flatMap(\.bytes), new.flatMap(\.bytes))
    func lookedUp(_ lines: [ManifestLine], _ other: ManifestLine) -> ManifestLine? {
      lines.first { $0.source == other.source && $0.number == other.number }
    }
    let gone = old.filter { lookedUp(new, $0) == nil }
    let added = new.filter { lookedUp(old, $0) == nil }
    let changed = new.filter { line in lookedUp(old, line).map { $0 != line } ?? false }
    #expect(changes.filter { $0.aspects == [.gone] }.map(\.old) == gone)
    #expect(changes.filter { $0.aspects == [.added] }.map(\.new) == added)
    #expect(changes.filter { $0.old != nil && $0.new != nil }.map(\.new) == changed)
    #expect(changes.count == gone.count + added.count + changed.count)
    let order = changes.compactMap { ($0.new ?? $0.old).map(ManifestReader.Key.init) }
    #expect(order == order.sorted())
    #expect(try Self.changes(new.flatMap(\.bytes), new.flatMap(\.bytes)).isEmpty)
  }

  @Test func aFileThatBecameTwoPlansKeepsItsFirst() throws {
    let changes = try Self.changes(
      Self.line("a.yaml").bytes, Self.line("a.yaml", 1).bytes + Self.line("a.yaml", 2).bytes)
    #expect(changes.map(\.aspects) == [[.added]])
    #expect(changes.first?.new?.number == 2)
  }

  @Test func namesAreOrderedByBytesAndNotByLetters() throws {
    // й as one character, and as и with a breve: one letter, two files.
    let names = ["и\u{306}.yaml", "й.yaml", "\u{FFFD}.yaml", "😀.yaml"]
    let all = names.flatMap { Self.line($0).bytes }
    for name in names {
      let rest = names.filter { $0.utf8.elementsEqual(name.utf8) == false }
      let changes = try Self.changes(rest.flatMap { Self.line($0).bytes }, all)
      #expect(changes.map(\.aspects) == [[.added]])
      #expect(changes.first?.new?.source.utf8.elementsEqual(name.utf8) == true)
    }
  }

  @Test func onlySpellingIsNoChange() throws {
    let spelled = #"{ "state": "built", "later": 1, "source": "\u0061.yaml" }"#
    #expect(try Self.changes(Self.line("a.yaml").bytes, Array(spelled.utf8)).isEmpty)
  }

  @Test(arguments: [
    ("", "x:1"), ("\n", "x:1"), ("{\n", "x:1"), (line("b.yaml").bytes.text + "{}\n", "x:2"),
    (line("b.yaml").bytes.text + line("a.yaml").bytes.text, "x:2"),
    (line("b.yaml").bytes.text + line("b.yaml").bytes.text, "x:2"),
    (line("b.yaml", 2).bytes.text + line("b.yaml", 1).bytes.text, "x:2"),
  ])
  func whatIsNoManifestIsSaidByLine(_ text: String, _ place: String) {
    let bytes =
      text.isEmpty ? [UInt8](repeating: 0x61, count: LineReader.limit + 2) : Array(text.utf8)
    #expect {
      try Self.changes(bytes, Self.line("0.yaml").bytes)
    } throws: { error in
      let number = place.split(separator: ":").last ?? ""
      guard let message = (error as? ProgramFault)?.message.en else { return false }
      return message.contains("old.jsonl:\(number): ")
        || message.contains("line \(number) is too long")
    }
  }
}

extension [UInt8] {
  fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}
