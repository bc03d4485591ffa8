/// Where the lines of a text stand between the margins.
package enum Alignment: Sendable {
  case start, center, end
}

/// A run of text that is wrapped as one.
package struct Paragraph: Sendable {
  /// The text.
  package var text: RunningText
  /// What it is, from which its look follows.
  package var role: Role
  /// Where its lines stand; at the start, as its role says.
  package var alignment: Alignment
  /// Names for the style sheet, separated by spaces; only HTML uses them.
  package var style: PlainText

  /// Makes a paragraph.
  package init(
    _ text: RunningText, _ role: Role = .body, alignment: Alignment = .start,
    style: PlainText = PlainText()
  ) {
    self.text = text
    self.role = role
    self.alignment = alignment
    self.style = style
  }

  /// Whether its first line is indented, as in the body of an act.
  var isIndented: Bool { role == .indented }
}
