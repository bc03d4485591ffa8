/// A place in a text: line and column from 1, the column in Unicode scalars, as libyaml counts.
package struct SourcePosition: Sendable, Hashable, Comparable {
  /// The line, from 1.
  package var line: Int32
  /// The column in Unicode scalars, from 1.
  package var column: Int32

  /// Makes a position.
  package init(line: Int, column: Int) {
    self.line = Int32(clamping: line)
    self.column = Int32(clamping: column)
  }

  /// Whether one place stands before another.
  package static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A stretch of a text, from its first character to the place behind its last.
package struct SourceRange: Sendable, Hashable {
  /// The first character.
  package var start: SourcePosition
  /// The place behind the last character.
  package var end: SourcePosition

  /// Makes a range.
  package init(_ start: SourcePosition, _ end: SourcePosition) {
    self.start = start
    self.end = end
  }

  /// Makes a range of some columns of one line.
  package init(line: Int, column: Int, length: Int = 1) {
    start = SourcePosition(line: line, column: column)
    end = SourcePosition(line: line, column: column + max(length, 0))
  }

  /// The range moved along its line, as an expression's place within an attribute's value is.
  package func shifted(by columns: Int, length: Int) -> SourceRange {
    SourceRange(
      line: Int(start.line), column: Int(start.column) + columns, length: max(length, 1))
  }
}
extension SourceRange {
  /// The first character of the range, where marking all of it would say less.
  package var firstCharacter: SourceRange {
    SourceRange(line: Int(start.line), column: Int(start.column))
  }
}
