import Contents
import Diagnostics
import Files
import Plans
import Renditions
import Schemas
import Summaries
import TestSupport
import Testing
import XML

/// Whatever text is written into a plan is read back the same.
struct PlanWriterTests {
  static let words = [
    "null", "Null", "NULL", "nUll", "~", "yes", "no", "true", "False", "on", "y", "0", "012",
    "0x1F",
    "1e3", "1_000", ".inf", ".nan", "12:30:45", "2027-01-01", "<<", "=", "-", "--", "---", "...",
    "- a",
    "? a", "a: b", "a:", "a #b", "#", "%YAML 1.2", "!!map", "!", "&a", "*a", "|", ">-", "[]", "{}",
    "[a", "a]", "'", "\"", "'a'", "\\", "@a", "`a", ",", "a, b", "те саме", "№ 45", "ґанок", "é",
    "e\u{301}",
    "𝒜", "👍🏽", "\u{A0}a", "a\u{AD}b", "a\nb", "a\n\n  b", "a\tb", "a  b", "½", "٣", "Ⅳ",
  ]

  /// Texts of the characters that mean something in YAML, from one seed.
  private static let random: [String] = {
    let signs = Array("аїґ09nulNLze \n'\"#:-?,[]{}&*!|>%@`\\~=._<№«—½é")
    var state: UInt64 = 0x5EA1
    return (0..<400).map { _ in
      var text = ""
      for _ in 0...Int(state >> 33 % 8) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(signs[Int(state >> 33) % signs.count])
      }
      // White space at the ends of a text counts for nothing.
      return
        "\(text.first?.isWhitespace == true ? "я" : "")\(text)\(text.last?.isWhitespace == true ? "я" : "")"
    }
  }()

  @Test(arguments: [Language.uk, .en]) func aTextIsReadAsItWasWritten(_ language: Language) throws {
    let renderer = PlanRenderer(folders: TemplateFolders([Fixture.templates]))
    let schema = try #require(renderer.kinds.kind(named: "personnel-inventory")?.value).schema
    let writer = PlanWriter(schema, language: language)
    let texts = Self.words + Self.random
    let plans = texts.map { writer.write(.members([("agency", .text($0))])) }
    let source = SourceFile(
      name: "plan.yaml", bytes: Array(plans.joined(separator: "---\n").utf8))
    let read = renderer.read(source).map { plan in
      plan.value?.root.elements(at: ["agency"]).map(\.stringValue).joined() ?? ""
    }
    #expect(read.count == texts.count)
    for (read, text) in zip(read, texts) { #expect(read == text, "\(writer.write(.text(text)))") }
  }
}
