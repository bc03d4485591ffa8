import Diagnostics
import Documents
import Files
import Forms
import TestSupport
import Testing

/// What a writer that knows no style sheet learns of a page from its document alone.
@Suite struct FormRoleTests {
  private func document(_ body: String, hints: String = "class=\"portrait\"") throws -> Document {
    let page = TemporaryTemplates.page(body).replacing("<body>", with: "<body \(hints)>")
    let templates = TemporaryTemplates(form: page)
    return FormRenderer(try #require(templates.form().value)).blank()
  }

  static let blocks: [(String, Role)] = [
    ("<p>а</p>", .body), ("<p class=\"indent\">а</p>", .indented), ("<h3>а</h3>", .subheading),
    ("<h1 class=\"act\">а</h1>", .actType), ("<h2 class=\"act local\">а</h2>", .localTitle),
    ("<div class=\"stamp\"><p>а</p></div>", .approvalMark),
    ("<div class=\"place\"><p>а</p></div>", .place), ("<p class=\"fill x\">а</p>", .fill),
    ("<aside class=\"footnotes\"><p>а</p></aside>", .footnote),
    ("<ul><li>а</li></ul>", .listItem),
    ("<table><tr><td class=\"entry\">а</td></tr></table>", .entry),
    ("<table><tr><td>а</td></tr></table>", .cell),
    ("<table><tr><th scope=\"row\"><p>а</p></th></tr></table>", .rowHead),
    ("<table><tr><th scope=\"colgroup\" class=\"section\">а</th></tr></table>", .sectionHead),
    ("<table><thead><tr><th scope=\"col\">а</th></tr></thead></table>", .columnHead),
  ]

  @Test(arguments: blocks) func textHasItsRole(_ body: String, _ role: Role) throws {
    let document = try document(body)
    let roles = document.blocks.compactMap { block -> Role? in
      switch block {
      case .heading(_, let paragraph), .paragraph(let paragraph): paragraph.role
      default: nil
      }
    }
    #expect(roles + document.paragraphs.map(\.role) == [role])
    #expect(document.cells.allSatisfy { $0.role == role })
  }

  @Test func sectionsBeginSheets() throws {
    let document = try document(
      "<p>а</p><section class=\"annex landscape\"><p>б</p></section><section class=\"annex\"><p>в</p></section><section class=\"annex landscape\"><p>г</p></section>",
      hints: "class=\"portrait\" style=\"--margins: 10mm 10mm 10mm 20mm\"")
    let margins = Sheet.Margins(top: 10, right: 10, bottom: 10, left: 20)
    #expect(
      document.sheets == [
        Sheet(margins: margins), Sheet(orientation: .landscape, margins: margins, isAnnex: true),
        Sheet(margins: margins, isAnnex: true),
      ])
    let begun = document.blocks.map { block -> Int? in
      if case .group(let group) = block { group.sheet } else { nil }
    }
    #expect(begun == [nil, 1, nil, 2, nil, 1, nil])
  }

  /// Pages of each annex are counted by themselves; one annex needs no rules of its own.
  @Test func annexesAreCountedApart() throws {
    let annex = "<section class=\"annex\"><p>б</p></section>"
    let wide = "<section class=\"annex landscape\"><p>в</p></section>"
    let one = String(decoding: HTMLWriter().write(try document(annex)), as: UTF8.self)
    #expect(one.contains("<div class=\"annex\">") && !one.contains("annex-"))
    let three = String(
      decoding: HTMLWriter().write(try document(annex + wide + annex)), as: UTF8.self)
    #expect(three.contains("<div class=\"annex-2 annex landscape\">"))
    #expect(three.contains("<div class=\"annex-3 annex\">"))
    #expect(three.contains("@page wide-2 { size: A4 landscape; counter-increment: annex-2;"))
    #expect(three.contains("\n.annex.annex-3 { page: annex-3; }\n") && !three.contains("annex-4"))
  }

  /// What an annex's further pages say is no part of the text.
  @Test func annexesSayWhoseContinuationPagesAre() throws {
    func annex(_ text: String) -> String {
      "<section class=\"annex\"><p class=\"continued\">\(text)</p><p>б</p></section>"
    }
    let page = try document("<p>а</p>" + annex("Продовження <b>додатка</b> 1") + annex("2\"\\"))
    #expect(
      page.sheets.map { String(decoding: page.text[$0.continuation.range], as: UTF8.self) } == [
        "", "Продовження додатка 1", "2\"\\",
      ])
    let html = String(decoding: HTMLWriter().write(page), as: UTF8.self)
    #expect(html.contains("@page annex { @top-right { content: counter(annex, continued-1);"))
    #expect(
      html.contains(
        "@counter-style continued-1 { system: cyclic; symbols: \"Продовження додатка 1\";"))
    #expect(html.contains("symbols: \"2\\22 \\5c \""))
    #expect(html.contains("counter(annex-2, from-second); } @top-right {"))
    #expect(!html.contains("<p>Продовження"))
  }

  @Test func hintsChangeTheLookOfRoles() throws {
    let style = try document(
      "<table><colgroup><col style=\"width: 12%\"/></colgroup><tr><td>а</td></tr></table>",
      hints: "style=\"font-size: 11.5pt; --entry-height: 20mm\""
    ).style
    #expect(style.style(of: .indented).size == 11.5)
    #expect(style.style(of: .entry).emptyHeight == 20)
    #expect(style.styleSheetText.contains(".w12 { width: 12%; }\n"))
  }
}
