import Diagnostics
import Files
import Plans
import Schemas
import Testing
import TestSupport

/// Whatever the bytes are, reading ends soon, never traps, and gives a plan or says what is wrong
/// and where.
@Suite struct HostilePlanTests {
  /// Reads bytes and checks that what comes of them is a plan or a diagnostic with its place.
  static func survives(_ bytes: [UInt8]) -> Bool {
    let plans = read(bytes)
    return !plans.isEmpty
      && plans.allSatisfy { plan in
        (plan.value?.isWhole ?? false) != plan.diagnostics.hasErrors
          && plan.diagnostics.allSatisfy { diagnostic in
            guard let range = diagnostic.range else { return false }
            return range.start.line > 0 && range.start.column > 0 && range.start <= range.end
          } && TextReporter().report(plan.diagnostics).utf8.count < 4_000_000
      }
  }

  static let opening = [
    "[", "{", "[{", "- ", "? ", "{a: [", "a: [", "!", "&a ", "*", "---\n", "- - [", "\"", "|\n",
  ]

  @Test(
    arguments: opening, ["", "kind: performance-plan\ntasks: ", "kind: resolution\nact: {points: "])
  func a100000OpeningsAreRefused(_ opening: String, _ before: String) {
    let bytes = Array((before + String(repeating: opening, count: 100_000)).utf8)
    #expect(Self.survives(bytes))
    #expect(read(bytes).contains { $0.diagnostics.hasErrors })
  }

  static let crowds = [
    "tasks: [{title: а, deadline: Травень, indicators: [|а,|]}]",
    "tasks: [|{title: а, indicators: [а]},|]", "tasks:\n|- {title: а}\n|", "|x: а\n---\n|",
  ]

  /// A file of a few megabytes may hold millions of values: it is refused, alone, with a word.
  @Test(arguments: crowds) func moreValuesThanAreReadAreRefused(_ pattern: String) {
    let parts = pattern.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    let count = (4 << 20) / parts[1].utf8.count
    let text = parts[0] + String(repeating: parts[1], count: count) + parts[2]
    let plans = read(Array((shortPlan.split(separator: "tasks:")[0] + text).utf8))
    #expect(plans.contains { $0.diagnostics.hasErrors })
    let codes = Set(plans.flatMap(\.diagnostics).map(\.code))
    #expect(!codes.isDisjoint(with: ["too-many-values", "too-many-errors"]), "\(codes)")
  }

  @Test func aTextOfFiveMegabytesIsToldOfAsThat() {
    let text = String(repeating: "слово ", count: (5 << 20) / 11)
    let plans = read(Array((shortPlan + "unit: " + text + "\n").utf8))
    #expect(plans.flatMap(\.diagnostics).map(\.code) == ["too-much-text"])
  }

  @Test func aHugeScalarIsReadOrRefused() {
    let head = Array(shortPlan.utf8) + Array("unit: ".utf8)
    for letter in ["a ", "ї"] {
      let part = Array(String(repeating: letter, count: 1024).utf8)
      var bytes = head
      bytes.reserveCapacity(17 << 20)
      while bytes.count < 17 << 20 { bytes += part }
      #expect(Self.survives(bytes))
    }
  }

  @Test func dittoMarksDoNotMultiply() {
    let text = """
      kind: action-plan
      act:
        {issuer: Х, type: наказ, title: Про план, points: [а], signatory: {position: Х, name: Ю}}
      title: план
      year: 2027
      tasks:
        - title: т
          measures:
            - {text: м, executors: "\(String(repeating: "а", count: 200_000))"}

      """ + String(repeating: "      - {text: м, executors: \"-“-\"}\n", count: 5_000)
    #expect(faults(text).count == 1)
    #expect(faults(text).first?.hasPrefix("ditto-bomb") ?? false)
  }

  @Test func aliasesDoNotMultiply() {
    var text = "kind: resolution\nact:\n  issuer: &l0 слово\n  title: [\n"
    for level in 1...30 {
      let many = Array(repeating: "*l\(level - 1)", count: 9).joined(separator: ", ")
      text += "  &l\(level) {points: [\(many)]},\n"
    }
    text += "  ]\n  points: *l30\n"
    #expect(Self.survives(Array(text.utf8)))
    let points = text.replacing("title: [", with: "points: [")
    #expect(faults(points).last?.hasPrefix("alias-bomb") == true, "\(faults(points))")
  }

  @Test func nestingIsLimited() {
    for depth in [10, 38, 39, 120, 5000] {
      let text =
        "kind: resolution\nact: {issuer: Рада, type: наказ, title: Про, signatory: {position: Г, name: К}, points: ["
        + String(repeating: "{text: т, points: [", count: depth) + "кінець"
        + String(repeating: "]}", count: depth) + "]}\n"
      #expect(Self.survives(Array(text.utf8)))
      #expect(read(text).contains { $0.diagnostics.hasErrors } == (depth > 38), "\(depth)")
    }
  }

  @Test(arguments: [
    "nonsense: 1\n", "year: 1\n", "- а\n", "...\n---\nа\n", "---\nkind: x\n", "a: *b\n", "\t\n",
  ])
  func aFileFullOfFaultsIsToldInTime(_ line: String) {
    let bytes =
      Array("kind: performance-plan\n".utf8) + Array(String(repeating: line, count: 20_000).utf8)
    let count = read(bytes).flatMap(\.diagnostics).count
    #expect((1...1100).contains(count))
    #expect(Self.survives(bytes))
  }

  @Test(arguments: 0..<8) func mutatedFixturesAreReadOrRefused(_ part: UInt64) throws {
    let fixtures = try (Fixture.plans + Fixture.list("bad")).map { try $0.bytes() }
    let kinds = KindLibrary(folders: TemplateFolders([Fixture.templates]))
    let renditions = fixtures.prefix(8).flatMap { xml($0) }
    let pieces = [
      "\0", "\u{FEFF}", "\r", "\t", "- ", ": ", "{", "]", "&a ", "*a", "\"", "'", "|", ">", "#",
      "%", "!!", "---\n", "\u{2028}", "-“-", "<", "\\", "...",
    ]
    var random = Seeded(1000 + part)
    for _ in 0..<250 {
      var bytes = random.pick(fixtures + renditions)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        let end = min(bytes.count, place + Int.random(in: 0...20, using: &random))
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
        case 1: bytes.insert(contentsOf: Array(random.pick(pieces).utf8), at: place)
        case 2: bytes.removeSubrange(place..<end)
        case 3 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
        default:
          let piece = bytes[place..<end]
          bytes.insert(contentsOf: piece, at: Int.random(in: 0...bytes.count, using: &random))
        }
      }
      let plans = PlanReader(kinds: kinds).read(SourceFile(name: "план", bytes: bytes))
      #expect(!plans.isEmpty)
      for plan in plans {
        #expect((plan.value?.isWhole ?? false) != plan.diagnostics.hasErrors)
        #expect(plan.diagnostics.allSatisfy { $0.range != nil })
        _ = TextReporter().report(plan.diagnostics)
        guard let tree = plan.value, tree.isWhole else { continue }
        let rendition = tree.canonicalXML()
        let again = PlanReader(kinds: kinds).read(SourceFile(name: "план", bytes: rendition))
        #expect(
          again.map { $0.value?.canonicalXML() } == [rendition],
          "\(String(decoding: bytes, as: UTF8.self))\n\(TextReporter().report(again.flatMap(\.diagnostics)))"
        )
      }
    }
  }

  @Test(arguments: 0..<4) func randomStructuresAreReadOrRefused(_ part: UInt64) {
    let kinds = KindLibrary(folders: TemplateFolders([Fixture.templates]))
    var generator = StructureGenerator(random: Seeded(2000 + part))
    for _ in 0..<250 {
      let text = generator.plan(of: kinds.names)
      let plans = PlanReader(kinds: kinds).read(SourceFile(name: "план", bytes: Array(text.utf8)))
      #expect(!plans.isEmpty)
      #expect(
        plans.allSatisfy { plan in
          plan.diagnostics.allSatisfy { $0.range != nil }
            && (plan.value?.isWhole ?? false) != plan.diagnostics.hasErrors
        })
    }
  }
}

/// YAML of the words of plans, put together at random.
private struct StructureGenerator {
  var random: Seeded
  private let keys = [
    "act", "акт", "points", "пункти", "text", "текст", "deadline", "строк", "tasks", "завдання",
    "title", "назва",
    "year", "рік", "servant", "службовець", "review", "kind", "indicators", "measures", "sections",
    "blocks",
    "executors", "executor", "responsible", "approvals", "date", "changed", "name", "<<", "?", "",
    "~", "[а]",
  ]
  private let scalars = [
    "2021", "так", "none", "-“-", "'\"'", "I", "В", "2020-02-30", "20.12.2020", "слово", "\"\"",
    "~", "*a", "&a слово",
    "!!str 5", "|\n", "\"\\x07\"", "''",
  ]

  mutating func plan(of kinds: [String]) -> String {
    let kind = random.pick(kinds)
    let members = (0..<Int.random(in: 1...6, using: &random)).map { _ in member(depth: 0) }
    return "{" + (["kind: \(kind)"] + members).shuffled(using: &random).joined(separator: ", ")
      + "}"
  }

  private mutating func member(depth: Int) -> String {
    random.pick(keys) + ": " + value(depth: depth + 1)
  }

  private mutating func value(depth: Int) -> String {
    switch Int.random(in: 0..<(depth > 5 ? 2 : 6), using: &random) {
    case 0, 1: return random.pick(scalars)
    case 2, 3:
      let count = Int.random(in: 0...4, using: &random)
      return "[" + (0..<count).map { _ in value(depth: depth + 1) }.joined(separator: ", ") + "]"
    default:
      let count = Int.random(in: 0...4, using: &random)
      return "{" + (0..<count).map { _ in member(depth: depth + 1) }.joined(separator: ", ") + "}"
    }
  }
}
