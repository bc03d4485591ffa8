import Batches
import Calendars
import Diagnostics
import Documents
import Files
import Forms
import PageLayout
import Plans
import Reports
import Schemas
import TestSupport
import Testing
import Word
import XML

/// Every fixture gives, byte for byte, the renditions that lie beside it.
@Suite struct RenditionTests {
  /// The renditions of one plan of a file, in one form.
  struct Rendition {
    /// The path without its ending: `Fixtures/x/y-2.control`.
    var stem: String
    var html: [UInt8]
    var text: [UInt8]
    var xml: [UInt8]
    var pdf: [UInt8]
    var word: [UInt8]
    var isFirstForm: Bool
  }

  static func renditions(of fixture: Fixture) throws -> [Rendition] {
    let folders = TemplateFolders([Fixture.templates])
    let source = SourceFile(name: fixture.path, bytes: try fixture.bytes())
    let plans = PlanReader(kinds: KindLibrary(folders: folders)).read(source)
    let reader = FormReader(folders: folders)
    let pdf = PDFWriter()
    let word = WordWriter()
    var result: [Rendition] = []
    for plan in plans {
      #expect(!plan.diagnostics.hasErrors)
      guard let tree = plan.value, tree.isWhole else { continue }
      let stem = fixture.stem + (plans.count > 1 ? "-\(tree.index)" : "")
      for name in reader.names(of: tree.kind) {
        let form = try #require(reader.read(name, of: tree.kind))
        #expect(form.diagnostics == [])
        guard let value = form.value else { continue }
        let document = try #require(FormRenderer(value).render(tree))
        result.append(
          Rendition(
            stem: name == "form" ? stem : stem + "." + name, html: HTMLWriter().write(document),
            text: TextWriter().write(document), xml: tree.canonicalXML(),
            pdf: try pdf.write(document),
            word: try word.write(WordDocument(document, plan: tree.canonicalXML())),
            isFirstForm: name == "form"))
      }
    }
    return result
  }

  @Test(arguments: Fixture.plans) func areAsExpected(_ fixture: Fixture) throws {
    for rendition in try Self.renditions(of: fixture) {
      expectFile(rendition.html, matches: rendition.stem + ".html")
      expectFile(rendition.text, matches: rendition.stem + ".txt")
      if rendition.isFirstForm { expectFile(rendition.xml, matches: rendition.stem + ".xml") }
    }
  }

  @Test(arguments: Fixture.plans) func sayTheSameInAllFormats(_ fixture: Fixture) throws {
    let renditions = try Self.renditions(of: fixture)
    for rendition in renditions {
      let html = words(StrippedHTML(rendition.html).text)
      let text = words(withBoxes(rendition.text))
      #expect(html == text, "\(rendition.stem): \(firstDifference(html, text))")
      let pdf = words(PDFFile(rendition.pdf).text)
      #expect(html == pdf, "\(rendition.stem): \(firstDifference(html, pdf))")
      let word = words(WordFile(rendition.word).text)
      #expect(html == word, "\(rendition.stem): \(firstDifference(html, word))")
    }
    // What one form leaves out, such as who answers for a point, another form of the plan has.
    for (xml, forms) in Dictionary(grouping: renditions, by: \.xml) {
      let read = Set(forms.flatMap { words(StrippedHTML($0.html).text.lowercased()) })
      let written = Set(words(try writtenText(of: xml).lowercased()))
      #expect(written.subtracting(read) == [], "\(forms[0].stem)")
    }
  }

  @Test(arguments: Fixture.plans) func areWellFormedCanonicalAndNarrow(_ fixture: Fixture) throws {
    for rendition in try Self.renditions(of: fixture) {
      #expect(c14n(rendition.xml) == Array(rendition.xml.dropLast()))
      let lines = String(decoding: rendition.text, as: UTF8.self).split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= 100 && $0.last != " " })
      #expect(StrippedHTML(rendition.html).openTags == [])
    }
  }

  @Test(arguments: Fixture.plans) func arePDFThatHoldsTogether(_ fixture: Fixture) throws {
    let again = try Self.renditions(of: fixture)
    for (rendition, other) in zip(try Self.renditions(of: fixture), again) {
      #expect(rendition.pdf == other.pdf, "\(rendition.stem): the same bytes each time")
      let file = PDFFile(rendition.pdf)
      #expect(file.faults == [])
      #expect(file.pages.allSatisfy { $0.bottom > 56 }, "\(rendition.stem): within the margins")
    }
  }

  @Test(arguments: Fixture.plans) func areFilesOfWordThatHoldTogether(_ fixture: Fixture) throws {
    let again = try Self.renditions(of: fixture)
    for (rendition, other) in zip(try Self.renditions(of: fixture), again) {
      #expect(rendition.word == other.word, "\(rendition.stem): the same bytes each time")
      let file = WordFile(rendition.word)
      #expect(file.faults == [])
      #expect(Array(file.part("customXml/item1.xml").utf8) == rendition.xml)
    }
  }

  @Test(arguments: Fixture.kinds)
  func theBlankFormIsAsExpected(_ kind: String) throws {
    let folders = TemplateFolders([Fixture.templates])
    let kinds = KindLibrary(folders: folders)
    let value = try #require(kinds.kind(named: kind)?.value)
    let reader = FormReader(folders: folders)
    for name in reader.names(of: value) {
      let form = try #require(reader.read(name, of: value)?.value)
      let document = FormRenderer(form).blank()
      let html = HTMLWriter().write(document)
      let text = TextWriter().write(document)
      expectFile(html, matches: "Tests/Expected/Forms/\(kind).\(name).html")
      expectFile(text, matches: "Tests/Expected/Forms/\(kind).\(name).txt")
      #expect(words(StrippedHTML(html).text) == words(withBoxes(text)))
      let pdf = PDFFile(try PDFWriter().write(document))
      #expect(words(StrippedHTML(html).text) == words(pdf.text))
      let word = WordFile(try WordWriter().write(WordDocument(document)))
      #expect(words(StrippedHTML(html).text) == words(word.text))
    }
  }

  /// The text that a plan's author wrote: without what a ditto mark repeats, without dates and
  /// enumerated values, which forms spell in their own way, and without what no form prints.
  private func writtenText(of xml: [UInt8]) throws -> String {
    func text(_ node: XMLNode) -> String {
      if node.isText { return node.stringValue + "\n" }
      let isUnprinted =
        node.attribute("ditto") != nil || Self.unprinted.contains(node.name)
        // The head of the column says when it is.
        || node.name == "deadline" && node.parent?.name == "period"
        || (try? DateReader.read(Array(node.stringValue.utf8))) != nil
      return isUnprinted ? "" : node.children.map(text).joined()
    }
    let parsed = try XMLReader.read(xml)
    return text(parsed.tree.root)
  }

  private static let unprinted: Set<String> = [
    "changed", "by-consent", "occasion", "quarter", "responsible", "control", "sort", "state",
    "sealed", "revises", "seal", "objective", "met", "count", "plan", "file", "digest", "appointed",
    "role", "width", "numbered-columns", "numbering", "orientation", "stamp", "decision", "card",
    "past-due", "on-control", "subject",
  ]

  /// The text with check boxes as one sign, as ``StrippedHTML`` has them.
  private func withBoxes(_ text: [UInt8]) -> String {
    String(decoding: text, as: UTF8.self).replacing("[x] ", with: "☒ ").replacing(
      "[ ] ", with: "☐ ")
  }
}

/// The words of a text: runs of letters and digits, and the marks of checked boxes.
private func words(_ text: String) -> [String] {
  text.split { !$0.isLetter && !$0.isNumber && $0 != "☒" && $0 != "☐" }.map(String.init)
}

private func firstDifference(_ left: [String], _ right: [String]) -> String {
  let index = zip(left, right).prefix { $0 == $1 }.count
  return "\(left.dropFirst(index).prefix(8)) and \(right.dropFirst(index).prefix(8))"
}
