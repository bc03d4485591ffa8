internal import Diagnostics
internal import XML
internal import XPathLanguage

/// A text with expressions in braces: `визначено завдань {count(tasks/task)}`.
struct MessageTemplate: Sendable {
  enum Part: Sendable {
    case text(String)
    case expression(Rule.Place)
  }

  let parts: [Part]

  /// Reads a template that begins at a place; `{{` and `}}` stand for the braces themselves.
  init(_ text: String, at start: SourcePosition, names: XPathNames = XPathNames())
    throws(XPathFault)
  {
    let bytes = Array(text.utf8)
    let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
    var parts: [Part] = []
    var plain: [UInt8] = []
    var index = 0
    /// Where the next character stands, in scalars.
    var offset = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == open || byte == close, index + 1 < bytes.count, bytes[index + 1] == byte {
        plain.append(byte)
        index += 2
        offset += 2
        continue
      }
      guard byte == open else {
        plain.append(byte)
        index += 1
        if byte & 0xC0 != 0x80 { offset += 1 }
        continue
      }
      guard let end = bytes[index...].firstIndex(of: close) else {
        throw XPathFault(
          problem: Message(uk: "дужку «{» не закрито", en: "the brace '{' is not closed"),
          offset: offset, length: 1)
      }
      if !plain.isEmpty { parts.append(.text(String(decoding: plain, as: UTF8.self))) }
      plain = []
      let place = SourcePosition(line: Int(start.line), column: Int(start.column) + offset + 1)
      do throws(XPathFault) {
        let inner = String(decoding: bytes[index + 1..<end], as: UTF8.self)
        let expression = try XPathExpression(inner, names: names)
        parts.append(.expression(Rule.Place(expression: expression, start: place)))
      } catch {
        throw XPathFault(
          problem: error.problem, offset: offset + 1 + error.offset, length: error.length)
      }
      for byte in bytes[index...end] where byte & 0xC0 != 0x80 { offset += 1 }
      index = end + 1
    }
    if !plain.isEmpty { parts.append(.text(String(decoding: plain, as: UTF8.self))) }
    self.parts = parts
  }

  /// The expressions in it.
  var expressions: [Rule.Place] {
    parts.compactMap { if case .expression(let place) = $0 { place } else { nil } }
  }
}

/// A template in both languages.
struct LocalizedTemplate: Sendable {
  let uk: MessageTemplate
  let en: MessageTemplate
}
