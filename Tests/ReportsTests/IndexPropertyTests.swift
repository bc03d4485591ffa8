import Bytes
import Diagnostics
import Markup
import Testing
import TestSupport

@testable import Reports

@Suite struct IndexPropertyTests {
  /// What a careless writer of HTML, scripts or addresses would let through.
  static let snares = [
    "<", ">", "&", "\"", "'", "`", "$", "{", "}", "\\", "%", "#", "?", "@", "!", "/", ":", " ",
    "\t",
    "\n", "\r", "\u{0}", "\u{7F}", "\u{85}", "\u{2028}", "\u{202E}", "\u{2066}", "\u{FEFF}", "’",
    "№",
    "—", "ї", "Ґ", "e\u{301}", "𝟙", "</script>", "<!--", "${x}", "%41", "&amp;", "]]>",
  ]

  static func text(_ random: inout Seeded, _ length: Int) -> String {
    (0..<Int.random(in: 0...length, using: &random)).map { _ in random.pick(snares) }.joined()
  }

  /// Reads HTML's four references back; what is no reference is not taken for one.
  static func unescaped(_ markup: [UInt8]) -> [UInt8] {
    let names = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
    var rest = markup[...]
    var result: [UInt8] = []
    while let byte = rest.first {
      let found = names.first { rest.starts(with: $0.0.utf8) }
      result += found.map { Array($0.1.utf8) } ?? [byte]
      rest = rest.dropFirst(found?.0.utf8.count ?? 1)
    }
    return result
  }

  /// Reads percent-encoded bytes back.
  static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let digits = String(decoding: bytes[index...].dropFirst().prefix(2), as: UTF8.self)
      if bytes[index] == UInt8(ascii: "%"), let byte = UInt8(digits, radix: 16) {
        result.append(byte)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  @Test(arguments: 0..<8)
  func whatIsWrittenMeansItself(_ seed: UInt64) {
    var random = Seeded(seed)
    for _ in 0..<200 {
      let text = Self.text(&random, 12)
      var markup = MarkupBuffer()
      markup.text(text)
      #expect(!markup.bytes.contains { [0x3C, 0x3E, 0x22].contains($0) || $0 < 0x20 })
      #expect(Self.unescaped(markup.bytes) == Array(text.visible.utf8))

      var address = MarkupBuffer()
      address.address(text)
      #expect(
        address.bytes.allSatisfy { byte in
          (0x2D...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x61...0x7A).contains(byte) || [0x25, 0x5F, 0x7E].contains(byte)
        })
      #expect(Self.decoded(address.bytes) == Array(text.utf8))

      var script = ScriptText()
      script.path(text)
      #expect(
        !script.bytes.contains { $0 < 0x20 || [0x60, 0x5C, 0x24, 0x23, 0x40, 0x21].contains($0) })
      #expect(Self.decoded(script.bytes) == Array(text.utf8))

      script.removeAll()
      script.text(text)
      var isEscaped = false
      var shown: [UInt8] = []
      for byte in script.bytes {
        if !isEscaped, byte == 0x5C {
          isEscaped = true
          continue
        }
        #expect(isEscaped == [0x60, 0x5C, 0x24].contains(byte))
        #expect(byte >= 0x20)
        shown.append(byte)
        isEscaped = false
      }
      #expect(shown == Array(text.visible.utf8))
    }
  }

  @Test(arguments: [
    ("аб" + String(repeating: "я", count: 600), "аб" + String(repeating: "я", count: 298) + "…"),
    (String(repeating: "a", count: 600), String(repeating: "a", count: 600)),
  ])
  func longTextsAreCutBetweenLetters(_ text: String, _ shown: String) {
    var markup = MarkupBuffer()
    markup.text(text)
    #expect(String(decoding: markup.bytes, as: UTF8.self) == shown)
  }

  /// Some plans in the order of their paths, with long names, many findings and many files among them.
  static func outcomes(_ count: Int, seed: UInt64) -> [PlanOutcome] {
    var random = Seeded(seed)
    return (0..<count).map { index in
      let isLong = index % 97 == 5
      let name = String(repeating: isLong ? "<ї" : "x", count: isLong ? 100 : 3)
      let state = random.pick(PlanOutcome.State.allCases)
      let findings = state == .faulty ? (index % 50 == 0 ? 400 : 2) : 0
      return .sample(
        "\(2000 + index / 500)/\(name)\(100_000 + index).yaml", title: text(&random, 4),
        unit: "Відділ \(index % 700)", state: state,
        stale: state == .gone ? ["gone-\(index).html"] : [],
        findings: (0..<findings).map { .sample(code: "rule-\($0 % 3)", line: $0 + 1) })
    }
  }

  @Test func noPageIsOverItsSizeAndNothingIsLost() throws {
    let outcomes = Self.outcomes(4_000, seed: 1)
    var limits = IndexLimits()
    limits.pageBytes = 60_000
    limits.pageRows = 150
    limits.searchBytes = 50_000
    limits.findingBytes = 20_000
    limits.frontUnits = 20
    let reports = try IndexWriter.write(outcomes, limits: limits)
    #expect(Set(reports.paths).count == reports.paths.count)
    var rows: [String: Int] = [:]
    for path in reports.paths {
      let bytes = try reports.bytes(path)
      let sort = String(path.split(separator: "-")[0])
      #expect(bytes.count < (path == "index.html" ? 250_000 : 64_000), "\(path)")
      let text = String(decoding: bytes, as: UTF8.self)
      rows[sort, default: 0] += text.split(separator: "\n").count {
        $0.hasPrefix("<tr id=r")
          || (sort == "index/search" && $0.contains("\t") && !$0.hasPrefix("!"))
      }
    }
    #expect(rows["index/plans"] == 4_000)
    #expect(rows["index/search"] == 4_000)
    #expect(rows["index/units"] == 700)
    #expect(rows["index/faults"] == outcomes.count { [.faulty, .failed].contains($0.state) })
    #expect(rows["index/stale"] == outcomes.count { $0.state == .gone })
  }

  @Test func noPageIsOverTwoMegabytesWhateverPlansSay() throws {
    let long = String(repeating: "\"", count: 700)
    let outcomes = (0..<300).map { index in
      var finding = Diagnostic.sample(code: "rule-\(index)")
      finding.message = Message(uk: long, en: long)
      let name = String(repeating: "&", count: 240) + String(10_000 + index)
      return PlanOutcome.sample(
        "\(long)/\(name).yaml", title: long, unit: long + String(index),
        state: .faulty, stale: ["\(long)/\(name).html"],
        findings: Array(repeating: finding, count: index == 7 ? 300 : 1))
    }
    let reports = try IndexWriter.write(outcomes)
    for path in reports.paths { #expect(try reports.bytes(path).count <= 2_000_000, "\(path)") }
  }

  @Test func theSameOutcomesGiveTheSameBytes() throws {
    let first = try IndexWriter.write(Self.outcomes(300, seed: 2))
    let second = try IndexWriter.write(Self.outcomes(300, seed: 2))
    #expect(first.paths == second.paths)
    for path in first.paths { #expect(try first.bytes(path) == second.bytes(path)) }
  }

  @Test func anEmptyBatchHasAnIndex() throws {
    let reports = try IndexWriter.write([])
    #expect(reports.paths == ["index.html", "index/index.css", "index/index.js"])
    #expect(try reports.text("index.html").contains("Планів немає."))
  }

  @Test func numbersStandInTheOrderOfTheirSize() {
    let digits = (1...30).map { "1" + String(repeating: "0", count: $0) }
    let numbers = ["0", "7", "9"] + digits.flatMap { [$0, "2" + $0.dropFirst()] }
    #expect(UkrainianOrder.sorted(numbers.reversed()) == numbers)
    #expect(
      UkrainianOrder.sorted(["ф. 100000000000", "ф. 20000000000", "ф. 0003", "ф. 20"])
        == ["ф. 0003", "ф. 20", "ф. 20000000000", "ф. 100000000000"])
  }

  @Test func namesStandInTheOrderOfTheAlphabet() {
    let names = [
      "2 відділ", "10 відділ", "абетка", "Ґанок", "Гай", "Єдність", "Енергія", "Жнива", "Ївга",
      "Іскра", "Йод", "Щука", "Юність", "ящір", "Zeta",
    ]
    #expect(
      UkrainianOrder.sorted(names) == [
        "2 відділ", "10 відділ", "Zeta", "абетка", "Гай", "Ґанок", "Енергія", "Єдність", "Жнива",
        "Іскра", "Ївга", "Йод", "Щука", "Юність", "ящір",
      ])
  }
}
