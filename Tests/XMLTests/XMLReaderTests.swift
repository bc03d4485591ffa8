import Diagnostics
import TestSupport
import Testing
import XML

@Suite struct XMLReaderTests {
  static let external = "file://" + Fixture.repository + "/Package.swift"

  /// `↓` stands before the place that the fault is about.
  static let refused: [(String, String)] = [
    ("a DTD", "<?xml version=\"1.0\"?>\n↓<!DOCTYPE a><a/>"),
    ("an entity", "↓<!DOCTYPE a [<!ENTITY b \"в\">]><a>&b;</a>"),
    ("an external entity", "↓<!DOCTYPE a [<!ENTITY b SYSTEM \"\(external)\">]><a>&b;</a>"),
    ("an external DTD", " \n ↓<!DOCTYPE a SYSTEM \"http://127.0.0.1/a.dtd\"><a/>"),
    ("a parameter entity", "↓<!DOCTYPE a [<!ENTITY % b SYSTEM \"\(external)\"> %b;]><a/>"),
    ("billion laughs", "↓<!DOCTYPE a [" + laughs + "]><a>&l9;</a>"),
    ("a loose entity", "<a>\n  ↓<!ENTITY b \"в\"></a>"),
    ("an HTML doctype where there should be none", "↓<!DOCTYPE html><html/>"),
    ("U+0000", "<a>\n↓\u{0}</a>"),
    ("U+0000 behind the end", "<a></a>↓\u{0}<b></b>"),
  ]

  static let laughs = (1...9).map { level in
    "<!ENTITY l\(level) \"" + String(repeating: "&l\(level - 1);", count: 10) + "\">"
  }.joined()

  @Test(arguments: refused) func refuses(_ name: String, _ marked: String) {
    let text = MarkedText(marked)
    let fault = #expect(throws: XMLFault.self) { _ = try XMLReader.read(text.bytes) }
    #expect(fault.map { "\($0.position.line):\($0.position.column)" } == text.places.first)
  }

  @Test(arguments: [
    "", " ", "a", "<a>", "<a></b>", "<a", "<a b></a>", "<a b='1' b='2'/>", "<a>&b;</a>", "<a/><b/>",
    "<a>&#0;</a>", "<a>&#x1B;</a>", "<a>\u{1}</a>", "<p:a/>", "<a xmlns:p=''/>", "<a>]]></a>",
    "<a b='<'/>",
    "<?xml version='1.0' encoding='UTF-16'?", "<a><!-- -- --></a>", "<1/>",
    String(repeating: "<a>", count: 100_000),
    String(repeating: "<a>", count: 10_000) + String(repeating: "</a>", count: 10_000),
  ])
  func refusesWhatIsNotWellFormed(_ text: String) {
    #expect(throws: XMLFault.self) { _ = try XMLReader.read(Array(text.utf8)) }
  }

  /// What is told in Ukrainian of texts that are no XML; libxml2's own words are English.
  @Test func tellsInUkrainian() {
    let texts = [
      "", "a", "<a>", "<a> <b></a>", "<a", "<a b></a>", "<a b=1/>", "<a b='1", "<a b='1' b='2'/>",
      "<a b='1'c='2'/>", "<a b='<'/>", "<a>&nbsp;</a>", "<a>Ромен & Ко</a>", "<a>&amp</a>",
      "<a>5 < 6</a>", "<a/><b/>", "<a/>кінець", "<a>&#0;</a>", "<a>&#xZ;</a>", "<a>&#12</a>",
      "<a>\u{1}</a>", "<p:a/>", "<a xmlns:p=''/>", "<a>]]></a>", " <?xml version='1.0'?><a/>",
      "<?xml encoding='UTF-8'?><a/>", "<?xml version='1.0'", "<a><!-- -- --></a>", "<a><!-- </a>",
      "<a><![CDATA[ </a>", "<a><?b </a>", "<a><? </a>", "<1/>", "<a></a", "<a:/>",
      "<?xml version='1.0' encoding='KOI9'?><a/>",
    ]
    var told = ""
    for text in texts {
      let fault = #expect(throws: XMLFault.self) { _ = try XMLReader.read(Array(text.utf8)) }
      #expect(fault?.problem.en.hasPrefix("not well-formed XML: ") == true)
      let place = fault.map { "\($0.position.line):\($0.position.column)" } ?? ""
      told += "\(text.replacing("\u{1}", with: "␁")) → \(place) \(fault?.problem.uk ?? "")\n"
    }
    expectFile(told, matches: "Tests/Expected/XML/faults.txt")
  }

  @Test func refusesBrokenUTF8() {
    let texts: [[UInt8]] = [
      [0xFF], [0xD0], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF8, 0x88, 0x80, 0x80],
    ]
    for text in texts {
      let bytes = Array("<a>".utf8) + text + Array("</a>".utf8)
      #expect(throws: XMLFault.self) { _ = try XMLReader.read(bytes) }
    }
  }

  @Test(arguments: [
    "<!DOCTYPE html>\n<html><br/></html>", "\u{FEFF}<!DOCTYPE html><html><br/></html>",
  ])
  func takesTheDoctypeOfForms(_ text: String) throws {
    let parsed = try XMLReader.read(Array(text.utf8), allowsHTMLDoctype: true)
    #expect(parsed.tree.root.children.map(\.name) == ["br"])
  }

  @Test(arguments: [
    "<!DOCTYPE html [<!ENTITY a 'б'>]><html>&a;</html>", "<!DOCTYPE html SYSTEM 'x'><html/>",
    "<!DOCTYPE html><html>&nbsp;</html>",
  ])
  func takesNoOtherDoctypeOfForms(_ text: String) {
    #expect(throws: XMLFault.self) {
      _ = try XMLReader.read(Array(text.utf8), allowsHTMLDoctype: true)
    }
  }

  @Test func elementsAndValuesHaveTheirPlaces() throws {
    let marked = MarkedText(
      """
      <?xml version="1.0"?><?p <q> ?>
      <!-- <a b="c"> --> ↓<план
        а="↓ї>" b='↓&lt;"'><![CDATA[<x y="z">]]>ї ↓<c/>↓<d e = "↓1"
      ></d>&lt;↓<c
      /></план>
      """)
    let parsed = try XMLReader.read(marked.bytes)
    let root = parsed.tree.root
    let tags = ([root] + root.children.filter(\.isElement)).compactMap { parsed.tag(of: $0) }
    let places = tags.flatMap { [$0.range.start] + $0.values.map(\.start) }
    #expect(places.map { "\($0.line):\($0.column)" } == marked.places)
    #expect(parsed.tag(of: root)?.value(of: "b") == tags[0].values[1].start)
  }

  @Test func randomMarkupIsReadOrRefused() throws {
    let parts = [
      "<a>", "</a>", "<b c='d'>", "</b>", "<e/>", "<e f=\"'>\"/>", "<!--", "-->", "<![CDATA[",
      "]]>", "<?p", "?>",
      "&lt;", "&#10;", "т", "\"", "'", "<", ">", "=", " ", "/", "\n", "xmlns='u'", "<!x>",
      "\u{FEFF}",
    ]
    var random = Seeded(3)
    var taken = 0
    for _ in 0..<20_000 {
      let inside = (0..<Int.random(in: 0...5, using: &random)).map { _ in random.pick(parts) }
        .joined()
      let text = "<a>" + inside + "</a>"
      do throws(XMLFault) {
        _ = try XMLReader.read(Array(text.utf8))
        taken += 1
      } catch {
        #expect(error.position.line >= 1 && error.position.column >= 1)
      }
    }
    #expect(taken > 500)
  }

  @Test func manyTagsInOneLineAreReadInTime() throws {
    let text = "<a>" + String(repeating: "<b c='d'/>", count: 30_000) + "</a>"
    let parsed = try XMLReader.read(Array(text.utf8))
    #expect(parsed.tags.count == 30_001)
  }

  @Test func elementsHaveFewAttributes() throws {
    func text(_ count: Int) -> [UInt8] {
      Array("<a>\n  <b \((0..<count).map { "a\($0)='x'" }.joined(separator: " "))/></a>".utf8)
    }
    #expect(try XMLReader.read(text(200)).tags.count == 2)
    let fault = #expect(throws: XMLFault.self) { try XMLReader.read(text(50_000)).tags.count }
    #expect(fault?.position == SourcePosition(line: 2, column: 3))
    #expect(fault?.problem.en == "an element has more than 200 attributes")
  }

  @Test(arguments: ["<a/>", "<a b='' c=''/>", "<!---->", "<?a?>", "<![CDATA[]]>"])
  func moreNodesThanAreReadAreRefused(_ node: String) {
    let text = "<l>" + String(repeating: node, count: 600_000) + "</l>"
    #expect(throws: XMLFault.self) { try XMLReader.read(Array(text.utf8)).tree.root.name }
  }
}
