internal import Functions
internal import XML
internal import XPathLanguage

/// Reads texts from trees by expressions that this program holds.
final class XPathReader {
  private let evaluator = XPathEvaluator(functions: XPathFunction.standard + XPathFunction.names)
  private var compiled: [String: XPath] = [:]

  /// The text of the first node that an expression leads to, or of its value.
  func text(_ expression: String, _ node: XMLNode) -> String {
    evaluator.string(path(expression), at: node)
  }

  /// The nodes that an expression leads to.
  func nodes(_ expression: String, _ node: XMLNode) -> [XMLNode] {
    evaluator.nodes(path(expression), at: node)
  }

  private func path(_ expression: String) -> XPath {
    if let known = compiled[expression] { return known }
    do {
      let path = try evaluator.compile(try XPathExpression(expression))
      compiled[expression] = path
      return path
    } catch {
      preconditionFailure("\(expression) is no expression")
    }
  }
}
