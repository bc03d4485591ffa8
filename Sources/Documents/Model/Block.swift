/// A part of a document that stands by itself, one below the other.
package enum Block: Sendable {
  /// A heading of level 1 to 3.
  case heading(level: Int, Paragraph)
  /// A paragraph of running text.
  case paragraph(Paragraph)
  /// Labelled fields, one to a row, as indices: the label, then what was filled in.
  case fields(Range<Int>)
  /// A table with a header that print repeats on every page.
  case table(Table)
  /// A list of short texts, with bullets or with Arabic numbers; its paragraphs as indices.
  case list(ordered: Bool, items: Range<Int>)
  /// Where somebody signs.
  case signature(Signature)
  /// Blocks that belong together.
  case group(Group)
  /// A picture.
  case drawing(Drawing)
  /// Notes under what they explain; their paragraphs as indices.
  case footnotes(Range<Int>)
  /// The next block begins a new page.
  case pageBreak
}

extension Block {
  /// The index of the block that stands below this one, past what a group holds.
  package func next(after index: Int) -> Int {
    if case .group(let group) = self { group.blocks.upperBound } else { index + 1 }
  }
}
