import Bytes
internal import Diagnostics

/// A text as it is written.
final class XPathLiteral: XPathText {
  /// Its bytes.
  let utf8: [UInt8]
  private let text: String

  init(_ text: String) {
    self.text = text
    utf8 = Array(text.utf8)
  }

  override func value(at focus: XPathFocus) -> XPathValue { .string(text) }

  override func append(to text: inout [UInt8], at focus: XPathFocus) { text += utf8 }

  override func lend(at focus: XPathFocus, _ body: (Span<UInt8>) -> Void) {
    let utf8 = utf8
    body(utf8.span)
  }
}

/// `local-name()`.
final class XPathLocalName: XPathText {
  override func append(to text: inout [UInt8], at focus: XPathFocus) {
    text += focus.node.name.utf8
  }
}

/// `concat(first, rest)`; of more parts, the rest is such a text itself.
final class XPathConcat: XPathText {
  private let first: XPathPart
  private let rest: XPathPart

  init(_ first: XPathPart, _ rest: XPathPart) {
    self.first = first
    self.rest = rest
  }

  override func append(to text: inout [UInt8], at focus: XPathFocus) {
    first.append(to: &text, at: focus)
    rest.append(to: &text, at: focus)
  }
}

/// `substring(whole, start)` and `substring(whole, start, length)`.
final class XPathSubstring: XPathText {
  private let whole: XPathPart
  private let start: XPathPart
  private let length: XPathPart?

  init(_ whole: XPathPart, from start: XPathPart, length: XPathPart?) {
    self.whole = whole
    self.start = start
    self.length = length
  }

  override func append(to text: inout [UInt8], at focus: XPathFocus) {
    let start = start.number(at: focus).roundedUp
    let end = length.map { start + $0.number(at: focus).roundedUp } ?? .infinity
    whole.lend(at: focus) { text.append(scalarsOf: $0, from: start, to: end) }
  }
}

/// `substring-before(whole, mark)` and `substring-after(whole, mark)`.
final class XPathSideOfMark: XPathText {
  private let whole: XPathPart
  private let mark: XPathPart
  private let isAfter: Bool

  init(_ whole: XPathPart, _ mark: XPathPart, isAfter: Bool) {
    self.whole = whole
    self.mark = mark
    self.isAfter = isAfter
  }

  override func append(to text: inout [UInt8], at focus: XPathFocus) {
    whole.lend(at: focus) { whole in
      mark.lend(at: focus) { mark in
        guard let place = whole.place(of: mark) else { return }
        text.append(
          copying: isAfter
            ? whole.extracting(droppingFirst: place + mark.count) : whole.extracting(first: place))
      }
    }
  }
}

/// `translate(whole, old, new)`.
final class XPathTranslate: XPathText {
  private let whole: XPathPart
  private let old: XPathPart
  private let new: XPathPart

  init(_ whole: XPathPart, _ old: XPathPart, _ new: XPathPart) {
    self.whole = whole
    self.old = old
    self.new = new
  }

  override func append(to text: inout [UInt8], at focus: XPathFocus) {
    let old = old.withText(at: focus) { $0.scalars }
    let new = new.withText(at: focus) { $0.scalars }
    whole.lend(at: focus) { text.append(translating: $0, old, new) }
  }
}

extension Double {
  /// The nearest whole number, of two the higher: XPath 1.0, section 4.4.
  fileprivate var roundedUp: Double { (self + 0.5).rounded(.down) }
}
