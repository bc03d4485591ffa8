import Diagnostics
import Forms
import Schemas
import TestSupport
import Testing

@Suite struct FormFaultTests {
  /// `↓` stands before each place; the messages are in the order of the places.
  static let bodies: [(String, [String])] = [
    ("↓<blockquote>а</blockquote>", ["form-element: a form cannot have the element <blockquote>"]),
    ("<p>а ↓<a href=\"x\">б</a></p>", ["form-element: a form cannot have the element <a>"]),
    ("↓<script>alert(1)</script>", ["form-element: a form cannot have the element <script>"]),
    ("↓<p onclick=\"x\">а</p>", ["form-attribute: a form cannot have the attribute 'onclick'"]),
    ("↓<p p:txt=\"name\">а</p>", ["form-attribute: there is no attribute 'p:txt'"]),
    ("↓<p p:qr=\"name\">а</p>", ["form-attribute: there is no attribute 'p:qr'"]),
    ("<p p:text=\"↓nam\">а</p>", ["form-expression: no element 'nam' can be here; perhaps 'name'"]),
    (
      "<table><tr\n  p:each=\"members/member\"><td p:text='concat(name, \"–\", ↓tsak)'>а</td></tr></table>",
      ["form-expression: no element 'tsak' can be here; perhaps 'task'"]
    ),
    (
      "<p p:each=\"members/↓mebmer\"><span p:text=\"whatever\">а</span></p>",
      ["form-expression: no element 'mebmer' can be here; perhaps 'member'"]
    ),
    (
      "<p p:text=\"concat(&#34;&lt;&#34;, ↓nane,\n   @↓sise)\">а</p>",
      [
        "form-expression: no element 'nane' can be here; perhaps 'name'",
        "form-expression: no attribute 'sise' can be here; perhaps 'size'",
      ]
    ),
    (
      "↓<p style=\"color:red\">а</p>",
      [
        "form-attribute: style says the width of a column alone: <col style=\"width:30%\"/>"
      ]
    ),
    (
      "<table><colgroup>↓<col style=\"width:3cm\"/></colgroup><tr><td>а</td></tr></table>",
      [
        "form-attribute: style says the width of a column alone: <col style=\"width:30%\"/>"
      ]
    ),
    (
      "↓<p class=\"continued\">а</p>",
      [
        "form-attribute: only an annex is continued: <p class=\"continued\"> in <section class=\"annex\">"
      ]
    ),
    ("<p p:if=\"level = ↓\">а</p>", ["form-expression: the expression breaks off"]),
    ("<p p:if=\"level ↓~ 'low'\">а</p>", ["form-expression: '~' has no place here"]),
    ("<p p:text=\"↓foo(name)\">а</p>", ["form-expression: no function 'foo' can be here"]),
    (
      "<p p:text=\"count(↓'а')\">а</p>",
      ["form-expression: the function 'count' takes nodes here, and this is a quoted string"]
    ),
    (
      "<p p:text=\"name/↓last()\">а</p>", ["form-expression: 'last(…)' cannot stand for an element"]
    ),
    (
      "↓<p p:each=\"count(note)\">а</p>",
      ["form-expression: p:each selects nodes, this expression gives none"]
    ),
    (
      "↓<div p:include=\"../../../secret.html\"></div>",
      ["form-file: the file '../../../secret.html' is outside the template folders"]
    ),
    (
      "↓<div p:include=\"/etc/passwd\"></div>",
      ["form-file: the file '/etc/passwd' is outside the template folders"]
    ),
    (
      "↓<div p:include=\"../shared/none.html\"></div>",
      ["form-file: there is no file '../shared/none.html' in the template folders"]
    ),
    ("↓<div p:include=\"form.html\"></div>", ["form-file: the file 'form.html' includes itself"]),
    ("<p>а↓</div>", ["form-syntax"]), ("<p>&nbsp;↓</p>", ["form-syntax"]),
    ("↓<!ENTITY a \"б\">", ["form-syntax: a DTD or an entity must not be declared"]),
  ]

  @Test(arguments: bodies) func faultsHaveTheirPlaces(_ body: String, _ messages: [String]) throws {
    let page = MarkedText(TemporaryTemplates.page(body))
    let faults = TemporaryTemplates(form: page.text).faults()
    #expect(faults.count == messages.count, "\(faults)")
    for (fault, (place, message)) in zip(faults, zip(page.places, messages)) {
      let isSyntax = message == "form-syntax"
      let expected = isSyntax ? fault : "form.html:\(place) \(message)"
      #expect(fault == expected && fault.contains(message))
    }
  }

  static let pages: [(String, String)] = [
    ("↓<!DOCTYPE html SYSTEM \"file:///etc/passwd\"><html/>", "a DTD"),
    ("↓<!DOCTYPE html [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><html>&a;</html>", "an entity"),
    ("<!DOCTYPE html>\n↓<html><body/></html>", "no head"),
    ("<!DOCTYPE html>\n↓<div/>", "no page"),
  ]

  @Test(arguments: pages) func onlyPlainPagesAreForms(_ marked: String, _ name: String) throws {
    let page = MarkedText(marked)
    let faults = TemporaryTemplates(form: page.text).faults()
    #expect(faults.map { String($0.prefix { $0 != " " }) } == page.places.map { "form.html:\($0)" })
  }

  @Test func faultsOfAnIncludedFileAreItsOwn() throws {
    let marked = MarkedText(
      "<html xmlns:p=\"urn:pysar:form:1\"><body>\n<p p:text=\"↓task\">…</p></body></html>")
    let files = ["kinds/shared/x.html": marked.text]
    let fine = TemporaryTemplates(
      form: "<p p:each=\"members/member\" p:include=\"../shared/x.html\">…</p>", files: files)
    #expect(fine.faults() == [])
    let wrong = TemporaryTemplates(
      form: "<div p:include=\"../shared/x.html\">…</div>", files: files)
    #expect(
      wrong.faults() == [
        "x.html:\(marked.places[0]) form-expression: no element 'task' can be here"
      ])
  }

  @Test func formsThatIncludeEachOtherAreRefused() throws {
    let page = { (name: String) in
      "<html xmlns:p=\"urn:pysar:form:1\"><body>"
        + String(repeating: "<div p:include=\"\(name).html\"/>", count: 20) + "</body></html>"
    }
    let files = ["kinds/shared/a.html": page("b"), "kinds/shared/b.html": page("a")]
    let faults = TemporaryTemplates(
      form: "<div p:include=\"../shared/a.html\"></div>", files: files
    ).faults()
    #expect(faults.first?.hasSuffix("the file 'a.html' includes itself") == true)
    #expect(faults.count == 400)
  }

  /// What a browser would load, however it is written.
  static let loads: [(String, [String])] = [
    ("@import 'x.css';", ["@import"]), ("@IMPORT \"x\";", ["@import"]),
    ("@\\69mport \"x\";", ["@import"]), ("@\\000069 mport 'x';", ["@import"]),
    ("@i\\6D\tport 'x';", ["@import"]), ("p { background: url(http://x/y.png) }", ["url()"]),
    ("p { background: URL( 'y' ) }", ["url()"]), ("p{background:\\75rl(x)}", ["url()"]),
    ("p{background:u\\52\nl(x)}", ["url()"]), ("p{background:\\u\\rl(x)}", ["url()"]),
    ("p{background-image:image-set(\"x\" 1x)}", ["image-set()"]),
    ("p{background-image:-webkit-image-set(url(x) 1x)}", ["-webkit-image-set()", "url()"]),
    ("@font-face { font-family: x; src: url(x) }", ["url()"]), ("p { --x: url(x) }", ["url()"]),
    ("/* url(x) @import */ p { color: red }", []),
    ("p::before { content: 'url(x) \\' @import' }", []),
    ("p::before { content: 'a\n} q { background: url(x) }", ["url()"]),
    ("p { content: \"url(\" } /* unended url(x)", []), ("p { width: calc(1px + 2em) }", []),
    ("p { url: none } .url { color: red }", []), ("p { margin: -1url(x) }", []),
  ]

  @Test(arguments: loads) func aStyleLoadsNothing(_ style: String, _ loads: [String]) {
    let page = TemporaryTemplates.page("<p>а</p>")
    let expected = loads.map { "a style must not load anything (\($0))" }
    let inside = page.replacing("</head>", with: "<style>\(style)</style></head>")
    let faults = TemporaryTemplates(form: inside).faults()
    #expect(faults.count == expected.count)
    for (fault, message) in zip(faults, expected) {
      #expect(fault.hasPrefix("form.html:2:") && fault.hasSuffix(message))
    }
    let linked = page.replacing("</head>", with: "<link rel=\"stylesheet\" href=\"x.css\"/></head>")
    let others = TemporaryTemplates(form: linked, files: ["kinds/club-card/x.css": style])
      .faults()
    #expect(others.count == expected.count)
    for (fault, message) in zip(others, expected) {
      #expect(fault.hasPrefix("x.css:") && fault.hasSuffix(message))
    }
  }

  @Test(arguments: [
    ("font-size: 12pt; --entry-height: 15mm;--margins: 20mm 10mm 20mm 30mm", [String]()),
    ("font-size: 12mm", ["font-size: 12mm"]), ("color: red; font-size:9.5pt", ["color: red"]),
    ("--margins: 20mm 10mm", ["--margins: 20mm 10mm"]),
    ("--entry-height: -1mm; x", ["--entry-height: -1mm", "x"]),
  ])
  func hintsForPagesAreKnown(_ hints: String, _ unknown: [String]) {
    let page = TemporaryTemplates.page("<p>а</p>").replacing(
      "<body>", with: "<body style=\"\(hints)\">")
    #expect(
      TemporaryTemplates(form: page).faults()
        == unknown.map { "form.html:3:1 form-attribute: there is no hint '\($0)' for pages" })
  }

  @Test func styleSheetsComeFromTheFolders() throws {
    for path in ["../../etc/x.css", "http://x/y.css", "none.css"] {
      let page = TemporaryTemplates.page("<p>а</p>")
        .replacing("</head>", with: "<link rel=\"stylesheet\" href=\"\(path)\"/></head>")
      #expect(TemporaryTemplates(form: page).faults().count == 1, "\(path)")
    }
  }

  @Test func strayFilesAreNoForms() {
    let names = [
      ".#form.html", "form copy.html", "form (1).html", "form.html~", "README.md", ".html",
    ]
    let files = Dictionary(uniqueKeysWithValues: names.map { ("kinds/club-card/" + $0, "<") })
    let templates = TemporaryTemplates(form: "<p>x</p>", files: files)
    let kinds = KindLibrary(folders: templates.folders)
    let kind = kinds.kind(named: "club-card")?.value
    #expect(kind.map { FormReader(folders: templates.folders).names(of: $0) } == ["form"])
  }
}
