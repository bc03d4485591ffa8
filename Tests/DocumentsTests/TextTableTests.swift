import Documents
import Testing

@Suite struct TextTableTests {
  struct Case: CustomTestStringConvertible {
    var testDescription: String
    var table: Table
    var width = 40
    var isASCII = false
    var cells = CellLayout.stepped
    var expected: String

    init(
      _ name: String, _ table: Table, width: Int = 40, isASCII: Bool = false,
      cells: CellLayout = .stepped, _ expected: String
    ) {
      testDescription = name
      (self.table, self.width, self.isASCII, self.cells) = (table, width, isASCII, cells)
      self.expected = expected
    }
  }

  static func plain(_ rows: Table.Row..., columns count: Int) -> Table {
    Table(columns: columns(count), groups: [rows])
  }

  @Test(arguments: cases)
  func isDrawn(_ sample: Case) {
    #expect(
      text(
        .table(sample.table), width: sample.width, isASCII: sample.isASCII, cells: sample.cells)
        == sample.expected)
  }

  static let cases = [
    Case(
      "spans, stepped", spanning,
      """
      ┌─────┬────────────────────────────────┐
      │ №   │ Показники                      │
      │     ├─────────────────────┬──────────┤
      │     │ Назва               │ Строк    │
      ╞═════╪═════════════════════╪══════════╡
      │ 1   │ Проведено аналіз    │ Квітень  │
      │     ├─────────────────────┼──────────┤
      │     │ Підготовлено звіт   │ Травень  │
      ├─────┴─────────────────────┴──────────┤
      │ Разом: два                           │
      └──────────────────────────────────────┘
      """),
    Case(
      "spans, side by side", spanning, cells: .sideBySide,
      """
      ┌─────┬────────────────────────────────┐
      │ №   │ Показники                      │
      │     ├─────────────────────┬──────────┤
      │     │ Назва               │ Строк    │
      ╞═════╪═════════════════════╪══════════╡
      │ 1   │ Проведено аналіз    │ Квітень  │
      │     ├─────────────────────┼──────────┤
      │     │ Підготовлено звіт   │ Травень  │
      ├─────┴─────────────────────┴──────────┤
      │ Разом: два                           │
      └──────────────────────────────────────┘
      """),
    Case(
      "ASCII", spanning, isASCII: true,
      """
      +-----+--------------------------------+
      | №   | Показники                      |
      |     +---------------------+----------+
      |     | Назва               | Строк    |
      +=====+=====================+==========+
      | 1   | Проведено аналіз    | Квітень  |
      |     +---------------------+----------+
      |     | Підготовлено звіт   | Травень  |
      +-----+---------------------+----------+
      | Разом: два                           |
      +--------------------------------------+
      """),
    Case(
      "wide, combining and soft-hyphened characters",
      plain(row("日本", "e\u{301}т"), row("🙂", "сло\u{AD}во"), columns: 2), width: 20,
      """
      ┌────────┬─────────┐
      │ 日本   │ éт      │
      ├────────┼─────────┤
      │ 🙂     │ слово   │
      └────────┴─────────┘
      """),
    Case(
      "no-break spaces hold", plain(row("не менше 100\u{A0}%", "б"), columns: 2), width: 20,
      """
      ┌──────────────┬───┐
      │ не менше     │   │
      │ 100 %        │ б │
      └──────────────┴───┘
      """),
    Case(
      "long words part after hyphens and slashes, then anywhere",
      plain(row("інформаційно-комунікаційних", "надзвичайнодовгеслово так/ні"), columns: 2),
      width: 32,
      """
      ┌───────────────┬──────────────┐
      │ інформаційно- │              │
      │ комунікаційни │              │
      │ х             │ надзвичайнод │
      │               │ овгеслово    │
      │               │ так/ні       │
      └───────────────┴──────────────┘
      """),
    Case(
      "a short row is filled", plain(row("а"), row("б", "в"), columns: 2), width: 20,
      """
      ┌─────────┬────────┐
      │ а       │        │
      ├─────────┼────────┤
      │ б       │ в      │
      └─────────┴────────┘
      """),
    Case(
      "a long row adds columns", plain(row("а", "б", "в"), columns: 2), width: 20,
      """
      ┌──────┬─────┬─────┐
      │а     │б    │в    │
      └──────┴─────┴─────┘
      """),
    Case(
      "spans are clipped",
      plain(
        Table.Row([cell("а", columns: 9, rows: 9)]),
        Table.Row([cell("б", columns: .max, rows: .min)]), columns: 2), width: 20,
      """
      ┌────────────┬─────┐
      │а           │     │
      │            ├─────┤
      │            │б    │
      └────────────┴─────┘
      """),
    Case(
      "a cell over rows flows over them",
      plain(
        Table.Row([cell("один два три чотири п’ять шість", rows: 2), cell("сім")]),
        row("вісім"), columns: 2), width: 20, cells: .sideBySide,
      """
      ┌──────────┬───────┐
      │ один два │ сім   │
      │ три      ├───────┤
      │ чотири   │ вісім │
      │ п’ять    │       │
      │ шість    │       │
      └──────────┴───────┘
      """),
    Case(
      "widths that a form gives",
      Table(
        columns: [Table.Column(width: 75), Table.Column(width: 25)],
        groups: [[row("а", "б")]]), width: 27,
      """
      ┌─────────────────┬───────┐
      │ а               │ б     │
      └─────────────────┴───────┘
      """),
    Case(
      "too many columns for any rules",
      plain(Table.Row((1...12).map { cell("\($0)") }), columns: 12), width: 20,
      """
      1
      2
      3
      4
      5
      6
      7
      8
      9
      10
      11
      12
      """),
    Case(
      "no columns declared",
      Table(columns: [], groups: [[Table.Row([cell("а", columns: .max)]), row("б", "в")]]),
      width: 20,
      """
      ┌──────────────────┐
      │ а                │
      ├─────────┬────────┤
      │ б       │ в      │
      └─────────┴────────┘
      """),
    Case("no columns", Table(columns: []), ""),
    Case(
      "alignment and paragraphs",
      plain(
        Table.Row([
          Table.Cell([
            Paragraph([.text("посередині")], alignment: .center),
            Paragraph([.text("з краю")], alignment: .end),
            Paragraph([.text("новий"), .lineBreak, .text("рядок")]),
          ])
        ]), columns: 1), width: 20,
      """
      ┌──────────────────┐
      │    посередині    │
      │           з краю │
      │ новий            │
      │ рядок            │
      └──────────────────┘
      """),
  ]
}
