/// A label and what is filled in beside it, underlined, each with a caption under the line. The
/// roles of its parts are ``Role/label``, ``Role/value`` and ``Role/caption``.
package struct Field: Sendable {
  /// One underlined place and the words under its line, «(категорія посади)».
  package struct Value: Sendable {
    /// What is filled in; empty to be filled in by hand.
    package var text: RunningText
    /// The words under the line; empty where there are none.
    package var caption: RunningText
    /// What it is: a value, or a narrow one with words under its line.
    package var role: Role
    /// Names for the style sheet.
    package var style: PlainText

    /// Makes a value.
    package init(
      _ text: RunningText, _ role: Role = .value, caption: RunningText = RunningText(),
      style: PlainText = PlainText()
    ) {
      self.text = text
      self.role = role
      self.caption = caption
      self.style = style
    }
  }

  /// What the form asks for.
  package var label: RunningText
  /// The places to fill in, from left to right, as indices.
  package var values: Range<Int>

  /// Makes a field.
  package init(label: RunningText, values: Range<Int>) {
    self.label = label
    self.values = values
  }
}
