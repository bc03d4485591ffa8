internal import Contents
internal import Digests
internal import Names
internal import Plans
internal import XML

/// Whose personnel file it is.
struct Servant: Sendable {
  /// The body's own identifier; nil where plans give none.
  var id: String?
  var name: String
  let agency: String
  let position: String

  /// The servant that a plan is of; nil where it is of none.
  init?(of plan: PlanTree) {
    let root = plan.root
    guard let name = root.text(at: "servant", "name") else { return nil }
    self.name = name
    id = root.text(at: "servant", "id")
    agency = root.text(at: "agency") ?? ""
    position = root.text(at: "servant", "position") ?? ""
  }

  init(id: String?, name: String, agency: String, position: String) {
    self.id = id
    self.name = name
    self.agency = agency
    self.position = position
  }

  /// Whether a plan that one of the servant goes back to may be of the same servant, under another
  /// surname maybe.
  func mayBe(_ other: Servant) -> Bool {
    guard id == nil || other.id == nil || id == other.id else { return false }
    return isCalled(other.name)
      || PersonName(name.utf8.span).isSameButSurname(as: PersonName(other.name.utf8.span))
  }

  /// Whether a name may be that of the servant.
  func isCalled(_ name: String) -> Bool {
    PlanOwner(name: self.name, id: nil).hasSameName(as: name)
  }

  /// The name of the folder of the file, by order № 1886/5 digits, full stops and hyphens only: the
  /// identifier where it is such, or else a number made of it, or of the body and the name.
  var folder: String {
    guard let id else { return "00-" + Self.number(of: agency + "\n" + name) }
    let isPlain =
      id.utf8.count <= 40 && id.utf8.allSatisfy { 0x30...0x39 ~= $0 || $0 == 0x2D || $0 == 0x2E }
      && id.utf8.first.map { 0x30...0x39 ~= $0 } ?? false
    return isPlain ? id : "0-" + Self.number(of: id)
  }

  private static func number(of text: String) -> String {
    let bytes = Digest(of: Array(text.utf8)).bytes.prefix(8)
    return String(bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }
}

extension XMLNode {
  /// The text at a path, in one line; nil where there is none.
  func text(at path: String...) -> String? {
    guard let text = elements(at: path).first?.stringValue else { return nil }
    let line = text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
      .joined(separator: " ")
    return line.isEmpty ? nil : line
  }
}
