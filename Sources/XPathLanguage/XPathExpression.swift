/// What `$name` stands for in expressions.
package struct XPathNames: Sendable {
  /// The texts of patterns, by name.
  package var patterns: [String: String]
  /// Expressions, by name.
  package var expressions: [String: XPathExpression] = [:]

  /// Makes names of patterns; without any, there are no names.
  package init(patterns: [String: String] = [:]) { self.patterns = patterns }
}

/// An XPath 1.0 expression, read but not yet made ready to run; see ``XPathEvaluator``.
package struct XPathExpression: Sendable, Equatable {
  /// The expression as it is written.
  package let source: String
  /// The expression with what its names stand for in their place.
  package let resolved: String
  /// The tree of its parts.
  package let syntax: XPathSyntax

  /// Reads an expression.
  ///
  /// - Parameter names: what `$name` stands for.
  /// - Throws: why it is none, with the place.
  package init(_ source: String, names: XPathNames = XPathNames()) throws(XPathFault) {
    let parsed = try XPathParser.parse(source, names)
    self.source = source
    syntax = parsed.syntax
    resolved = parsed.named.isEmpty ? source : Self.resolved(source, parsed.named)
  }

  /// The source with texts in place of their names.
  private static func resolved(_ source: String, _ named: [(place: XPathPlace, text: String)])
    -> String
  {
    let scalars = source.unicodeScalars
    var result = ""
    var rest = scalars.startIndex
    for (place, text) in named {
      let start = scalars.index(scalars.startIndex, offsetBy: place.offset)
      result += String(scalars[rest..<start]) + text
      rest = scalars.index(start, offsetBy: place.length)
    }
    return result + String(scalars[rest...])
  }
}
