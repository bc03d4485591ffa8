internal import XML
internal import XPathLanguage

/// The expressions of a form, ready to run; parts of its sheet refer to them by index.
struct FormExpressions {
  /// Where an expression is evaluated.
  struct Scope {
    let node: XMLNode
    let position: Int
    let size: Int
  }

  let evaluator = XPathEvaluator(functions: FormReader.functions)
  private let compiled: [XPath]

  init(_ expressions: [XPathExpression]) {
    let evaluator = self.evaluator
    compiled = expressions.map { expression in
      do throws(XPathFault) {
        return try evaluator.compile(expression)
      } catch {
        preconditionFailure("a checked expression compiles: \(expression.source)")
      }
    }
  }

  /// The nodes that an expression selects.
  func nodes(_ index: Int32, _ scope: Scope) -> [XMLNode] {
    evaluator.nodes(
      compiled[Int(index)], at: scope.node, position: scope.position, size: scope.size)
  }

  func isTrue(_ index: Int32, _ scope: Scope) -> Bool {
    evaluator.boolean(
      compiled[Int(index)], at: scope.node, position: scope.position, size: scope.size)
  }

  func number(_ index: Int32, _ scope: Scope) -> Double {
    evaluator.value(
      compiled[Int(index)], at: scope.node, position: scope.position, size: scope.size
    ).number
  }

  /// Appends the string value of an expression, in UTF-8.
  func append(_ index: Int32, to text: inout [UInt8], _ scope: Scope) {
    evaluator.append(
      compiled[Int(index)], to: &text, at: scope.node, position: scope.position, size: scope.size)
  }
}
