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

/// An element of a form and what is bound to it. Shared by reference, as every plan walks it.
final class FormElement: Sendable {
  /// The elements that a form may use; everything else is an error.
  enum Tag: String, Sendable {
    case h1, h2, h3, p, br, strong, b, em, i, u, small, span, label, input
    case dl, dt, dd, div, section, header, footer, main, aside, hr, ul, ol, li
    case table, caption, colgroup, col, thead, tbody, tr, th, td, title
  }

  /// The expressions bound to an element, as indices into the form's.
  struct Binding: Sendable {
    var each: Int?
    var condition: Int?
    var text: Int?
    var rowSpan: Int?
    var columnSpan: Int?
    var isChecked: Int?
    var classes: Int?
  }

  /// What class names mean to the document.
  struct Role: OptionSet {
    let rawValue: Int
    static let stamp = Role(rawValue: 1 << 0)
    static let whole = Role(rawValue: 1 << 1)
    static let indent = Role(rawValue: 1 << 2)
    static let signatures = Role(rawValue: 1 << 3)
    static let signature = Role(rawValue: 1 << 4)
    static let position = Role(rawValue: 1 << 5)
    static let line = Role(rawValue: 1 << 6)
    static let name = Role(rawValue: 1 << 7)
    static let date = Role(rawValue: 1 << 8)

    static let named: [String: Role] = [
      "stamp": stamp, "whole": whole, "indent": indent, "signatures": signatures,
      "signature": signature, "position": position, "line": line, "name": name, "date": date,
    ]
  }

  let tag: Tag
  /// What the class names mean.
  let roles: Role
  /// The plain attributes other than `class`.
  let attributes: [String: String]
  let binding: Binding
  let children: [FormNode]
  /// What stands in the place of ``children`` when a plan is rendered: the included file.
  let included: [FormNode]?
  /// What stands in the element where it is words alone, the same for every plan and the blank.
  let words: [Inline]?
  /// Whether the blank form leaves it out.
  let isHidden: Bool
  /// What the element heads, in a table.
  let scope: Table.Scope?
  /// Where its text stands.
  let alignment: Alignment
  /// A column's share of the table's width, in percent.
  let width: Int?
  /// The class names that mean nothing to the document, for the style sheet.
  let style: String

  init(
    tag: Tag, classes: [String] = [], attributes: [String: String] = [:],
    binding: Binding = Binding(), children: [FormNode] = [], included: [FormNode]? = nil
  ) {
    self.tag = tag
    roles = classes.reduce(into: []) { $0.formUnion(Role.named[$1] ?? []) }
    self.attributes = attributes
    self.binding = binding
    self.children = children
    self.included = included
    words = included == nil ? Self.words(children) : nil
    isHidden = attributes["hidden"] != nil
    scope = attributes["scope"].flatMap { Table.Scope(rawValue: $0) }
    alignment = classes.contains("center") ? .center : classes.contains("right") ? .end : .start
    width = attributes["style"].flatMap(Self.percentage)
    style = classes.filter { !Self.meanings.contains($0) }.joined(separator: " ")
  }

  private static func words(_ children: [FormNode]) -> [Inline]? {
    if children.isEmpty { return [] }
    if children.count == 1, case .text(let text) = children[0] {
      return text.isEmpty ? [] : [.text(text)]
    }
    return nil
  }

  private static let meanings: Set<String> = [
    "center", "right", "indent", "stamp", "signatures", "whole",
  ]

  /// The number in `width:30%`.
  private static func percentage(_ style: String) -> Int? {
    guard style.hasPrefix("width"), style.contains("%") else { return nil }
    return Int(style.drop { !$0.isNumber }.prefix { $0.isNumber })
  }

  func has(_ role: Role) -> Bool { roles.contains(role) }
}
