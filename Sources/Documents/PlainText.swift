/// Some text of a document, as a range of its bytes.
public struct PlainText: Sendable {
  /// Where it stands in ``Document/text``.
  public let range: Range<Int>

  /// Takes the text of a range; by default, of none.
  public init(_ range: Range<Int> = 0..<0) {
    self.range = range
  }

  /// Whether there is no text.
  public var isEmpty: Bool { range.isEmpty }
}
