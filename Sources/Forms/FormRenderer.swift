public import Documents
public import Plans
internal import XML

/// Renders plans, or the blank, by one form; it belongs to one task.
public final class FormRenderer {
  private let form: Form
  let evaluator = XPathEvaluator(functions: FormReader.functions)
  private let expressions: [XPath]

  /// Makes a form ready to render.
  public init(_ form: Form) {
    self.form = form
    let evaluator = self.evaluator
    expressions = form.expressions.map { expression in
      do throws(XPathFault) {
        return try evaluator.compile(expression)
      } catch {
        preconditionFailure("a checked expression compiles: \(expression.source)")
      }
    }
  }

  /// The document of a plan, or nil where an expression of the form did not end.
  public func render(_ plan: PlanTree) -> Document? {
    evaluator.hasFailed = false
    let document = document(Scope(node: plan.root, position: 1, size: 1))
    return evaluator.hasFailed ? nil : document
  }

  /// The blank form, to be filled in by hand.
  public func blank() -> Document {
    document(nil)
  }

  /// Where the expressions of a part of the form are evaluated.
  struct Scope {
    let node: XMLNode
    let position: Int
    let size: Int
  }

  private func document(_ scope: Scope?) -> Document {
    Document(
      title: plainText(inlines(of: form.title, scope)), language: form.language,
      orientation: form.orientation, style: form.style, blocks: blocks(of: form.body, scope))
  }

  // MARK: Binding

  /// Visits an element once for every node that it is repeated for, where its condition holds.
  func visit(_ element: FormElement, _ scope: Scope?, _ body: (Scope?) -> Void) {
    guard let scope else {
      if !element.isHidden { body(nil) }
      return
    }
    guard let each = element.binding.each else {
      if holds(element, scope) { body(scope) }
      return
    }
    let nodes = evaluator.nodes(
      expressions[each], at: scope.node, position: scope.position, size: scope.size)
    for (index, node) in nodes.enumerated() {
      let inner = Scope(node: node, position: index + 1, size: nodes.count)
      if holds(element, inner) { body(inner) }
    }
  }

  private func holds(_ element: FormElement, _ scope: Scope) -> Bool {
    element.binding.condition.map { isTrue($0, scope) } ?? true
  }

  func isTrue(_ expression: Int, _ scope: Scope) -> Bool {
    evaluator.boolean(
      expressions[expression], at: scope.node, position: scope.position, size: scope.size)
  }

  func text(_ expression: Int, _ scope: Scope) -> String {
    evaluator.string(
      expressions[expression], at: scope.node, position: scope.position, size: scope.size)
  }

  /// A number bound to an attribute, or the plain attribute where none is or in the blank.
  func number(_ name: String, _ bound: Int?, of element: FormElement, _ scope: Scope?) -> Int {
    if let scope, let bound {
      let value = evaluator.value(
        expressions[bound], at: scope.node, position: scope.position, size: scope.size)
      return value.number >= 1 && value.number < 10_000 ? Int(value.number) : 1
    }
    return element.attributes.isEmpty ? 1 : element.attributes[name].flatMap { Int($0) } ?? 1
  }

  /// An element with the class names that are bound to it in the place of its own.
  func classed(_ element: FormElement, _ scope: Scope?) -> FormElement {
    guard let scope, let expression = element.binding.classes else { return element }
    return FormElement(
      tag: element.tag, classes: text(expression, scope).split(separator: " ").map(String.init),
      attributes: element.attributes, binding: element.binding, children: element.children,
      included: element.included)
  }

  /// What stands in an element: the included file where a plan is rendered.
  func content(of element: FormElement, _ scope: Scope?) -> [FormNode] {
    scope == nil ? element.children : element.included ?? element.children
  }
}
