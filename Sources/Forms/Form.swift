public import Documents
internal import XML

/// A form: an HTML page whose places are bound to the elements of a plan, ready to be rendered.
public struct Form: Sendable {
  /// The form's name: `form`, `control`.
  public let name: String
  /// The style sheets that it links and holds, one after the other.
  public let style: String
  /// How the sheet lies.
  public let orientation: Orientation
  /// The language of its text.
  public let language: String
  /// The title of the page; its children where nothing is bound.
  let title: FormElement
  /// What stands in the page's body.
  let body: [FormNode]
  /// All expressions; elements refer to them by index.
  let expressions: [XPathExpression]
}

/// A part of a form.
enum FormNode: Sendable {
  case text(String)
  case element(FormElement)
}

/// An element of a form and what is bound to it.
struct FormElement: Sendable {
  /// The elements that a form may use; everything else is an error.
  enum Tag: String, Sendable {
    case h1, h2, h3, p, br, strong, b, em, i, u, small, span, label, input
    case dl, dt, dd, div, section, header, footer, main, aside, hr, ul, ol, li
    case table, caption, colgroup, col, thead, tbody, tr, th, td, title
  }

  let tag: Tag
  /// The class names.
  var classes: [String] = []
  /// The plain attributes other than `class`.
  var attributes: [String: String] = [:]
  /// Indices of the expressions bound to the element.
  var each: Int?
  var condition: Int?
  var text: Int?
  /// The expressions bound to its attributes.
  var bound: [String: Int] = [:]
  var children: [FormNode] = []
  /// What stands in the place of ``children`` when a plan is rendered: the included file.
  var included: [FormNode]?

  /// Whether the blank form leaves it out.
  var isHidden: Bool { attributes["hidden"] != nil }

  func has(_ name: String) -> Bool { classes.contains(name) }

  /// The class names that no writer knows, for the style sheet.
  func style(without known: Set<String>) -> String {
    classes.isEmpty ? "" : classes.filter { !known.contains($0) }.joined(separator: " ")
  }
}
