/// How the cells of a table's row lie to one another in plain text.
package enum CellLayout: Sendable {
  /// Every cell starts on the line on which the one before it ends, so that the words come in
  /// reading order line by line: for screen readers, for search and for comparison.
  case stepped
  /// Every cell starts on the first line of its row, as on paper.
  case sideBySide
}
