/// An XPath 1.0 expression, read but not yet made ready to run; see ``XPathEvaluator``.
package struct XPathExpression: Sendable, Equatable {
  /// The expression as it is written.
  package let source: String
  /// The tree of its parts.
  package let syntax: XPathSyntax

  /// Reads an expression.
  ///
  /// - Throws: why it is none, with the place.
  package init(_ source: String) throws(XPathFault) {
    self.source = source
    self.syntax = try XPathParser.parse(source)
  }
}
