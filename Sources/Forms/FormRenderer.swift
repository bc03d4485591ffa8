package import Documents
package import Plans
internal import XML

/// Renders plans, or the blank, by one form; it belongs to one task.
package final class FormRenderer {
  private let form: Form
  /// How many nodes the expressions of the form may look at in one plan.
  private let stepLimit: Int
  private let expressions: FormExpressions
  private let sheet: SheetRenderer

  /// Makes a form ready to render.
  ///
  /// - Parameters:
  ///   - stepLimit: how many nodes its expressions may look at in one plan, ten for every time that
  ///     an element is repeated; by default, a hundred times what the largest plans need.
  ///   - isStopped: is asked now and then whether to give up; then there is no document.
  package init(
    _ form: Form, stepLimit: Int = 100_000_000,
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) {
    self.form = form
    self.stepLimit = stepLimit
    expressions = FormExpressions(form.expressions)
    expressions.evaluator.isStopped = isStopped
    sheet = SheetRenderer(form.sheet, expressions, form.tableNames)
  }

  /// The document of a plan, or nil where its expressions took too many steps.
  package func render(_ plan: PlanTree) -> Document? {
    expressions.evaluator.beginTree(steps: stepLimit)
    sheet.visitsLeft = stepLimit / 10
    defer { expressions.evaluator.endTree() }
    let document = document(sheet, FormExpressions.Scope(node: plan.root, position: 1, size: 1))
    return sheet.isExhausted ? nil : document
  }

  /// The blank form, to be filled in by hand.
  package func blank() -> Document {
    document(SheetRenderer(form.blank, expressions, form.tableNames), nil)
  }

  private func document(_ sheet: SheetRenderer, _ scope: FormExpressions.Scope?) -> Document {
    var page = DocumentBuilder(language: form.language, style: form.style)
    sheet.addTitle(scope, to: &page)
    sheet.addBlocks(sheet.sheet.body, scope, to: &page)
    return page.document
  }
}
