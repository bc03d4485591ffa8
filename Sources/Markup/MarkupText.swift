/// Indented XML text, element by element.
package struct MarkupText {
  /// What is written so far, with the XML declaration.
  package private(set) var text = ""
  private var depth = 0

  /// Makes a text without elements.
  package init() {
    text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  }

  /// Writes an element and what stands in it; an empty one closes itself.
  package mutating func element(
    _ name: String, _ attributes: [(String, String?)] = [],
    _ content: (inout MarkupText) -> Void = { _ in }
  ) {
    text += start(name, attributes)
    let length = text.utf8.count
    text += ">\n"
    depth += 1
    content(&self)
    depth -= 1
    if text.utf8.count == length + 2 {
      text.removeLast(2)
      text += "/>\n"
    } else {
      text += margin + "</\(name)>\n"
    }
  }

  /// Writes an element that holds a text.
  package mutating func element(
    _ name: String, _ attributes: [(String, String?)], text content: String
  ) {
    text += start(name, attributes) + ">" + Self.escaped(content) + "</\(name)>\n"
  }

  private var margin: String { String(repeating: "  ", count: depth) }

  private func start(_ name: String, _ attributes: [(String, String?)]) -> String {
    attributes.reduce(margin + "<" + name) { line, attribute in
      line + (attribute.1.map { " \(attribute.0)=\"\(Self.escaped($0))\"" } ?? "")
    }
  }

  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.append(escaping: text.utf8Span.span, in: .attribute)
    return String(decoding: bytes, as: UTF8.self)
  }
}
