import Bytes
internal import Diagnostics
package import XML
internal import XPathLanguage

extension XPathFunction {
  /// The functions on many nodes, which XPath 1.0 can only say at great length.
  ///
  /// - `join(nodes, separator)`: their texts, one behind the other.
  /// - `repeated(nodes)`: those whose text one before them has, without regard to capitals and to
  ///   the spaces around words.
  package static let nodes = [
    XPathFunction("join", of: [.nodes, .text], gives: .text) { arguments in
      guard case .nodes(let nodes) = arguments[0] else { return .string(arguments[0].string) }
      guard nodes.count > 1 else { return .string(nodes.first?.stringValue ?? "") }
      var text: [UInt8] = []
      for (index, node) in nodes.enumerated() {
        if index > 0 { arguments[1].withText { text.append(copying: $0) } }
        node.withText { text.append(copying: $0) }
      }
      return .string(String(ofTree: text.span))
    },
    XPathFunction("repeated", of: [.nodes], gives: .nodes) { arguments in
      guard case .nodes(let nodes) = arguments[0], nodes.count > 1 else { return .nodes([]) }
      // Mostly no two texts end alike, and the rest of them need not be looked at.
      let ends = nodes.map { $0.withText { $0.keyOfEnd } }.sorted()
      guard ends.indices.dropFirst().contains(where: { ends[$0] == ends[$0 - 1] }) else {
        return .nodes([])
      }
      var seen: Set<UInt64> = []
      return .nodes(nodes.filter { !seen.insert($0.withText { $0.hashOfWords }).inserted })
    },
  ]
}

extension Span<UInt8> {
  private static var seed: UInt64 { 0xCBF2_9CE4_8422_2325 }
  private static var space: UInt64 { 0x20 }

  /// A hash of the words in lower case, the same for any spaces around them.
  fileprivate var hashOfWords: UInt64 {
    var hash = Self.seed
    var isFirst = true
    var isBetweenWords = false
    var index = 0
    while index < count {
      let (letter, length) = smallScalar(at: index)
      index += length
      if letter == Self.space {
        isBetweenWords = true
        continue
      }
      if isBetweenWords, !isFirst { hash = (hash ^ Self.space) &* 0x100_0000_01B3 }
      hash = (hash ^ letter) &* 0x100_0000_01B3
      isBetweenWords = false
      isFirst = false
    }
    return hash
  }

  /// What tells how a text ends: three bits of each of the last twelve characters but spaces, such
  /// bits of its last byte as capitals and small letters share.
  fileprivate var keyOfEnd: UInt64 {
    var key: UInt64 = 0
    var left = 12
    var index = count
    while left > 0, index > 0 {
      index &-= 1
      let byte = self[index]
      if byte >= 0x80 {
        while index > 0, self[index] & 0xC0 == 0x80 { index &-= 1 }
        if byte == 0xA0, self[index] == 0xC2 { continue }
      } else if byte == 0x20 || 0x09...0x0D ~= byte {
        continue
      }
      key = key &<< 3 | UInt64(byte & 0x0E) &>> 1
      left &-= 1
    }
    return key
  }

  /// The scalar at an index in lower case, a space for white space; behind U+07FF its bytes.
  private func smallScalar(at index: Int) -> (letter: UInt64, length: Int) {
    let lead = UInt64(self[index])
    switch lead {
    case 0x20, 0x09...0x0D: return (Self.space, 1)
    case 0x41...0x5A: return (lead + 0x20, 1)
    case 0..<0x80: return (lead, 1)
    case 0xC0..<0xE0 where index + 1 < count:
      let scalar = (lead & 0x1F) << 6 | UInt64(self[index + 1] & 0x3F)
      switch scalar {
      case 0xA0: return (Self.space, 2)
      case 0x410...0x42F: return (scalar + 0x20, 2)
      case 0x400...0x40F: return (scalar + 0x50, 2)
      case 0x490: return (0x491, 2)
      default: return (scalar, 2)
      }
    default:
      var bytes = lead
      var next = index + 1
      while next < count, self[next] & 0xC0 == 0x80 {
        bytes = bytes << 8 | UInt64(self[next])
        next += 1
      }
      return (bytes, next - index)
    }
  }
}
