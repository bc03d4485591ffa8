internal import XPathLanguage

/// Makes expressions ready to run straight on the tree: the part of XPath 1.0 that forms and rules
/// live by.
struct XPathPartBuilder {
  let functions: [String: XPathFunction]
  let ofTexts: [String: (Span<UInt8>, Span<UInt8>) -> XPathValue]
  let textCalls: [XPathTextCall.Key: XPathTextCall.Evaluation]
  let answers: TreeAnswers
  let types: XPathTypes

  /// Makes an expression ready; nil where a part of it is left to libxml2.
  func part(_ syntax: XPathSyntax) -> XPathPart? {
    switch syntax {
    case .literal(let text, _): return XPathLiteral(text)
    case .number(let number, _): return XPathNumeral(number)
    case .path(let path): return DirectPath(path, answers, condition: condition)
    case .binary(let operation, let left, let right):
      guard let left = part(left), let right = part(right) else { return nil }
      let part = binary(operation, left, right)
      return syntax.isOfWholeTree ? part.map { XPathOnce($0, answers) } : part
    case .function(let name, let arguments, _):
      let operands = arguments.compactMap(part)
      guard operands.count == arguments.count else { return nil }
      return core(name, operands) ?? call(name, arguments, operands)
    case .filter(let inner, let predicates, let path):
      guard predicates.isEmpty, let inner = part(inner), inner.isNodes, let path,
        let steps = DirectPath(path, answers, condition: condition)
      else { return nil }
      return XPathFiltered(inner, steps, answers)
    case .negate: return nil
    }
  }

  /// Makes the condition of a step ready; nil where it asks for positions, as a number does.
  private func condition(_ syntax: XPathSyntax) -> XPathPart? {
    guard let type = types.type(of: syntax), type != .number, !syntax.asksForPositions else {
      return nil
    }
    return part(syntax)
  }

  private func binary(_ operation: XPathSyntax.Operator, _ left: XPathPart, _ right: XPathPart)
    -> XPathPart?
  {
    let isOfNodes = left.isNodes || right.isNodes
    switch operation {
    case .union where left.isNodes && right.isNodes: return XPathUnion(left, right, answers)
    case .and: return XPathAnd(left, right)
    case .or: return XPathOr(left, right)
    case .equal: return XPathEquality.of(left, right, answers, isWanted: true)
    case .notEqual: return XPathEquality.of(left, right, answers, isWanted: false)
    case .greater where !isOfNodes: return XPathGreater(left, right)
    case .less where !isOfNodes: return XPathGreater(right, left)
    case .greaterOrEqual where !isOfNodes: return XPathGreaterOrEqual(left, right)
    case .lessOrEqual where !isOfNodes: return XPathGreaterOrEqual(right, left)
    default: return nil
    }
  }

  /// A function of XPath 1.0.
  private func core(_ name: String, _ operands: [XPathPart]) -> XPathPart? {
    switch (name, operands.count) {
    case ("position", 0): return XPathPosition()
    case ("last", 0): return XPathLast()
    case ("true", 0): return XPathConstant(true)
    case ("false", 0): return XPathConstant(false)
    case ("not", 1): return XPathNot(operands[0])
    case ("count", 1): return (operands[0] as? any XPathCounted).map { XPathCount($0) }
    case ("number", 1): return XPathNumberOf(operands[0])
    case ("contains", 2): return XPathContains(operands[0], operands[1])
    case ("starts-with", 2): return XPathStartsWith(operands[0], operands[1])
    case ("concat", 2...):
      return operands.dropLast().reversed().reduce(operands[operands.count - 1]) {
        XPathConcat($1, $0)
      }
    case ("substring", 2...3):
      return XPathSubstring(
        operands[0], from: operands[1], length: operands.count > 2 ? operands[2] : nil)
    case ("substring-before", 2): return XPathSideOfMark(operands[0], operands[1], isAfter: false)
    case ("substring-after", 2): return XPathSideOfMark(operands[0], operands[1], isAfter: true)
    case ("local-name", 0): return XPathLocalName()
    case ("string-length", 1): return XPathStringLength(operands[0])
    case ("translate", 3): return XPathTranslate(operands[0], operands[1], operands[2])
    default: return nil
    }
  }

  private func call(_ name: String, _ arguments: [XPathSyntax], _ operands: [XPathPart])
    -> XPathPart?
  {
    guard let function = functions[name], function.signature.arity.contains(operands.count) else {
      return nil
    }
    switch function.evaluation {
    case .values(let make):
      return XPathCall(
        make(), operands, answers, givesNodes: function.signature.result == .nodes)
    case .texts:
      return ofTexts[name].map { XPathCallOnTexts($0, (operands[0], operands[1]), answers) }
    case .number: return XPathOrdinal(operands[0], answers)
    case .order: return XPathPrecedes(operands[0], operands[1], answers)
    case .text:
      guard let key = XPathTextCall.Key(name, arguments), let call = textCalls[key] else {
        return nil
      }
      return XPathCallOnText(call.evaluate, operands[0], answers)
    }
  }
}

extension XPathPart {
  fileprivate var isNodes: Bool {
    self is DirectPath || self is XPathUnion || self is XPathFiltered
      || (self as? XPathCall)?.givesNodes ?? false
  }
}
