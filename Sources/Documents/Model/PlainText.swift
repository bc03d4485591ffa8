/// Some text of a document, as a range of its bytes.
package struct PlainText: Sendable, Equatable {
  /// Where it stands in ``Document/text``.
  package let range: Range<Int>

  /// Takes the text of a range; by default, of none.
  package init(_ range: Range<Int> = 0..<0) {
    self.range = range
  }

  /// Whether there is no text.
  package var isEmpty: Bool { range.isEmpty }
}
