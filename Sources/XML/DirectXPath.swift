internal import Diagnostics

/// The part of XPath 1.0 that forms live by, run straight on the tree.
indirect enum DirectXPath {
  case string(String)
  case number(Double)
  case position
  case last
  case path(DirectPath)
  case union(DirectXPath, DirectXPath)
  case count(DirectPath)
  case not(DirectXPath)
  case and(DirectXPath, DirectXPath)
  case or(DirectXPath, DirectXPath)
  case equal(DirectXPath, DirectXPath)
  case notEqual(DirectXPath, DirectXPath)
  case greater(DirectXPath, DirectXPath)
  case greaterOrEqual(DirectXPath, DirectXPath)
  case contains(DirectXPath, DirectXPath)
  case startsWith(DirectXPath, DirectXPath)
  case concat([DirectXPath])
  case call(([XPathValue]) -> XPathValue, [DirectXPath])
  case textCall(XPathTextCall.Evaluation, DirectXPath)

  /// Takes an expression, or nil where a part of it is left to libxml2.
  init?(
    _ syntax: XPathSyntax, functions: [String: XPathFunction],
    textCalls: [XPathTextCall.Key: XPathTextCall.Evaluation]
  ) {
    func direct(_ syntax: XPathSyntax) -> DirectXPath? {
      DirectXPath(syntax, functions: functions, textCalls: textCalls)
    }
    switch syntax {
    case .literal(let text, _): self = .string(text)
    case .number(let number): self = .number(number)
    case .path(let path):
      guard let path = DirectPath(path) else { return nil }
      self = .path(path)
    case .binary(let operation, let left, let right):
      guard let left = direct(left), let right = direct(right) else { return nil }
      switch operation {
      case .union where left.isNodes && right.isNodes: self = .union(left, right)
      case .and: self = .and(left, right)
      case .or: self = .or(left, right)
      case .equal: self = .equal(left, right)
      case .notEqual: self = .notEqual(left, right)
      case .greater where !left.isNodes && !right.isNodes: self = .greater(left, right)
      case .less where !left.isNodes && !right.isNodes: self = .greater(right, left)
      case .greaterOrEqual where !left.isNodes && !right.isNodes:
        self = .greaterOrEqual(left, right)
      case .lessOrEqual where !left.isNodes && !right.isNodes:
        self = .greaterOrEqual(right, left)
      default: return nil
      }
    case .function(let name, let arguments, _):
      let operands = arguments.compactMap(direct)
      guard operands.count == arguments.count else { return nil }
      switch (name, operands.count) {
      case ("position", 0): self = .position
      case ("last", 0): self = .last
      case ("true", 0): self = .equal(.number(1), .number(1))
      case ("false", 0): self = .notEqual(.number(1), .number(1))
      case ("not", 1): self = .not(operands[0])
      case ("count", 1):
        guard case .path(let path) = operands[0] else { return nil }
        self = .count(path)
      case ("contains", 2): self = .contains(operands[0], operands[1])
      case ("starts-with", 2): self = .startsWith(operands[0], operands[1])
      case ("concat", 2...): self = .concat(operands)
      default:
        guard let function = functions[name], function.arity.contains(operands.count) else {
          return nil
        }
        switch function.evaluation {
        case .values(let evaluate): self = .call(evaluate, operands)
        case .text:
          guard let key = XPathTextCall.Key(name, arguments), let evaluate = textCalls[key] else {
            return nil
          }
          self = .textCall(evaluate, operands[0])
        }
      }
    case .negate, .filter: return nil
    }
  }

  private var isNodes: Bool {
    switch self {
    case .path, .union: true
    default: false
    }
  }

  func value(at node: XMLNode, position: Int, size: Int) -> XPathValue {
    switch self {
    case .string(let text): .string(text)
    case .number(let number): .number(number)
    case .position: .number(Double(position))
    case .last: .number(Double(size))
    case .path(let path): .nodes(path.nodes(from: node))
    case .union(let left, let right):
      .nodes(
        XMLNode.united(
          left.nodes(at: node, position: position, size: size),
          right.nodes(at: node, position: position, size: size)))
    case .count(let path): .number(Double(path.count(from: node)))
    case .concat(let parts):
      .string(
        parts.reduce(into: "") {
          $0 += $1.value(at: node, position: position, size: size).string
        })
    case .call(let evaluate, let arguments):
      evaluate(arguments.map { $0.value(at: node, position: position, size: size) })
    case .textCall(let evaluate, .path(let path)):
      path.first(from: node)?.withText(evaluate) ?? evaluate("".utf8.span)
    case .textCall(let evaluate, let operand):
      evaluate(operand.value(at: node, position: position, size: size).string.utf8.span)
    case .not, .and, .or, .equal, .notEqual, .greater, .greaterOrEqual, .contains, .startsWith:
      .boolean(boolean(at: node, position: position, size: size))
    }
  }

  private func nodes(at node: XMLNode, position: Int, size: Int) -> [XMLNode] {
    if case .nodes(let nodes) = value(at: node, position: position, size: size) { return nodes }
    return []
  }

  func boolean(at node: XMLNode, position: Int, size: Int) -> Bool {
    func truth(_ part: DirectXPath) -> Bool {
      part.boolean(at: node, position: position, size: size)
    }
    func value(_ part: DirectXPath) -> XPathValue {
      part.value(at: node, position: position, size: size)
    }
    switch self {
    case .path(let path): return path.first(from: node) != nil
    case .not(let inner): return !truth(inner)
    case .and(let left, let right): return truth(left) && truth(right)
    case .or(let left, let right): return truth(left) || truth(right)
    case .equal(let left, let right): return XPathValue.areEqual(value(left), value(right))
    case .notEqual(let left, let right): return XPathValue.areUnequal(value(left), value(right))
    case .greater(let left, let right): return value(left).number > value(right).number
    case .greaterOrEqual(let left, let right):
      return value(left).number >= value(right).number
    case .contains(let left, let right):
      let sought = value(right).string
      return value(left).evaluated { .boolean($0.holds(sought.utf8.span)) }.boolean
    case .startsWith(let left, let right):
      return value(left).string.utf8.starts(with: value(right).string.utf8)
    default: return value(self).boolean
    }
  }
}

extension Span<UInt8> {
  /// Whether these bytes hold the others in one run.
  fileprivate func holds(_ other: Span<UInt8>) -> Bool {
    guard other.count > 0 else { return true }
    var start = 0
    // Letters of one alphabet share their first byte, so the last byte of the run tells more.
    let last = other.count - 1
    let sought = other[last]
    while start + last < count {
      if self[start + last] == sought {
        var index = 0
        while index < last, self[start + index] == other[index] { index += 1 }
        if index == last { return true }
      }
      start += 1
    }
    return false
  }
}
