internal import Diagnostics
internal import XML

/// Adds up the amounts of a table: those of a row beside their total, and those of rows above a sum.
struct TableSums {
  let columns: TableColumns
  let layout: TableLayout
  private(set) var findings: [TableChecker.Finding] = []
  private let amounts: [TableColumns.Column]

  init(columns: TableColumns, layout: TableLayout) {
    self.columns = columns
    self.layout = layout
    amounts = columns.all.filter { $0.role == "amount" || $0.role == "total" }
  }

  /// Checks the rows of a list, and gives the sums of its columns; nil for those that cannot be added.
  @discardableResult
  mutating func check(below owner: XMLNode) -> [Decimal6?] {
    var sums: [Decimal6?] = amounts.map { _ in Decimal6() }
    if amounts.isEmpty { return [] }
    var parts: Parts?
    for row in layout.rows(below: owner) {
      let values = amounts.map { value(of: $0, in: row) }
      if parts?.take(values, of: row) == true { continue }
      // Nobody can tell the next row from one more part of those that do not make the whole.
      if let parts, !parts.areWhole { sums = amounts.map { _ in nil } }
      parts = announcesParts(row) ? Parts(of: values) : nil
      let inner = check(below: row)
      let hasRows = !layout.rows(below: row).isEmpty
      checkTotal(values, in: row)
      for index in amounts.indices {
        switch values[index] {
        case .none: if hasRows { sums[index] = sums[index]?.adding(inner[index]) }
        case .words: sums[index] = nil
        case .number(let number, let node):
          if row.child("sum") != nil || hasRows {
            compare(number, with: hasRows ? inner[index] : sums[index], at: node)
          }
          if row.child("sum") == nil { sums[index] = sums[index]?.adding(number) }
        }
      }
    }
    return sums
  }

  /// «Ремонт тротуарів, у тому числі:»: the rows below tell what this one is made of.
  private func announcesParts(_ row: XMLNode) -> Bool {
    row.children.contains { cell in
      let text = (cell.child("text") ?? cell).stringValue
      return ["тому числі:", "з них:", "із них:", "з яких:", "із яких:"]
        .contains { text.hasSuffix($0) }
    }
  }

  /// What the parts of a row may still add up to; a row that goes beyond it is no part.
  private struct Parts {
    private var left: [Decimal6?]

    init(of whole: [Value]) { left = whole.map(\.number) }

    /// Whether the parts make the whole.
    var areWhole: Bool { left.allSatisfy { $0 == nil || $0 == Decimal6() } }

    /// Whether a row is one of the parts.
    mutating func take(_ values: [Value], of row: XMLNode) -> Bool {
      guard row.child("sum") == nil else { return false }
      var rest = left
      for (index, value) in values.enumerated() {
        guard let number = value.number else { continue }
        guard let less = left[index]?.subtracting(number) else { return false }
        rest[index] = less
      }
      left = rest
      return true
    }
  }

  private enum Value {
    case none
    case words
    case number(Decimal6, XMLNode)

    var number: Decimal6? { if case .number(let number, _) = self { number } else { nil } }
  }

  private mutating func value(of column: TableColumns.Column, in row: XMLNode) -> Value {
    guard let cell = layout.cell(of: column, in: row) else { return .none }
    let text = cell.child("text")?.stringValue ?? cell.stringValue
    if let number = Decimal6(text) { return .number(number, cell) }
    guard text.contains(where: \.isNumber) else { return text.count == 1 ? .none : .words }
    findings.append(
      TableChecker.Finding(
        .warning, code: "wrong-amount", node: cell,
        message: Message(uk: "«\(text)» – не сума", en: "'\(text)' is no amount"),
        help: Message(
          uk: "напишіть саме число: 1200 або 1 200,5; одиницю виміру – в заголовку графи",
          en: "write the number alone, 1200 or 1 200,5, and the unit in the column's head")))
    return .words
  }

  private mutating func checkTotal(_ values: [Value], in row: XMLNode) {
    var sum: Decimal6? = Decimal6()
    var count = 0
    var total: (Decimal6, XMLNode)?
    for (column, value) in zip(amounts, values) {
      switch value {
      case .none: continue
      case .words: sum = nil
      case .number(let number, let node):
        if column.role == "total" {
          total = (number, node)
        } else {
          count += 1
          sum = sum?.adding(number)
        }
      }
    }
    if let total, count > 0 { compare(total.0, with: sum, at: total.1) }
  }

  private mutating func compare(_ number: Decimal6, with sum: Decimal6?, at node: XMLNode) {
    guard let sum, sum != number else { return }
    let message = Message(
      uk: "разом «\(number.text)», а сума – \(sum.text)",
      en: "the total is '\(number.text)', and the amounts make \(sum.text)")
    // The total of totals may be wrong by its row and by its column alike.
    let ofRow = findings.suffix(amounts.count)
    if ofRow.contains(where: { $0.node == node && $0.message == message }) { return }
    findings.append(
      TableChecker.Finding(
        .warning, code: "wrong-sum", node: node, message: message,
        help: Message(uk: "виправте підсумок або суми", en: "correct the total or the amounts")))
  }
}
