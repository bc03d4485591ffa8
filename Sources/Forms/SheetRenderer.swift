internal import Diagnostics
internal import Documents
internal import Schemas
internal import XML

/// Walks a form's sheet and adds what it says of a plan to a document.
final class SheetRenderer {
  /// Where the expressions of a part are evaluated; there is none in the blank, to which nothing is
  /// bound.
  typealias Scope = FormExpressions.Scope

  /// What is to be known of an element by its class names.
  struct Look {
    let meanings: FormClasses.Meanings
    let role: Role
    let alignment: Alignment
    let style: PlainText
  }

  let sheet: FormSheet
  let expressions: FormExpressions
  /// What tables are made of whose columns plans name.
  let tableNames: TableNames
  /// What the further pages of the annex say that is being walked.
  var continuation = PlainText()
  /// How often elements may still be repeated.
  var visitsLeft = Int.max

  /// Whether the steps that a plan may take are used up.
  var isExhausted: Bool { visitsLeft < 0 || expressions.evaluator.isExhausted }

  init(_ sheet: FormSheet, _ expressions: FormExpressions, _ tableNames: TableNames) {
    self.sheet = sheet
    self.tableNames = tableNames
    self.expressions = expressions
  }

  // MARK: Binding

  /// Visits an element once for every node that it is repeated for, where its condition holds.
  func visit(_ part: FormSheet.Part, _ scope: Scope?, _ body: (Scope?) -> Void) {
    guard let scope, let each = part.binding.each else {
      if holds(part, scope) { body(scope) }
      return
    }
    let nodes = expressions.nodes(each, scope)
    for index in nodes.indices where !isExhausted {
      visitsLeft -= 1
      let inner = Scope(node: nodes[index], position: index + 1, size: nodes.count)
      if holds(part, inner) { body(inner) }
    }
  }

  private func holds(_ part: FormSheet.Part, _ scope: Scope?) -> Bool {
    guard let scope, let condition = part.binding.condition else { return true }
    return expressions.isTrue(condition, scope)
  }

  /// Appends a text that is bound; false where none is.
  func append(_ expression: Int32?, to text: inout [UInt8], _ scope: Scope?) -> Bool {
    guard let scope, let expression else { return false }
    expressions.append(expression, to: &text, scope)
    return true
  }

  /// Whether a box is ticked.
  func isChecked(_ part: FormSheet.Part, _ scope: Scope?) -> Bool {
    guard let scope, let expression = part.binding.isChecked else { return part.isChecked }
    return expressions.isTrue(expression, scope)
  }

  /// How many columns or rows a cell spans: a number that is bound, or the plain attribute's.
  func span(_ plain: Int32, _ bound: Int32?, _ scope: Scope?) -> Int {
    guard let scope, let bound else { return Int(plain) }
    let value = expressions.number(bound, scope)
    return value >= 1 && value < 10_000 ? Int(value) : 1
  }

  /// How an element looks: by the class names that are bound to it, or by its own.
  func look(
    of part: FormSheet.Part, _ scope: Scope?, in page: inout DocumentBuilder
  ) -> Look {
    var names: [UInt8] = []
    if append(part.binding.classes, to: &names, scope) {
      let bound = FormClasses(
        String(decoding: names, as: UTF8.self).split(separator: " ").map(String.init))
      return Look(
        meanings: bound.meanings,
        role: part.tag.map { bound.role(of: $0, in: part.outerRole) } ?? part.outerRole,
        alignment: bound.alignment, style: page.plainText(bound.style.utf8.span))
    }
    return Look(
      meanings: part.meanings, role: part.role, alignment: part.alignment,
      style: sheet.style(of: part, in: &page))
  }
}
