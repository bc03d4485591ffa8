internal import Documents

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
