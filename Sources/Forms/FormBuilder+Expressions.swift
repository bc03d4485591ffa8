internal import Diagnostics
import Files
internal import XML
internal import XPathLanguage

extension FormBuilder {
  /// Compiles the expression of an attribute and checks it against the schema: its index, and what
  /// it selects.
  mutating func compile(
    _ attribute: XMLNode, _ name: String, of node: XMLNode, in page: borrowing Page,
    context: XPathChecker.Context
  ) -> (Int32?, XPathChecker.Context) {
    let start = page.parsed.tag(of: node)?.value(of: "p:" + name)
    do throws(XPathFault) {
      let expression = try XPathExpression(attribute.stringValue)
      let (faults, selected) = checker.check(expression, in: context)
      for fault in faults { report(fault, from: start, at: node, in: page) }
      if name == "each", selected.isEmpty, faults.isEmpty {
        report(
          "form-expression", at: node, in: page,
          Message(
            uk: "p:each вибирає вузли, а цей вираз їх не дає",
            en: "p:each selects nodes, this expression gives none"))
      }
      expressions.append(expression)
      return (Int32(expressions.count - 1), selected)
    } catch {
      report(error, from: start, at: node, in: page)
      return (nil, context)
    }
  }

  /// Where the expressions of a cell begin in a table whose columns the plan names: at any element
  /// inside of it.
  func contextOfCells(in owner: XPathChecker.Context) -> XPathChecker.Context {
    (try? XPathExpression("descendant::*")).map { checker.check($0, in: owner).1 } ?? owner
  }
}
