/// An XPath 1.0 expression, read but not yet made ready to run; see ``XPathEvaluator``.
package struct XPathExpression: Sendable, Equatable {
  /// The expression as it is written.
  package let source: String
  /// The expression with the texts of its named patterns in their place.
  package let resolved: String
  /// The tree of its parts.
  package let syntax: XPathSyntax

  /// Reads an expression.
  ///
  /// - Parameter patterns: the texts that `$name` stands for, by name.
  /// - Throws: why it is none, with the place.
  package init(_ source: String, patterns: [String: String] = [:]) throws(XPathFault) {
    let parsed = try XPathParser.parse(source, patterns: patterns)
    self.source = source
    syntax = parsed.syntax
    resolved = parsed.named.isEmpty ? source : Self.resolved(source, parsed.named)
  }

  /// The source with texts in quotation marks in place of their names.
  private static func resolved(_ source: String, _ named: [(place: XPathPlace, text: String)])
    -> String
  {
    let scalars = source.unicodeScalars
    var result = ""
    var rest = scalars.startIndex
    for (place, text) in named {
      let start = scalars.index(scalars.startIndex, offsetBy: place.offset)
      let quote = text.utf8.contains(UInt8(ascii: "'")) ? "\"" : "'"
      result += String(scalars[rest..<start]) + quote + text + quote
      rest = scalars.index(start, offsetBy: place.length)
    }
    return result + String(scalars[rest...])
  }
}
