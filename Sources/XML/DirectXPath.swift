internal import Diagnostics

/// The part of XPath 1.0 that forms live by, run straight on the tree.
indirect enum DirectXPath {
  case string(String, utf8: [UInt8])
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
  case substring(DirectXPath, from: DirectXPath, length: DirectXPath?)
  case before(DirectXPath, DirectXPath)
  case after(DirectXPath, DirectXPath)
  case translate(DirectXPath, DirectXPath, DirectXPath)
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
    case .literal(let text, _): self = .string(text, utf8: Array(text.utf8))
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
      case ("substring", 2...3):
        self = .substring(
          operands[0], from: operands[1], length: operands.count > 2 ? operands[2] : nil)
      case ("substring-before", 2): self = .before(operands[0], operands[1])
      case ("substring-after", 2): self = .after(operands[0], operands[1])
      case ("translate", 3): self = .translate(operands[0], operands[1], operands[2])
      default:
        guard let function = functions[name], function.arity.contains(operands.count) else {
          return nil
        }
        switch function.evaluation {
        case .values(let evaluate): self = .call(evaluate, operands)
        case .text:
          guard let key = XPathTextCall.Key(name, arguments), let call = textCalls[key] else {
            return nil
          }
          self = .textCall(call, operands[0])
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
    case .string(let text, _): .string(text)
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
    case .concat, .substring, .before, .after, .translate:
      .string(String(decoding: utf8(at: node, position: position, size: size), as: UTF8.self))
    case .call(let evaluate, let arguments):
      evaluate(arguments.map { $0.value(at: node, position: position, size: size) })
    case .textCall(let call, let operand):
      operand.withText(at: node, position: position, size: size, call.evaluate)
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
    case .equal(let left, let right):
      return left.hasText(right, at: node) { $0.isSame(as: $1) }
        ?? XPathValue.areEqual(value(left), value(right))
    case .notEqual(let left, let right):
      return left.hasText(right, at: node) { !$0.isSame(as: $1) }
        ?? XPathValue.areUnequal(value(left), value(right))
    case .greater(let left, let right): return value(left).number > value(right).number
    case .greaterOrEqual(let left, let right):
      return value(left).number >= value(right).number
    case .contains(let left, let right):
      return left.withText(at: node, position: position, size: size) { text in
        right.withText(at: node, position: position, size: size) { text.place(of: $0) != nil }
      }
    case .startsWith(let left, let right):
      return left.withText(at: node, position: position, size: size) { text in
        right.withText(at: node, position: position, size: size) {
          text.count >= $0.count && text.extracting(first: $0.count).isSame(as: $0)
        }
      }
    default: return value(self).boolean
    }
  }
}
