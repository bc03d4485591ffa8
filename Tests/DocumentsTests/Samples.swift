import Documents

/// A cell that holds one paragraph, or none.
func cell(
  _ text: String = "", _ scope: Table.Scope? = nil, columns: Int = 1, rows: Int = 1,
  alignment: Alignment = .start
) -> Table.Cell {
  Table.Cell(
    text.isEmpty ? [] : [Paragraph([.text(text)], alignment: alignment)], scope: scope,
    columnSpan: columns, rowSpan: rows)
}

/// A row of plain cells.
func row(_ cells: String...) -> Table.Row {
  Table.Row(cells.map { cell($0) })
}

/// So many columns that leave their width to the content.
func columns(_ count: Int) -> [Table.Column] {
  Array(repeating: Table.Column(), count: count)
}

/// The text of blocks, without its last line's end.
func text(
  _ blocks: Block..., width: Int = 40, isASCII: Bool = false, cells: CellLayout = .stepped
) -> String {
  let bytes = TextWriter(width: width, isASCII: isASCII, cells: cells).write(
    Document(title: "", blocks: blocks))
  return String(decoding: bytes.last == 0x0A ? bytes.dropLast() : bytes[...], as: UTF8.self)
}

/// The HTML of blocks inside of `main`, without its last line's end.
func html(_ blocks: Block...) -> String {
  let page = String(
    decoding: HTMLWriter().write(Document(title: "т", blocks: blocks)), as: UTF8.self)
  let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
  guard let start = lines.firstIndex(of: "<main>"), let end = lines.firstIndex(of: "</main>")
  else { return page }
  return lines[(start + 1)..<end].joined(separator: "\n")
}

let spanning = Table(
  columns: columns(3),
  header: [
    Table.Row([cell("№", .col, rows: 2), cell("Показники", .colgroup, columns: 2)]),
    Table.Row([cell("Назва", .col), cell("Строк", .col)]),
  ],
  groups: [
    [
      Table.Row([cell("1", .rowgroup, rows: 2), cell("Проведено аналіз"), cell("Квітень")]),
      row("Підготовлено звіт", "Травень"),
    ],
    [Table.Row([cell("Разом: два", columns: 3)])],
  ])
