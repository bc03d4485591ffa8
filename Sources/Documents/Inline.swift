/// A piece of running text.
public enum Inline: Sendable, Equatable {
  /// Plain text. A writer collapses no space in it and trusts no character of it.
  case text(String)
  /// Text of more weight.
  case strong([Inline])
  /// Text told apart.
  case emphasis([Inline])
  /// Text on a line, as what is filled into a form; empty, it is the line to write on.
  case underline([Inline])
  /// Text of a smaller size.
  case small([Inline])
  /// A box, ticked or empty, and what it stands for.
  case checkBox(isChecked: Bool, label: [Inline])
  /// The next text begins a new line.
  case lineBreak
}
