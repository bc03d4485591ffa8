/// A part of a form as it is read.
enum FormNode {
  case text(String)
  case element(FormElement)
}

/// An element of a form as it is read, and what is bound to it.
struct FormElement {
  /// The elements that a form may use; everything else is an error.
  enum Tag: String, Sendable {
    case h1, h2, h3, p, br, strong, b, em, i, u, small, span, label, input
    case dl, dt, dd, div, section, slot, header, footer, main, aside, hr, ul, ol, li
    case table, caption, colgroup, col, thead, tbody, tr, th, td, title, figure
  }

  /// The expressions bound to an element, as indices into the form's.
  struct Binding: Sendable {
    var each: Int32?
    var condition: Int32?
    var text: Int32?
    var rowSpan: Int32?
    var columnSpan: Int32?
    var isChecked: Int32?
    var classes: Int32?
    /// What holds the rows of a table whose columns the plan names.
    var rows: Int32?
    var width: Int32?
    /// What a QR code says, or what a bar has the shares of.
    var code: Int32?
    var shares: Int32?
  }

  let tag: Tag
  var classes: [String] = []
  /// The plain attributes other than `class`.
  var attributes: [String: String] = [:]
  /// A column's share of the table's width, in percent.
  var width: Int32?
  var binding = Binding()
  var children: [FormNode] = []
  /// What stands in the place of ``children`` when a plan is rendered: the included file.
  var included: [FormNode]?
  /// Whether its condition holds for no plan: it is there for the blank alone.
  var isNever = false
}
