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
  package var resolved: String { named.isEmpty ? source : resolvedNames() }
  /// The tree of its parts.
  package let syntax: XPathSyntax
  private let named: [Named]

  /// What a name in the source stands for.
  enum Named: Sendable, Equatable {
    case expression(XPathExpression, XPathPlace)
    case pattern(String, XPathPlace)
  }

  /// Reads an expression.
  ///
  /// - Parameter names: what `$name` stands for.
  /// - Throws: why it is none, with the place.
  package init(_ source: String, names: XPathNames = XPathNames()) throws(XPathFault) {
    let parsed = try XPathParser.parse(source, names)
    self.source = source
    syntax = parsed.syntax
    named = parsed.named
  }

  private func resolvedNames() -> String {
    let scalars = source.unicodeScalars
    var result = ""
    var rest = scalars.startIndex
    for name in named {
      let (text, place) = name.written
      let start = scalars.index(scalars.startIndex, offsetBy: place.offset)
      result += String(scalars[rest..<start]) + text
      rest = scalars.index(start, offsetBy: place.length)
    }
    return result + String(scalars[rest...])
  }
}

extension XPathExpression.Named {
  /// How it is written in place of the name at a place.
  fileprivate var written: (text: String, place: XPathPlace) {
    switch self {
    case .expression(let expression, let place): return ("(" + expression.resolved + ")", place)
    case .pattern(let text, let place):
      let quote = text.utf8.contains(UInt8(ascii: "'")) ? "\"" : "'"
      return (quote + text + quote, place)
    }
  }
}
