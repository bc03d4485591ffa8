/// A piece of running text.
package enum Inline: Sendable {
  /// Plain text. A writer collapses no space in it and trusts no character of it.
  case text(PlainText)
  /// Text of more weight.
  case strong(RunningText)
  /// Text told apart.
  case emphasis(RunningText)
  /// Text on a line, as what is filled into a form; empty, it is the line to write on.
  case underline(RunningText)
  /// Text of a smaller size.
  case small(RunningText)
  /// A box, ticked or empty, and what it stands for.
  case checkBox(isChecked: Bool, label: RunningText)
  /// The next text begins a new line.
  case lineBreak
}

/// Some running text of a document, as a range of its inlines.
package struct RunningText: Sendable {
  /// Where it stands in ``Document/inlines``.
  package let range: Range<Int>

  /// Takes the inlines of a range, with all that they hold; by default, none.
  package init(_ range: Range<Int> = 0..<0) {
    self.range = range
  }

  /// Whether there is nothing in it.
  package var isEmpty: Bool { range.isEmpty }
}

extension Inline {
  /// What it holds, if it can hold something.
  var content: RunningText? {
    switch self {
    case .strong(let content), .emphasis(let content), .underline(let content),
      .small(let content), .checkBox(_, let content):
      content
    case .text, .lineBreak: nil
    }
  }
}

extension Document {
  /// Takes the first inline off a running text, with all that it holds.
  package func popFirst(of text: inout RunningText) -> Inline? {
    if text.isEmpty { return nil }
    let inline = inlines[text.range.lowerBound]
    let next = inline.content?.range.upperBound ?? text.range.lowerBound + 1
    text = RunningText(next..<text.range.upperBound)
    return inline
  }
}
