package import Documents
package import Plans
internal import XML

/// Renders plans, or the blank, by one form; it belongs to one task.
package final class FormRenderer {
  private let form: Form
  private let expressions: FormExpressions
  private let sheet: SheetRenderer

  /// Makes a form ready to render.
  package init(_ form: Form) {
    self.form = form
    expressions = FormExpressions(form.expressions)
    sheet = SheetRenderer(form.sheet, expressions)
  }

  /// The document of a plan, or nil where an expression of the form did not end.
  package func render(_ plan: PlanTree) -> Document? {
    expressions.evaluator.hasFailed = false
    let document = document(sheet, FormExpressions.Scope(node: plan.root, position: 1, size: 1))
    return expressions.evaluator.hasFailed ? nil : document
  }

  /// The blank form, to be filled in by hand.
  package func blank() -> Document {
    document(SheetRenderer(form.blank, expressions), nil)
  }

  private func document(_ sheet: SheetRenderer, _ scope: FormExpressions.Scope?) -> Document {
    var page = DocumentBuilder(language: form.language, style: form.style)
    sheet.addTitle(scope, to: &page)
    sheet.addBlocks(sheet.sheet.body, scope, to: &page)
    return page.document
  }
}
