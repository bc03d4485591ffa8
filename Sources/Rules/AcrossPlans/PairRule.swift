internal import XML

/// A rule across plans made ready, with the tree in which it sees two of them.
final class PairRule {
  let ready: ReadyRule
  let condition: PairCondition
  private let evaluator: XPathEvaluator
  private let names: [String]
  private let tree: XMLTree

  init(_ rule: Rule, _ evaluator: XPathEvaluator) {
    ready = ReadyRule(rule, evaluator)
    names = rule.batch?.facts.map(\.name) ?? []
    condition = PairCondition(rule.assert.expression, names, evaluator)
    self.evaluator = evaluator
    tree = XMLTree(rootName: "pair")
    for name in ["this", "other"] { tree.root.append(tree.makeElement(name)) }
  }

  /// The element that expressions are evaluated at.
  var pair: XMLNode { tree.root }

  /// Puts the facts of the plan that is judged in their place.
  func setThis(_ values: [String]) { set(tree.root.firstChild, values) }

  /// Puts the facts of the plan that it is held against in their place.
  func setOther(_ values: [String]) { set(tree.root.lastChild, values) }

  /// Whether the assertion holds against another plan; nil where it takes too many steps.
  func holds(against other: [String]) -> Bool? {
    setOther(other)
    evaluator.hasFailed = false
    let holds = evaluator.boolean(ready.assert, at: pair)
    return evaluator.hasFailed ? nil : holds
  }

  /// Whether some expressions that speak of the other plan alone are all true of it.
  func areTrue(_ expressions: [XPath], of other: [String]) -> Bool {
    guard !expressions.isEmpty else { return true }
    setOther(other)
    return expressions.allSatisfy { evaluator.boolean($0, at: pair) }
  }

  private func set(_ element: XMLNode?, _ values: [String]) {
    for (name, value) in zip(names, values) { element?.setAttribute(name, value.utf8.span) }
  }
}
