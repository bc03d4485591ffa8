import Bytes
import Diagnostics
import Markup

/// Pages of one long table, written one after the other as their rows come.
struct PageSeries {
  private let output: IndexOutput
  private let limits: IndexLimits
  /// What the files are called: `plans` gives `index/plans-001.html`.
  private let name: String
  private let title: String
  private let style: StaticString
  private let columns: [String]
  private let numbersFrom: Int
  private var rows = MarkupBuffer()
  private var first = ""
  private var last = ""
  private var group: String?
  /// The pages that are written: from where to where each goes.
  private(set) var pages: [String] = []
  private var rowCount = 0
  /// The rows on all pages.
  private(set) var total = 0

  init(
    _ output: IndexOutput, _ limits: IndexLimits, name: String, title: String, style: StaticString,
    columns: [String], numbersFrom: Int = .max
  ) {
    self.output = output
    self.limits = limits
    self.name = name
    self.title = title
    self.style = style
    self.columns = columns
    self.numbersFrom = numbersFrom
  }

  /// Adds a row's cells.
  ///
  /// - Parameters:
  ///   - cells: The markup of the cells.
  ///   - subject: What the row is about, to say from where to where a page goes.
  ///   - group: What the rows have in common that stand under one heading.
  /// - Returns: On which page it stands and as which row of it, both from 1.
  @discardableResult
  mutating func add(_ cells: MarkupBuffer, _ subject: String, group: Substring? = nil)
    throws(ProgramFault) -> (page: Int, row: Int)
  {
    let size = rows.count + cells.count + (group == nil ? 0 : 6 * [UInt8].shownLimit)
    if rowCount > 0, rowCount >= limits.pageRows || size > limits.pageBytes {
      try close(isLast: false)
    }
    if let group {
      if self.group.map({ group.hasSameBytes(as: $0) }) != true { begin(String(group)) }
    } else if rowCount == 0 {
      rows.raw("<tbody>\n")
    }
    if rowCount == 0 { first = subject }
    last = subject
    rowCount += 1
    total += 1
    rows.raw("<tr id=r")
    rows.number(rowCount)
    rows.raw(">")
    rows.append(cells.bytes)
    return (pages.count + 1, rowCount)
  }

  /// Writes the last page, if there is anything on it.
  mutating func finish() throws(ProgramFault) {
    if rowCount > 0 { try close(isLast: true) }
  }

  /// The path of a page within the output folder.
  static func path(_ name: String, _ number: Int) -> String {
    let digits = String(number)
    return "index/\(name)-" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
      + ".html"
  }

  /// The paths that the pages of an index may have, a thousand of each series.
  static let paths = ["plans", "faults", "stale", "units"].flatMap { name in
    (1..<1000).map { path(name, $0) }
  }

  /// The path of a page of this series.
  func path(_ number: Int) -> String { Self.path(name, number) }

  private mutating func begin(_ group: String) {
    self.group = group
    rows.raw("<tbody>\n<tr><th colspan=")
    rows.number(columns.count)
    rows.raw(" scope=rowgroup>")
    rows.text(group + "/")
    rows.raw("\n")
  }

  private mutating func close(isLast: Bool) throws(ProgramFault) {
    let number = pages.count + 1
    let heading = "\(title), \(output.words("сторінка", "page")) \(number)"
    var page = output.head(heading)
    page.raw("<header>\n<h1>")
    page.text(heading)
    page.raw("</h1>\n")
    navigate(&page, output.words("Сторінки", "Pages"), number, isLast)
    page.raw("</header>\n<main id=main>\n")
    let range = output.words.range(first, last)
    page.beginTable(style, caption: range, columns: columns, numbersFrom: numbersFrom)
    page.append(rows.bytes)
    page.endTable()
    page.raw("</main>\n<footer>\n")
    navigate(&page, output.words("Сторінки, ще раз", "Pages, again"), number, isLast)
    page.raw("</footer>\n")
    output.foot(&page)
    try output.write(page.bytes, to: path(number))
    pages.append(range)
    rows.removeAll()
    rowCount = 0
    group = nil
  }

  private func navigate(
    _ page: inout MarkupBuffer, _ label: String, _ number: Int, _ isLast: Bool
  ) {
    let words = output.words
    page.raw("<nav aria-label=\"")
    page.text(label)
    page.raw("\"><a href=\"../index.html\">")
    page.text(words.title)
    page.raw("</a>")
    if number > 1 { link(&page, number - 1, words("попередня", "previous"), "prev") }
    if !isLast { link(&page, number + 1, words("наступна", "next"), "next") }
    page.raw("</nav>\n")
  }

  private func link(
    _ page: inout MarkupBuffer, _ number: Int, _ label: String, _ relation: StaticString
  ) {
    page.raw(" <a rel=")
    page.raw(relation)
    page.raw(" href=\"")
    page.address(path(number).dropFirst("index/".count))
    page.raw("\">")
    page.text(label)
    page.raw("</a>")
  }
}

extension IndexWords {
  /// From where to where a page goes.
  func range(_ first: String, _ last: String) -> String {
    func short(_ text: String) -> String {
      text.unicodeScalars.count <= 90 ? text : String(text.prefix(44)) + "…" + text.suffix(44)
    }
    return first == last ? short(first) : "\(short(first)) – \(short(last))"
  }
}
