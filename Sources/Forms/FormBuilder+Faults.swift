internal import Diagnostics
internal import XML
internal import XPathLanguage

extension FormBuilder {
  mutating func reportUnknownElement(_ node: XMLNode, in page: borrowing Page) {
    report(
      "form-element", at: node, in: page,
      Message(
        uk: "елемента <\(node.name)> у формі бути не може",
        en: "a form cannot have the element <\(node.name)>"))
  }

  mutating func report(
    _ code: String, at node: XMLNode, in page: borrowing Page, _ message: Message,
    help: Message? = nil
  ) {
    diagnostics.append(
      Diagnostic(code: code, in: page.source, at: page.range(of: node), message, help: help))
  }

  /// Tells what is wrong with an expression, whose first character stands at a place.
  mutating func report(
    _ fault: XPathFault, from start: SourcePosition?, at node: XMLNode, in page: borrowing Page
  ) {
    let position = start.map { page.source.position(in: $0, after: fault.offset) }
    let range =
      position.map {
        SourceRange(line: Int($0.line), column: Int($0.column), length: fault.length)
      } ?? page.range(of: node)
    diagnostics.append(
      Diagnostic(
        code: "form-expression", in: page.source, at: range, fault.problem, help: fault.help))
  }
}
