extension XPathFunction {
  /// The functions on many nodes, which XPath 1.0 can only say at great length.
  ///
  /// - `join(nodes, separator)`: their texts, one behind the other.
  /// - `repeated(nodes)`: those whose text one before them has, without regard to capitals and to
  ///   the spaces around words.
  public static let nodes = [
    XPathFunction("join", arity: 2...2) { arguments in
      guard case .nodes(let nodes) = arguments[0] else { return .string(arguments[0].string) }
      return .string(nodes.map(\.stringValue).joined(separator: arguments[1].string))
    },
    XPathFunction("repeated", arity: 1...1) { arguments in
      guard case .nodes(let nodes) = arguments[0], nodes.count > 1 else { return .nodes([]) }
      var seen: Set<Int> = []
      return .nodes(nodes.filter { !seen.insert($0.stringValue.hashOfWords).inserted })
    },
  ]
}

extension String {
  /// A hash of 63 bits of the words in lower case, the same for any spaces between them.
  fileprivate var hashOfWords: Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var isBetweenWords = true
    for scalar in unicodeScalars {
      var value = scalar.value
      switch value {
      case 0x20, 0x09...0x0D, 0xA0:
        if isBetweenWords { continue }
        isBetweenWords = true
        value = 0x20
      case 0x41...0x5A, 0x410...0x42F: value += 0x20
      case 0x400...0x40F: value += 0x50
      case 0x490: value = 0x491
      default: break
      }
      if value != 0x20 { isBetweenWords = false }
      hash = (hash ^ UInt64(value)) &* 0x100_0000_01B3
    }
    return Int(truncatingIfNeeded: hash >> 1)
  }
}
