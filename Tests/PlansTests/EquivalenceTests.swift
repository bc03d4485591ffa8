import Diagnostics
import Plans
import Schemas
import TestSupport
import Testing
import YAML

/// What does not change a plan's meaning does not change its canonical XML.
@Suite struct EquivalenceTests {
  /// The fixtures without aliases, which a ``YAMLNode`` does not follow.
  static let plain = Fixture.plans.filter { fixture in
    (try? YAMLNode(reading: SourceFile(name: "", bytes: fixture.bytes()))) != nil
  }

  @Test(arguments: plain) func theOrderAndTheLanguageOfKeysDoNotMatter(_ fixture: Fixture)
    throws
  {
    let bytes = try fixture.bytes()
    let plans = read(bytes)
    let plan = try #require(plans.first?.value)
    let node = try YAMLNode(reading: SourceFile(name: "", bytes: bytes))
    let expected = String(decoding: plan.canonicalXML(), as: UTF8.self)
    for seed in 1...4 as ClosedRange<UInt64> {
      var rewriter = Rewriter(schema: plan.kind.schema, random: Seeded(seed))
      let text = rewriter.rewrite(node)
      #expect(xml(text) == expected, "\(text)")
    }
  }

  @Test(arguments: Fixture.plans) func theRenditionIsReadBackAsItself(_ fixture: Fixture) throws {
    for rendition in xml(try fixture.bytes()) {
      #expect(xml(rendition) == [rendition])
      #expect(xml([0xEF, 0xBB, 0xBF] + rendition) == [rendition])
      let loose = String(decoding: rendition, as: UTF8.self)
        .replacing("></", with: ">\n<!-- -->\n</").replacing(" xmlns", with: "\n  xmlns")
      if !loose.contains("<!-- -->\n</review>") { continue }
      #expect(xml(Array(loose.utf8)).count == 1)
    }
  }

  @Test(arguments: Fixture.plans) func marksAndLineEndsOfOtherSystemsDoNotMatter(_ fixture: Fixture)
    throws
  {
    let bytes = try fixture.bytes()
    let expected = xml(bytes)
    #expect(!expected.isEmpty)
    let crlf = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    #expect(xml([0xEF, 0xBB, 0xBF] + bytes) == expected)
    #expect(xml(crlf) == expected)
    #expect(xml([0xEF, 0xBB, 0xBF] + crlf) == expected)
    #expect(xml(bytes + Array("\n\n# кінець\n".utf8)) == expected)
  }

  @Test(arguments: ["\n", "\r\n"], ["", "\u{FEFF}"])
  func placesAreTheSameWithEveryLineEnd(_ ending: String, _ mark: String) {
    let text =
      mark + shortPlan.replacing("year: 2021", with: "yaer: 2021").replacing("\n", with: ending)
    #expect(faults(text) == ["unknown-key 2:1"])
    #expect(read(text).flatMap(\.diagnostics).map(\.excerpt) == ["yaer: 2021"])
  }

  @Test(arguments: [
    ("<a/>", "unknown-kind 1:1"), ("<a>", "xml-syntax 1:4"), ("<resolution/>", "unknown-kind 1:1"),
    ("<resolution xmlns='urn:pysar:resolution:2'/>", "unknown-kind 1:1"),
    ("<resolution xmlns='urn:pysar:resolution:1'/>", "missing-key 1:1"),
    ("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", "xml-syntax 1:1"),
  ])
  func otherXMLIsNoPlan(_ text: String, _ fault: String) {
    #expect(faults(text) == [fault])
  }

  @Test func whatIsWrongWithARenditionIsToldByPlace() throws {
    let rendition = xml(shortPlan)
    let marked = MarkedText(
      rendition.replacing("<agency>", with: "↓<agenda>").replacing("</agency>", with: "</agenda>")
        .replacing("<deadline>", with: "↓<deadline><b/>")
        .replacing("<servant>", with: "↓<servant>слова").replacing("2021", with: "21")
        .replacing("<year>", with: "↓<year>"))
    let found = read(marked.text).flatMap(\.diagnostics)
    #expect(Set(found.map(\.code)).isSuperset(of: ["unknown-key", "number-out-of-range"]))
    #expect(
      Set(marked.places).isSubset(of: Set(found.map(place)).union(["17:7"])),
      "\(found.map(place)) \(marked.places)")
  }

  /// Rows of a table with the columns «День», «Питання», and two of amounts under «Кошти».
  @Test(arguments: [
    "{День: 21 жовтня, Питання: Звіт, Кошти: {2027: 5, 2028: 7}}",
    "{Питання: Звіт, День: 21 жовтня, Кошти: [5, 7]}",
    "{Кошти: [{column: 2028, text: 7}, {графа: 2027, текст: 5}], День: 21 жовтня, Питання: Звіт}",
    "{cell: [{column: День, text: 21 жовтня}, {column: Питання, text: Звіт}], amount: [5, 7]}",
    "{клітинка: {Питання: Звіт, День: 21 жовтня}, Кошти: [5, 7]}",
  ])
  func cellsAreWrittenInOrderOrWithTheirColumns(_ row: String) {
    #expect(xml(Self.table(row)) == xml(Self.table("[21 жовтня, Звіт, 5, 7]")))
  }

  @Test(arguments: [
    "{cell: [↓{column: Ніч, text: 21 жовтня}, Звіт]}", "{cell: [↓{column: День}, Звіт]}",
    "{cell: [↓{column: День, text: 1, note: 2}, Звіт]}",
    "{cell: [↓{column: День, text: {a: 1}}, Звіт]}",
    "{cell: [↓{column: День, text: 1, text: 2}, Звіт]}",
    "{cell: [↓{column: День, column: Питання, text: 1}, Звіт]}",
  ])
  func aCellWithoutItsColumnIsTold(_ row: String) {
    let marked = MarkedText(Self.table(row))
    #expect(faults(marked.text) == marked.places.map { "wrong-cells \($0)" })
  }

  private static func table(_ row: String) -> String {
    """
    kind: action-plan
    approver: {position: Голова, name: Іван ДУБ}
    title: План роботи
    year: 2027
    columns:
      - День
      - Питання
      - {title: Кошти, columns: [{title: 2027, role: amount}, {title: 2028, role: amount}]}
    rows:
      - \(row)

    """
  }
}
