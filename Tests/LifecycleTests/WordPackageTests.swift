import Diagnostics
import Lifecycle
import TestSupport
import Testing
import ZIP

/// A file of Word is read as its package says, not by the names of its parts.
struct WordPackageTests {
  /// What is done to the parts of a file, and what is said of it; nil where it is as good as before.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var renamed: [String: String] = [:]
    var changed: [(part: String, old: String, new: String)] = []
    var added: [(part: String, text: String)] = []
    var said: String?
  }

  private static let office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
  private static let main =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

  /// Makes another part belong to the document.
  private static func related(_ sort: String, _ target: String) -> (String, String, String) {
    (
      "word/_rels/document.xml.rels", "</Relationships>",
      "<Relationship Id=\"own\" Type=\"\(office)\(sort)\" Target=\"\(target)\"/></Relationships>"
    )
  }

  static let cases = [
    Case(
      testDescription: "the main part has another name",
      renamed: [
        "word/document.xml": "word/document2.xml",
        "word/_rels/document.xml.rels": "word/_rels/document2.xml.rels",
      ], changed: [("_rels/.rels", "word/document.xml", "/word/document2.xml")]),
    Case(
      testDescription: "a header has another name",
      renamed: ["word/header1.xml": "word/headerA.xml"],
      changed: [("word/_rels/document.xml.rels", "header1.xml", "headerA.xml")]),
    Case(
      testDescription: "a theme, and notes without words",
      changed: [related("theme", "theme/theme1.xml"), related("footnotes", "footnotes.xml")],
      added: [
        ("word/theme/theme1.xml", "<theme/>"),
        ("word/footnotes.xml", "<w:footnotes \(main)><w:p><w:r/></w:p></w:footnotes>"),
      ]),
    Case(
      testDescription: "a comment within words",
      changed: [("word/document.xml", "</w:t>", "<!-- 15 --></w:t>")]),
    Case(
      testDescription: "words under another prefix",
      changed: [
        (
          "word/document.xml", "<w:body>",
          "<w:body><x:p \(main.replacing("xmlns:w", with: "xmlns:x"))><x:r><x:t>15</x:t></x:r></x:p>"
        )
      ], said: "документ змінено: у ньому «15»"),
    Case(
      testDescription: "another main part",
      changed: [("_rels/.rels", "word/document.xml", "word/other.xml")],
      added: [
        ("word/other.xml", "<w:document \(main)><w:p><w:r><w:t>15</w:t></w:r></w:p></w:document>")
      ],
      said: "документ змінено: у ньому «15»"),
    Case(
      testDescription: "words in a header",
      changed: [("word/header2.xml", "</w:p>", "<w:r><w:t>не чинний</w:t></w:r></w:p>")],
      said: "«word/header2.xml: не чинний»"),
    Case(
      testDescription: "figures beside the number of the page",
      changed: [("word/header1.xml", "</w:p>", "<w:r><w:t>15</w:t></w:r></w:p>")],
      said: "«word/header1.xml: 15»"),
    Case(
      testDescription: "a footer", changed: [related("footer", "footer.xml")],
      added: [
        ("word/footer.xml", "<w:ftr \(main)><w:p><w:r><w:t>не чинний</w:t></w:r></w:p></w:ftr>")
      ],
      said: "«word/footer.xml: не чинний»"),
    Case(
      testDescription: "another file within", changed: [related("aFChunk", "more.html")],
      added: [("word/more.html", "<html/>")], said: "«word/more.html»"),
    Case(
      testDescription: "another picture", changed: [related("image", "media/more.png")],
      added: [("word/media/more.png", "PNG")], said: "«word/media/more.png»"),
    Case(
      testDescription: "words that are hidden",
      changed: [
        (
          "word/document.xml", "<w:t ",
          "<w:rPr><w:vanish/></w:rPr><w:t "
        )
      ], said: "«word/document.xml: vanish»"),
    Case(
      testDescription: "words that come from elsewhere",
      changed: [
        (
          "word/document.xml", "<w:body>",
          "<w:body><w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr></w:sdt>"
        )
      ], said: "«word/document.xml: dataBinding»"),
    Case(
      testDescription: "a field",
      changed: [
        (
          "word/document.xml", "<w:body>",
          "<w:body><w:p><w:fldSimple w:instr=\" DATE \"/></w:p>"
        )
      ], said: "«word/document.xml: fldChar  DATE »"),
    Case(
      testDescription: "words in CDATA",
      changed: [("word/document.xml", "</w:t>", "<![CDATA[15]]></w:t>")], said: "документ змінено"),
    Case(
      testDescription: "what is no XML", changed: [("word/styles.xml", "</w:styles>", "")],
      said: "«word/styles.xml»"),
  ]

  @Test(arguments: cases) func aFileIsReadByItsRelationships(_ item: Case) throws {
    let archive = try #require(ZIPReader(try WordVerificationTests.sealed()))
    var writer = ZIPWriter()
    for name in archive.names {
      var text = String(decoding: try #require(archive[name]), as: UTF8.self)
      let bytes = try #require(archive[name])
      var isChanged = false
      for change in item.changed where change.part == name {
        let place = try #require(text.firstRange(of: change.old))
        text.replaceSubrange(place, with: change.new)
        isChanged = true
      }
      try writer.add(ZIPEntry(item.renamed[name] ?? name, isChanged ? Array(text.utf8) : bytes))
    }
    for part in item.added { try writer.add(ZIPEntry(part.part, Array(part.text.utf8))) }
    let answer = WordVerificationTests.answer(
      SourceFile(name: "sent.docx", bytes: writer.finish()))
    #expect(answer.isGood == (item.said == nil), "\(answer.text)")
    #expect(answer.text.contains(item.said ?? "ті самі слова"), "\(answer.text)")
  }
}
