import Digests
import Documents
import Testing

@Suite struct HTMLTests {
  @Test func aPageIsSelfContained() throws {
    let document = Document(
      title: "<План> & \"звіт\"", language: "uk\"", orientation: .landscape,
      style: "p::after { content: '</style><script>' }", blocks: [.pageBreak])
    let page = String(decoding: HTMLWriter().write(document), as: UTF8.self)
    let start = try #require(page.firstRange(of: "<style>\n"))
    let end = try #require(page.firstRange(of: "</style>"))
    let text = Array(page[page.index(before: start.upperBound)..<end.lowerBound].utf8)
    #expect(
      page.contains(
        "content=\"default-src 'none'; style-src 'sha256-\(Digest(of: text).base64)'; base-uri"))
    #expect(page[..<end.lowerBound].hasSuffix("\np::after { content: '<\\/style><script>' }\n"))
    #expect(
      (page[..<start.upperBound] + page[end.lowerBound...])
        .replacing(/sha256-.{43}=/, with: "sha256-x") == """
          <!DOCTYPE html>
          <html lang="uk&quot;">
          <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>&lt;План&gt; &amp; "звіт"</title>
          <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-x'; base-uri 'none'; form-action 'none'">
          <style>
          </style>
          </head>
          <body class="landscape">
          <main>
          <hr class="page-break">
          </main>
          </body>
          </html>

          """)
  }

  static let paragraphs: [(Paragraph, String)] = [
    (
      Paragraph([.text("<script>alert(\"&\")</script>")]),
      "<p>&lt;script&gt;alert(\"&amp;\")&lt;/script&gt;</p>"
    ),
    (Paragraph([.text("«а»\u{A0}б\u{0}\u{85}\u{1B}в")]), "<p>«а»\u{A0}б в</p>"),
    (
      Paragraph([.text("а")], alignment: .center, style: "x\" onclick=\"y"),
      "<p class=\"center x&quot; onclick=&quot;y\">а</p>"
    ),
    (Paragraph([.text("а")], .indented, alignment: .end), "<p class=\"right indent\">а</p>"),
    (Paragraph([.text("а")], .indented), "<p class=\"indent\">а</p>"),
    (
      Paragraph(
        [.strong([.text("а"), .emphasis([.text("б")])]), .lineBreak, .underline([]), .small([])]),
      "<p><strong>а<em>б</em></strong><br><u></u><small></small></p>"
    ),
    (
      Paragraph([.checkBox(isChecked: true, label: [.text("так")])]),
      "<p><label class=\"box\"><input type=\"checkbox\" disabled checked> так</label></p>"
    ),
    (
      Paragraph([.checkBox(isChecked: false, label: [.text("ні")])]),
      "<p><label class=\"box\"><input type=\"checkbox\" disabled> ні</label></p>"
    ),
  ]

  @Test(arguments: paragraphs)
  func textMeansOnlyItself(_ paragraph: Paragraph, _ expected: String) {
    #expect(html(.paragraph(paragraph)) == expected)
  }

  @Test(arguments: [
    ("<", "&lt;"), (">", "&gt;"), ("&", "&amp;"), ("\u{7}", ""), ("\u{7F}", ""), ("\u{85}", " "),
    ("\u{86}", ""),
  ])
  func isEscapedWhereverItStands(_ character: String, _ escaped: String) {
    for letter in ["a", "ї", "«"] {
      for count in 0...17 {
        let before = String(repeating: letter, count: count)
        let paragraph = Paragraph([.text(before + character + "їжак")])
        #expect(html(.paragraph(paragraph)) == "<p>\(before)\(escaped)їжак</p>")
      }
    }
  }

  static let blocks: [(Block, String)] = [
    (.heading(level: 2, Paragraph([.text("а")])), "<h2>а</h2>"),
    (.heading(level: 9, Paragraph([.text("а")])), "<h3>а</h3>"),
    (.list(ordered: true, items: [Paragraph([.text("а")])]), "<ol>\n<li>а</li>\n</ol>"),
    (.list(ordered: false, items: [Paragraph([.text("а")])]), "<ul>\n<li>а</li>\n</ul>"),
    (.footnotes([Paragraph([.text("а")])]), "<aside class=\"footnotes\">\n<p>а</p>\n</aside>"),
    (
      .drawing(
        title: "1 < 2",
        [
          Drawing.Rectangle(x: 0, y: 0, width: 10, height: 20),
          Drawing.Rectangle(x: 10, y: 20, width: 3, height: 4),
          Drawing.Rectangle(x: 5, y: 6, width: 7, height: 8, lightness: 50),
        ]),
      """
      <p><svg width="10.5mm" height="6.0mm" viewBox="0 0 105 60" shape-rendering="crispEdges" role="img" \
      aria-label="1 &lt; 2"><path d="M0 0h10v20h-10zM10 20h3v4h-3z"/>\
      <path fill="rgb(50%,50%,50%)" d="M5 6h7v8h-7z"/></svg></p>
      """
    ),
    (.group(Group(.section, blocks: [])), "<div>\n</div>"),
    (.group(Group(.whole, blocks: [], style: "x")), "<div class=\"whole x\">\n</div>"),
    (.group(Group(.stamp, blocks: [])), "<div class=\"stamp\">\n</div>"),
    (.group(Group(.place, blocks: [])), "<div class=\"place\">\n</div>"),
    (.group(Group(.signatures, blocks: [])), "<div class=\"signatures\">\n</div>"),
    (.fields([]), ""),
    (
      .fields([
        Field(
          label: [.text("а")],
          values: [Field.Value([.text("б")], caption: [.text("(в)")]), Field.Value([])])
      ]),
      """
      <dl class="fields">
      <div>
      <dt>а</dt>
      <dd><span>б</span> <small>(в)</small></dd>
      <dd></dd>
      </div>
      </dl>
      """
    ),
    (
      .signature(
        Signature(
          layout: .stacked, position: [.text("а")], caption: [.text("б")], name: [.text("в")],
          date: [.text("г")])),
      """
      <div class="signature">
      <p class="position">а</p>
      <p class="sign"><span class="line">б</span> <span class="name">в</span></p>
      <p class="date">г</p>
      </div>
      """
    ),
    (
      .signature(Signature(layout: .line, position: [.text("а")], name: [.text("в")])),
      """
      <div class="signature line">
      <p class="position">а</p>
      <p class="sign"><span class="name">в</span></p>
      </div>
      """
    ),
  ]

  @Test(arguments: blocks)
  func eachBlockHasItsElement(_ block: Block, _ expected: String) {
    #expect(html(block) == expected)
  }

  @Test func tablesHaveHeadersAndSpans() {
    var table = spanning
    table.caption = [.text("Підпис")]
    table.columns[1].width = 50
    table.groups[1][0].cells[0].paragraphs.append(Paragraph([.text("ще")], .indented))
    #expect(
      html(.table(table)) == """
        <table>
        <caption>Підпис</caption>
        <colgroup>
        <col>
        <col class="w50">
        <col>
        </colgroup>
        <thead>
        <tr>
        <th scope="col" rowspan="2">№</th>
        <th scope="colgroup" colspan="2">Показники</th>
        </tr>
        <tr>
        <th scope="col">Назва</th>
        <th scope="col">Строк</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <th scope="rowgroup" rowspan="2">1</th>
        <td>Проведено аналіз</td>
        <td>Квітень</td>
        </tr>
        <tr>
        <td>Підготовлено звіт</td>
        <td>Травень</td>
        </tr>
        </tbody>
        <tbody>
        <tr>
        <td colspan="3">
        <p>Разом: два</p>
        <p class="indent">ще</p>
        </td>
        </tr>
        </tbody>
        </table>
        """)
  }

  @Test func malformedTablesAreMadeWhole() {
    let table = Table(
      columns: columns(2),
      groups: [[Table.Row([cell("а", columns: 9, rows: 9)])], [row("б")]])
    #expect(
      html(.table(table)) == """
        <table>
        <tbody>
        <tr>
        <td colspan="2">а</td>
        </tr>
        </tbody>
        <tbody>
        <tr>
        <td>б</td>
        <td></td>
        </tr>
        </tbody>
        </table>
        """)
  }
}
