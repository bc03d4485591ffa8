import Testing
import XML

@testable import Functions

@Suite struct AbbreviationTests {
  @Test(arguments: [
    ("<p><t>Огляд місцевих ЗМІ</t></p>", "ЗМІ"),
    ("<p><t>Огляд ЗМІ</t><t>засоби масової інформації</t></p>", ""),
    ("<p><t>Огляд ЗМІ (далі – ЗМІ)</t></p>", ""), ("<p><t>ЗМІ РАДИ</t></p>", ""),
    ("<p><t>Огляд ООН</t></p>", ""), ("<p><t>з ІІІ кварталу</t></p>", ""),
    ("<p><t>секретар Ганна ОСИКА</t></p>", ""), ("<p><t>до НАДС і ЗМІ</t></p>", "НАДС ЗМІ"),
    (
      "<p><t>до НАДС</t><t>агентства з питань служби, Національного агентства України з питань державної служби</t></p>",
      ""
    ),
    ("<p><t>про ЗМІ</t><t>і про ЗМІ</t></p>", "ЗМІ"), ("<p><t>Марку ДУДІ подати</t></p>", "ДУДІ"),
    ("<p><t>Марку ДУДІ подати</t><t>замість себе Марка ДУДУ</t></p>", ""),
    ("<p><t>відділу (Мар’ян ОХРІМ)</t></p>", ""),
  ])
  func explains(_ xml: String, _ expected: String) throws {
    let parsed = try XMLReader.read(Array(xml.utf8))
    let texts = parsed.tree.root.children.compactMap(\.firstChild)
    let abbreviations = Abbreviations(in: texts)
    let found = texts.flatMap { abbreviations.unexplained(in: $0, known: ["ООН"]) }
    #expect(found.joined(separator: " ") == expected)
  }
}
