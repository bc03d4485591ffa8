internal import Documents

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
    case dl, dt, dd, div, section, header, footer, main, aside, hr, ul, ol, li
    case table, caption, colgroup, col, thead, tbody, tr, th, td, title
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
  }

  let tag: Tag
  var classes: [String] = []
  /// The plain attributes other than `class`.
  var attributes: [String: String] = [:]
  var binding = Binding()
  var children: [FormNode] = []
  /// What stands in the place of ``children`` when a plan is rendered: the included file.
  var included: [FormNode]?
  /// Whether its condition holds for no plan: it is there for the blank alone.
  var isNever = false
}

/// What class names mean to the document, and those that mean nothing to it.
struct FormClasses {
  /// What an element is by its class names.
  struct Role: OptionSet {
    let rawValue: Int16
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

  let roles: Role
  /// Where the element's text stands.
  let alignment: Alignment
  /// The class names for the style sheet.
  let style: String

  init(_ names: [String]) {
    roles = names.reduce(into: []) { $0.formUnion(Role.named[$1] ?? []) }
    alignment = names.contains("center") ? .center : names.contains("right") ? .end : .start
    style = names.filter { !Self.meanings.contains($0) }.joined(separator: " ")
  }

  private static let meanings: Set<String> = [
    "center", "right", "indent", "stamp", "signatures", "whole",
  ]
}
