import Functions
import TestSupport
import Testing
import XML
import XPathLanguage

/// Lists as lines of texts.
struct LineFunctionTests {
  @Test(
    arguments: [
      ("", "", ""), ("а", "", "а"), ("", "а", ""), ("а\nб", "б\nа", ""), ("а\nб", "а\nв", "б"),
      ("а\nа", "а", "а"), ("а  б\u{a0}в", "а б в", ""), ("\n\nа\n", "а", ""),
    ])
  func absentLine(_ lines: String, _ others: String, _ absent: String) throws {
    #expect(try Self.text("absent-line(@l, @o)", in: "<r l='\(lines)' o='\(others)'/>") == absent)
  }

  @Test(
    arguments: [
      ("<r/>", ""), ("<r><t>а  б</t></r>", "а б"), ("<r><t>а</t><t>б\nв</t></r>", "а\nб в"),
      ("<r><t><n>а</n><c><x>1</x><y>11</y></c></t><t><n>б</n></t></r>", "а|1|11\nб"),
      ("<r><t/></r>", ""),
    ])
  func linesOfNodes(_ xml: String, _ lines: String) throws {
    #expect(try Self.text("lines(t)", in: xml) == lines)
  }

  @Test(
    arguments: [
      ("<r/>", ""), ("<r><m><t>а</t></m></r>", ""),
      (
        "<r><m><t>а</t><w><e><n>X</n></e><e><n>Y</n></e></w></m><m><t>б</t><w>Z</w></m></r>",
        "X|а\nZ|б"
      ),
      ("<r><w>X</w><m><t>а</t><w>Y</w></m><m><t>б</t></m></r>", "Y|а\nX|б"),
    ])
  func linesOfOwners(_ xml: String, _ lines: String) throws {
    #expect(try Self.text("lines-of-owners(//t, //w)", in: xml) == lines)
  }

  @Test(
    arguments: [
      ("Мінкульт|а\nМінфін|б\nМінкульт|в", "МІНКУЛЬТ", "а\nв"), ("а", "а", ""), ("", "а", ""),
      ("Мін’юст|а|б", "Мін'юст", "а|б"),
      ("Мінкульт|а", "Міністерство культури України", "а"), ("Мінкультури|а", "Мінкульт", "а"),
      ("Мінагрополітики|а", "Міністерство аграрної політики", "а"),
      // Beginnings that fit together in ever so many ways are tried once each.
      (String(repeating: "а", count: 36) + "бвгґ|а", "аааааааааааааааа аааааааааааааааааааа", ""),
      ("Державна архівна служба України|а", "Укрдержархів", "а"),
      ("МОН|а", "Міністерство культури", ""),
      ("Міністерство освіти і науки|а", "МОН", "а"), ("Мінфін|а", "Мінекономіки", ""),
    ])
  func linesOfAnOwner(_ lines: String, _ name: String, _ own: String) throws {
    #expect(try Self.text("lines-of(@l, @n)", in: "<r l='\(lines)' n=\"\(name)\"/>") == own)
  }

  private static func text(_ expression: String, in xml: String) throws -> String {
    let xml = xml.replacing("\n", with: "&#10;")
    let parsed = try XMLReader.read(Array(xml.utf8))
    let evaluator = XPathEvaluator(functions: XPathFunction.lines)
    return evaluator.string(
      try evaluator.compile(try XPathExpression(expression)), at: parsed.tree.root)
  }
}
