import Documents
import Testing

/// What is on one line, and on one page.
@Suite struct PrintTests {
  /// `~` stands where no line may end.
  static let texts = [
    "від 12~січня 2027~р. № 7-р", "від 12~січня~2027~р.~№~7-р",
    "від 12.01.2027~№~7, п.~5 і пп.~2, ст.~73",
    "Калина~О.~П. і О.~П.~Калина", "О.П.~Калина", "Іван ДУБ", "у 2027~році", "на 2027~рік",
    "протягом 5 днів",
    "III квартал 2027~року", "1. Затвердити план.", "5 заходів у грудні 2027", "абзац 3 пункту 5",
    "(п.~5)", "«а» № б", "а. Б.~В", "про А. і Б.",
  ]

  @Test(arguments: texts) func whatBelongsTogetherIsOnOneLine(_ marked: String) {
    // A number sign always stands with its number.
    let expected = marked.replacing("р. № ", with: "р.~№~").replacing("№ ", with: "№~")
      .replacing("січня 2027", with: "січня~2027").replacing("~", with: "\u{A0}")
    let plain = marked.replacing("~", with: " ")
    #expect(html(.paragraph(Paragraph([.text(plain)]))) == "<p>\(expected)</p>")
  }

  @Test(arguments: ["а", "a", "😀"]) func aWordLongerThanAColumnMayBeBroken(_ letter: String) {
    let word = String(repeating: letter, count: 100)
    let page = html(.paragraph(Paragraph([.text("Див. \(word) <тут>")])))
    #expect(page.contains("<wbr>"))
    #expect(page.replacing("<wbr>", with: "") == "<p>Див. \(word) &lt;тут&gt;</p>")
    #expect(page.split(separator: "<wbr>").allSatisfy { $0.utf8.count < 90 })
  }

  /// Columns that have room, that have it for parts of words alone, and that have none.
  @Test(arguments: [
    (12, "відповідальні", "<table>"), (20, "за", "<table>"),
    (20, "відповідальні", "<table class=\"crowded\">"), (60, "а", "<table class=\"stacked\">"),
  ]) func columnsWithoutRoomAreMarked(_ count: Int, _ word: String, _ expected: String) {
    let cells = Array(repeating: cell(word), count: count)
    let table = Table(columns: columns(count), groups: [[Table.Row(cells)]])
    #expect(html(.table(table)).hasPrefix(expected + "\n"))
  }

  private func group(of rows: Int, _ text: String) -> [Table.Row] {
    [Table.Row([cell("Завдання", .rowgroup, rows: rows), cell(text)])]
      + Array(repeating: row(text), count: rows - 1)
  }

  @Test func onlySmallGroupsAreKeptWhole() {
    let table = Table(
      columns: columns(2), groups: [group(of: 3, "а"), group(of: 20, "довгий захід ")])
    let lines = html(.table(table)).split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("<tbody") } == ["<tbody>", "<tbody class=\"long\">"])
    // A cell that goes on has a rule at the end of each page, and lets its first row be cut from it.
    #expect(
      lines.suffix(6).joined()
        == "<tfoot aria-hidden=\"true\"><tr><td colspan=\"2\"></td></tr></tfoot></table>")
    #expect(lines.count { $0 == "<tr class=\"long\">" } == 1)
  }

  @Test func aLongTextMayBeCut() {
    let text = String(repeating: "слово ", count: 1_000)
    let table = Table(columns: columns(1), groups: [[row("а"), row(text)]])
    #expect(html(.table(table)).contains("<tr class=\"long\">\n<td>слово"))
    #expect(!html(.table(table)).contains("<tfoot"))
  }

  @Test func anEmptyCellHeadsNothing() {
    let table = Table(
      columns: columns(2), header: [Table.Row([cell("", .col), cell("а", .col)])],
      groups: [[Table.Row([cell("", .row), cell("б")])]])
    let lines = html(.table(table)).split(separator: "\n").filter {
      $0.hasPrefix("<t") && $0.contains("</t")
    }
    #expect(lines == ["<td></td>", "<th scope=\"col\">а</th>", "<td></td>", "<td>б</td>"])
  }
}
