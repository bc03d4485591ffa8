extension XPathSyntax {
  /// The expression as XPath 1.0, in full: every axis named, every operand in brackets. Nil for a
  /// number that XPath 1.0 has no way to write.
  package var source: String? {
    switch self {
    case .number(let number, _):
      let text = Int(exactly: number).map(String.init) ?? String(number)
      return text.allSatisfy { $0.isNumber || $0 == "." } ? text : nil
    case .literal(let text, _):
      return text.utf8.contains(UInt8(ascii: "'")) ? "\"\(text)\"" : "'\(text)'"
    case .function(let name, let arguments, _):
      return Self.joined(arguments, separator: ", ").map { "\(name)(\($0))" }
    case .binary(let operation, let left, let right):
      guard let left = left.source, let right = right.source else { return nil }
      return "(\(left)) \(operation.rawValue) (\(right))"
    case .negate(let inner): return inner.source.map { "- (\($0))" }
    case .path(let path): return path.source
    case .filter(let inner, let predicates, let path):
      guard let inner = inner.source, let conditions = Self.conditions(predicates) else {
        return nil
      }
      guard let path else { return "(\(inner))\(conditions)" }
      return path.source.map { "(\(inner))\(conditions)/\($0)" }
    }
  }

  fileprivate static func conditions(_ predicates: [XPathSyntax]) -> String? {
    predicates.isEmpty ? "" : joined(predicates, separator: "][").map { "[\($0)]" }
  }

  private static func joined(_ parts: [XPathSyntax], separator: String) -> String? {
    let sources = parts.compactMap(\.source)
    return sources.count == parts.count ? sources.joined(separator: separator) : nil
  }
}

extension XPathPath {
  fileprivate var source: String? {
    let sources = steps.compactMap(\.source)
    guard sources.count == steps.count else { return nil }
    return (isAbsolute ? "/" : "") + sources.joined(separator: "/")
  }
}

extension XPathStep {
  fileprivate var source: String? {
    let test =
      switch test {
      case .name(let name): name
      case .any: "*"
      case .node: "node()"
      case .text: "text()"
      }
    return XPathSyntax.conditions(predicates).map { "\(axis.rawValue)::\(test)\($0)" }
  }
}
