public import Documents
public import Plans
internal import XML

/// Renders plans, or the blank, by one form; it belongs to one task.
public final class FormRenderer {
  private let form: Form
  private let evaluator = XPathEvaluator(functions: FormReader.functions)
  private let sheet: SheetRenderer

  /// Makes a form ready to render.
  public init(_ form: Form) {
    self.form = form
    let evaluator = self.evaluator
    let expressions = form.expressions.map { expression in
      do throws(XPathFault) {
        return try evaluator.compile(expression)
      } catch {
        preconditionFailure("a checked expression compiles: \(expression.source)")
      }
    }
    sheet = SheetRenderer(form.sheet, evaluator, expressions)
  }

  /// The document of a plan, or nil where an expression of the form did not end.
  public func render(_ plan: PlanTree) -> Document? {
    evaluator.hasFailed = false
    let document = document(sheet, SheetRenderer.Scope(node: plan.root, position: 1, size: 1))
    return evaluator.hasFailed ? nil : document
  }

  /// The blank form, to be filled in by hand.
  public func blank() -> Document {
    document(SheetRenderer(form.blank, evaluator, []), nil)
  }

  private func document(_ sheet: SheetRenderer, _ scope: SheetRenderer.Scope?) -> Document {
    var page = DocumentBuilder(
      language: form.language, orientation: form.orientation, style: form.style)
    sheet.addTitle(scope, to: &page)
    sheet.addBlocks(sheet.sheet.body, scope, to: &page)
    return page.document
  }
}
