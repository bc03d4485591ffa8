/// Where somebody signs. In reading order a signatory is whole: position, line, name, date.
package struct Signature: Sendable {
  /// How the parts lie.
  package enum Layout: Sendable {
    /// The position above, then the line with its caption and the name, then the date: a form.
    case stacked
    /// The position at the left, the name at the right of one line: an act.
    case line
  }

  /// How the parts lie.
  package var layout: Layout
  /// What it is, from which the look of its parts follows that have no role of their own.
  package var role: Role { layout == .line ? .actSignature : .signature }
  /// Who signs by office.
  package var position: RunningText
  /// The words under the line, «(підпис)»; empty where no line is drawn.
  package var caption: RunningText
  /// Who signs by name.
  package var name: RunningText
  /// When it was signed.
  package var date: RunningText

  /// Makes a signature.
  package init(
    layout: Layout, position: RunningText = RunningText(), caption: RunningText = RunningText(),
    name: RunningText = RunningText(),
    date: RunningText = RunningText()
  ) {
    self.layout = layout
    self.position = position
    self.caption = caption
    self.name = name
    self.date = date
  }
}
