import Bytes
internal import Diagnostics

/// An expression, or a part of one, ready to run.
///
/// Parts never change and refer to each other, so that running one copies and counts nothing. Each
/// gives its value in one way and leaves the others to be made of that.
class XPathPart {
  /// The value.
  func value(at focus: XPathFocus) -> XPathValue {
    preconditionFailure("every sort of part has its own way to a value")
  }

  /// The value as `boolean()` makes it.
  func boolean(at focus: XPathFocus) -> Bool { value(at: focus).boolean }

  /// The value as `number()` makes it.
  func number(at focus: XPathFocus) -> Double { value(at: focus).number }

  /// The value as `string()` makes it.
  func string(at focus: XPathFocus) -> String { value(at: focus).string }

  /// Appends the value as `string()` makes it, in UTF-8.
  func append(to text: inout [UInt8], at focus: XPathFocus) {
    value(at: focus).withText { text.append(copying: $0) }
  }

  /// Lends the value as `string()` makes it, in UTF-8, once.
  func lend(at focus: XPathFocus, _ body: (Span<UInt8>) -> Void) {
    value(at: focus).withText(body)
  }

  /// The nodes that it selects; none where the value is of another type.
  func nodes(at focus: XPathFocus) -> [XMLNode] {
    if case .nodes(let nodes) = value(at: focus) { return nodes }
    return []
  }

  /// The first of these.
  func first(at focus: XPathFocus) -> XMLNode? { nodes(at: focus).first }

  /// The value as a text of its own.
  final func utf8(at focus: XPathFocus) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(256)
    append(to: &text, at: focus)
    return text
  }

  /// The paths of names that it unites; nil where it is no such union, nor such a path.
  var namePaths: NamePaths? { nil }

  /// What becomes of the value as a text.
  @inline(__always)
  final func withText<Result>(at focus: XPathFocus, _ body: (Span<UInt8>) -> Result) -> Result {
    var result: Result?
    lend(at: focus) { result = body($0) }
    guard let result else { preconditionFailure("a text is lent once") }
    return result
  }
}

/// A part whose value is a boolean.
class XPathCondition: XPathPart {
  override func boolean(at focus: XPathFocus) -> Bool {
    preconditionFailure("every sort of condition has its own")
  }

  final override func value(at focus: XPathFocus) -> XPathValue { .boolean(boolean(at: focus)) }
}

/// A part whose value is a number.
class XPathNumber: XPathPart {
  override func number(at focus: XPathFocus) -> Double {
    preconditionFailure("every sort of number has its own")
  }

  final override func value(at focus: XPathFocus) -> XPathValue { .number(number(at: focus)) }
}

/// A part whose value is a string.
class XPathText: XPathPart {
  override func append(to text: inout [UInt8], at focus: XPathFocus) {
    preconditionFailure("every sort of text has its own")
  }

  override func lend(at focus: XPathFocus, _ body: (Span<UInt8>) -> Void) {
    body(utf8(at: focus).span)
  }

  override func value(at focus: XPathFocus) -> XPathValue {
    .string(withText(at: focus) { String(ofTree: $0) })
  }
}
