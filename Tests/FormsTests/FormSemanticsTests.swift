import TestSupport
import Testing

/// A kind that is only data: a schema and a form in a folder.
@Suite struct FormSemanticsTests {
  static let plan = """
    name: Гурток «Промінь» & <друзі>
    level: високий
    size: 12
    since: 5 січня 2021 р.
    open: так
    members:
    - Олена
    - {name: Іван, task: облік, members: [{name: Ніна, task: каса}, {name: Петро}]}
    - {ім’я: Марія, справа: те саме}
    notes: [перша, друга]

    """

  static let cases: [(String, [String])] = [
    ("<p p:text=\"name\">___</p>", ["<p>Гурток «Промінь» &amp; &lt;друзі&gt;</p>"]),
    ("<p>Рівень: <span p:text=\"level\">___</span>.</p>", ["<p>Рівень: high.</p>"]),
    ("<p p:text=\"format-date(since, 'd MMMM yyyy')\"></p>", ["<p>5\u{A0}січня\u{A0}2021</p>"]),
    ("<p p:text=\"@size\"></p>", ["<p>12</p>"]),
    (
      "<p p:each=\"notes\"></p>",
      ["form.html:4:12 form-expression: no element 'notes' can be here; perhaps 'note'"]
    ),
    (
      "<p p:each=\"note\"><span p:text=\"position()\"/>/<span p:text=\"last()\">9</span> <span p:text=\".\">…</span></p>",
      ["<p>1/2 перша</p>", "<p>2/2 друга</p>"]
    ),
    (
      "<p p:each=\"members/member\" p:if=\"task\"><span p:text=\"concat(ordinal(.), '. ', name)\">…</span></p>",
      ["<p>2. Іван</p>", "<p>3. Марія</p>"]
    ),
    (
      "<p p:each=\"members/member[task]\"><b p:if=\"position() = last()\">остання: </b><span p:text=\"task\"></span><i p:if=\"task/@ditto\" p:text=\"task/@ditto\"></i></p>",
      ["<p>облік</p>", "<p><strong>остання: </strong>облік<em>те саме</em></p>"]
    ),
    (
      "<div p:each=\"members/member\"><h2 p:text=\"name\">…</h2><p p:each=\"members/member\" p:text=\"concat(../../name, ': ', name)\">…</p></div>",
      [
        "<div>", "<h2>Олена</h2>", "</div>", "<div>", "<h2>Іван</h2>", "<p>Іван: Ніна</p>",
        "<p>Іван: Петро</p>", "</div>", "<div>", "<h2>Марія</h2>", "</div>",
      ]
    ),
    (
      "<slot p:each=\"members/member\" p:if=\"task\"><h2 p:text=\"name\">…</h2>і <b p:text=\"task\"></b><slot p:if=\"members\"><p>ще</p></slot></slot>",
      [
        "<h2>Іван</h2>", "<p>і <strong>облік</strong></p>", "<p>ще</p>", "<h2>Марія</h2>",
        "<p>і <strong>облік</strong></p>",
      ]
    ),
    (
      "<p p:each=\"note[matches(., 'ша$')]\" p:text=\"number-within(., //note, 'card')\"></p>",
      ["<p>1</p>"]
    ),
    (
      "<p p:if=\"level = 'low'\">низький</p><p p:if=\"level = 'high'\">високий</p>",
      ["<p>високий</p>"]
    ),
    (
      "<figure p:bar=\"@size | name\">Частки: <span p:text=\"@size\"></span></figure>",
      [
        "<p><svg width=\"170.0mm\" height=\"6.0mm\" viewBox=\"0 0 1700 60\" shape-rendering=\"crispEdges\" role=\"img\" aria-label=\"Частки: 12\"><path d=\"M0 0h1700v60h-1700z\"/><path fill=\"rgb(30%,30%,30%)\" d=\"M3 3h1694v54h-1694z\"/></svg></p>"
      ]
    ),
    ("<figure p:bar=\"note\">Жодного числа</figure>", []),
    ("<p p:if=\"false()\">зразок</p><p hidden=\"\">у плані</p>", ["<p>у плані</p>"]),
    (
      "<p><label><input type=\"checkbox\" disabled=\"\" p:checked=\"open = 'true'\"/> відкрито</label> <label><input type=\"checkbox\" disabled=\"\" checked=\"\" p:checked=\"level = 'low'\"/>низький</label></p>",
      [
        "<p><label class=\"box\"><input type=\"checkbox\" disabled checked> відкрито</label> <label class=\"box\"><input type=\"checkbox\" disabled> низький</label></p>"
      ]
    ),
    (
      "<table><tbody p:each=\"members/member\"><tr><th scope=\"rowgroup\" rowspan=\"2\" p:rowspan=\"count(members/member) + 1\" p:text=\"name\"></th><td p:text=\"task\">справа</td></tr><tr p:each=\"members/member\"><td p:text=\"name\"></td></tr></tbody></table>",
      [
        "<table>", "<tbody>", "<tr>",
        "<th scope=\"rowgroup\">Олена</th>", "<td></td>", "</tr>", "</tbody>",
        "<tbody>", "<tr>", "<th scope=\"rowgroup\" rowspan=\"3\">Іван</th>", "<td>облік</td>",
        "</tr>", "<tr>", "<td>Ніна</td>",
        "</tr>", "<tr>", "<td>Петро</td>", "</tr>", "</tbody>", "<tbody>", "<tr>",
        "<th scope=\"rowgroup\">Марія</th>",
        "<td>облік</td>", "</tr>", "</tbody>", "</table>",
      ]
    ),
    ("<p class=\"note\" p:class=\"level\">клас</p>", ["<p class=\"high\">клас</p>"]),
    (
      "<div p:text=\"name\">…</div>",
      ["<div>", "<p>Гурток «Промінь» &amp; &lt;друзі&gt;</p>", "</div>"]
    ),
    (
      "<p>а<br/>б<u p:text=\"none\">в</u></p>",
      ["form.html:4:22 form-expression: no element 'none' can be here; perhaps 'note'"]
    ),
  ]

  @Test(arguments: cases) func aPlanIsRendered(_ form: String, _ expected: [String]) throws {
    let html = TemporaryTemplates(form: form).html(Self.plan)
    #expect(html == expected)
  }

  @Test func numbersWithoutASumMakeNoBar() throws {
    let form = "<figure p:bar=\"note\">Частки</figure><p>далі</p>"
    let plan = "name: Гурток\nnotes: ['1e308', '1e308', '5']\n"
    #expect(TemporaryTemplates(form: form).html(plan) == ["<p>далі</p>"])
  }

  @Test func whatAPlanHasNotIsEmpty() throws {
    let form = """
      <p p:text="level">___</p><p p:each="note" p:text=".">…</p><p>Від: <span p:text="since">___</span>\
      <span p:text="format-date(since, 'd MMMM')">___</span></p>
      """
    #expect(TemporaryTemplates(form: form).html("name: Гурток\n") == ["<p>Від: </p>"])
  }

  static let blanks: [(String, [String])] = [
    ("<p p:text=\"name\">___</p>", ["<p>___</p>"]),
    ("<p p:each=\"note\">Нотатка <span p:text=\"position()\">1</span></p>", ["<p>Нотатка 1</p>"]),
    (
      "<p p:if=\"level = 'low'\">низький</p><p p:if=\"false()\">зразок</p>",
      ["<p>низький</p>", "<p>зразок</p>"]
    ),
    ("<p hidden=\"\">у плані</p><p>завжди</p>", ["<p>завжди</p>"]),
    (
      "<p><label><input type=\"checkbox\" disabled=\"\" p:checked=\"open = 'true'\"/>відкрито</label></p>",
      ["<p><label class=\"box\"><input type=\"checkbox\" disabled> відкрито</label></p>"]
    ),
    (
      "<table><tr><th scope=\"row\" rowspan=\"2\" p:rowspan=\"count(note)\">а</th><td>б</td></tr><tr><td>в</td></tr></table>",
      [
        "<table>", "<tbody>", "<tr>",
        "<th scope=\"row\" rowspan=\"2\">а</th>", "<td>б</td>", "</tr>", "<tr>", "<td>в</td>",
        "</tr>",
        "</tbody>", "</table>",
      ]
    ),
    (
      "<div p:include=\"../shared/x.html\"><p>місце</p></div>", ["<div>", "<p>місце</p>", "</div>"]
    ),
  ]

  @Test(arguments: blanks) func theBlankIsWhatTheFileShows(_ form: String, _ expected: [String])
    throws
  {
    let files = ["kinds/shared/x.html": "<html><body><p>включено</p></body></html>"]
    let html = TemporaryTemplates(form: form, files: files).html(nil)
    #expect(html == expected)
  }

  @Test func includesTakeTheContextIn() throws {
    let files = [
      "kinds/shared/member.html": """
      <!DOCTYPE html><html xmlns:p="urn:pysar:form:1"><body><p p:text="name">…</p><section p:include="more/task.html"/></body></html>
      """,
      "kinds/shared/more/task.html": """
      <html xmlns:p="urn:pysar:form:1"><body><p p:each="task" p:text="concat('→ ', .)">…</p></body></html>
      """,
    ]
    let form =
      "<div p:each=\"members/member[position() &lt; 3]\" p:include=\"../shared/member.html\"></div>"
    let html = TemporaryTemplates(form: form, files: files).html(Self.plan)
    #expect(
      html == [
        "<div>", "<p>Олена</p>", "</div>", "<div>", "<p>Іван</p>", "<div>", "<p>→ облік</p>",
        "</div>", "</div>",
      ])
  }
}
