import Diagnostics
import Markup
import Testing
import TestSupport

@Suite struct ReporterTests {
  static let source = SourceFile(
    name: "плани/one two.yaml", bytes: Array("вид: план\nстрок: \"до\u{1B}[31m\"\n".utf8))
  static let diagnostics = [
    Diagnostic(
      code: "unknown-key", in: source, at: SourceRange(line: 2, column: 1, length: 5),
      Message(uk: "невідомий ключ «строк»", en: "unknown key 'строк'"),
      help: Message(uk: "можливо, мався на увазі «рік»", en: "perhaps 'рік' was meant")),
    Diagnostic(
      .warning, code: "escape", in: source, at: SourceRange(line: 2, column: 11),
      Message(uk: "керівний знак \u{1B}[2J\u{202E}", en: "a control \u{1B}[2J\u{202E}"),
      citation: Citation(
        Message(uk: "п. 1 Правил", en: "rules, point 1"), url: "https://rules.example/1")),
    Diagnostic(.note, code: "whole", in: source, at: nil, Message(uk: "усе гаразд", en: "fine")),
  ]
  /// The same, one that is about two plans, and one that is repeated.
  static let reported = {
    var finding = Diagnostic(
      code: "one-plan", in: source, at: SourceRange(line: 1, column: 6, length: 4),
      Message(uk: "ще один план", en: "one more plan"))
    finding.other = Diagnostic.Place(
      file: "плани/one\u{1B} three.yaml", range: SourceRange(line: 3, column: 2, length: 4))
    var repeated = diagnostics[0]
    repeated.code = "repeated"
    repeated.repetition = Repetition(
      count: 500, places: (3...7).map { SourceRange(line: $0, column: 1, length: 5) })
    return diagnostics + [finding, repeated]
  }()

  @Test(arguments: Language.allCases) func textShowsThePlaceAndNothingATerminalObeys(
    _ language: Language
  ) {
    let text = TextReporter(language: language).report(Self.reported)
    expectFile(text, matches: "Tests/Expected/Diagnostics/report.\(language).txt")
    let obeyed = text.unicodeScalars.filter {
      $0.value < 0x20 && $0 != "\n" || (0x202A...0x202E).contains($0.value)
    }
    #expect(obeyed.isEmpty)
  }

  /// What the reports say of themselves.
  static let head = {
    var head = ReportHead(version: "1.0", day: "2027-01-15")
    head.acts = [
      ReportHead.Act(
        name: "rules", title: Message(uk: "Правила", en: "Rules"),
        edition: Message(uk: "перша", en: "the first"), url: "https://rules.example/1")
    ]
    head.rules = [
      "escape": ReportHead.Rule(
        summary: Message(uk: "назва підрозділу", en: "the unit's name"),
        why: Message(uk: "так треба", en: "so it must be"), url: "https://rules.example/1")
    ]
    return head
  }()

  @Test func colourIsOnlyWhereItIsAskedFor() {
    let text = TextReporter(isColoured: true).report(Self.reported)
    expectFile(text, matches: "Tests/Expected/Diagnostics/report.coloured.txt")
  }

  @Test(arguments: Language.allCases) func jsonHoldsEverything(_ language: Language) {
    let text = JSONStream.report(Self.reported, language: language, Self.head)
    expectFile(text, matches: "Tests/Expected/Diagnostics/report.\(language).json")
  }

  @Test func sarifNamesRulesAndPlaces() {
    let text = SARIFStream.report(Self.reported, Self.head)
    expectFile(text, matches: "Tests/Expected/Diagnostics/report.sarif")
  }

  @Test(arguments: [
    ("\"\\", #""\"\\""#), ("\n\r\t", #""\n\r\t""#),
    ("\u{0}\u{1B}\u{7F}\u{85}", #""\u0000\u001b\u007f\u0085""#),
    ("\u{2028}\u{202E}\u{2066}", #""\u2028\u202e\u2066""#), ("і’😀", "\"і’😀\""),
  ])
  func jsonEscapes(_ text: String, _ expected: String) {
    #expect(JSONText.quoted(text) == expected)
  }

  /// What stands in the report above the caret.
  private func marked(_ line: String, column: Int, length: Int = 1) -> String {
    let source = SourceFile(name: "f", bytes: Array(line.utf8))
    let report = TextReporter().report([
      Diagnostic(
        code: "c", in: source, at: SourceRange(line: 1, column: column, length: length),
        Message(uk: "м", en: "m"))
    ])
    let lines = report.split(separator: "\n").map { Array($0.unicodeScalars) }
    guard lines.count == 3 else { return "" }
    let columns = lines[2].indices.filter { lines[2][$0] == "^" || lines[2][$0] == "~" }
    var result = ""
    for column in columns where column < lines[1].count {
      result.unicodeScalars.append(lines[1][column])
    }
    return result
  }

  @Test(arguments: [1, 2, 40, 79, 80, 81, 96, 97, 500, 999, 1000])
  func theCaretPointsAtItsCharacterInLinesOfAnyLength(_ column: Int) {
    // No two neighbours are alike, so a caret that is off by a few columns shows.
    let letters = Array("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя".unicodeScalars)
    let scalars = (0..<1000).map { letters[$0 % letters.count] }
    let line = String(String.UnicodeScalarView(scalars))
    #expect(marked(line, column: column) == String(scalars[column - 1]))
  }

  @Test func linesAreCutToAWindow() {
    let source = SourceFile(name: "f", bytes: [UInt8](repeating: 0x61, count: 100_000))
    for column in [1, 90, 1000, 4000, 90_000] {
      let report = TextReporter().report([
        Diagnostic(
          code: "c", in: source, at: SourceRange(line: 1, column: column, length: 50_000),
          Message(uk: "м", en: "m"))
      ])
      #expect(report.split(separator: "\n").allSatisfy { $0.count <= 110 })
    }
  }

  @Test func theCaretStandsRightAmongTabsMarksAndControls() {
    #expect(marked("\tа: б", column: 5) == "б")
    #expect(marked("\u{1B}[0mа\u{200B}б", column: 7) == "б")
    #expect(marked("абв", column: 1, length: 3) == "абв")
    #expect(marked("абв", column: 4).isEmpty)
  }

  @Test func severitiesAndPlacesAreOrdered() {
    #expect(Severity.note < .warning && Severity.warning < .error)
    let codes = Self.diagnostics.reversed().sortedByPlace().map(\.code)
    #expect(codes == ["whole", "unknown-key", "escape"])
    #expect(Self.diagnostics.hasErrors)
    #expect(!Array(Self.diagnostics.dropFirst()).hasErrors)
  }
}
