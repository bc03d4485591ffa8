internal import Diagnostics
internal import XML

/// A text with expressions in braces: `визначено завдань {count(tasks/task)}`.
struct MessageTemplate: Sendable {
  enum Part: Sendable {
    case text(String)
    case expression(Rule.Place)
  }

  let parts: [Part]

  /// Reads a template that begins at a place; `{{` and `}}` stand for the braces themselves.
  init(_ text: String, at start: SourcePosition) throws(XPathFault) {
    var parts: [Part] = []
    var plain = ""
    var rest = Substring(text)
    var offset = 0
    while let character = rest.first {
      if rest.hasPrefix("{{") || rest.hasPrefix("}}") {
        plain.append(character)
        rest = rest.dropFirst(2)
        offset += 2
        continue
      }
      guard character == "{" else {
        plain.append(character)
        rest = rest.dropFirst()
        offset += character.unicodeScalars.count
        continue
      }
      let inner = rest.dropFirst().prefix { $0 != "}" }
      guard inner.endIndex < rest.endIndex else {
        throw XPathFault(
          problem: Message(uk: "дужку «{» не закрито", en: "the brace '{' is not closed"),
          offset: offset, length: 1)
      }
      if !plain.isEmpty { parts.append(.text(plain)) }
      plain = ""
      let place = SourcePosition(
        line: Int(start.line), column: Int(start.column) + offset + 1)
      do throws(XPathFault) {
        parts.append(
          .expression(Rule.Place(expression: try XPathExpression(String(inner)), start: place)))
      } catch {
        throw XPathFault(
          problem: error.problem, offset: offset + 1 + error.offset, length: error.length)
      }
      offset += inner.unicodeScalars.count + 2
      rest = rest[rest.index(after: inner.endIndex)...]
    }
    if !plain.isEmpty { parts.append(.text(plain)) }
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
