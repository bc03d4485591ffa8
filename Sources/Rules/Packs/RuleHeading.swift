import Bytes
internal import Diagnostics

/// What shows at a glance of a rule's file, so that a rule of other kinds need not be read.
struct RuleHeading {
  /// The kinds that the rule speaks of; nil where only reading it tells.
  let kinds: [String]?
  /// Whether it is a rule across plans.
  let isBatch: Bool

  /// Looks at the lines that begin with a key of the rule.
  init(_ source: SourceFile) {
    let bytes = source.bytes
    var found: [[String]?] = []
    var isPlain = true
    var isBatch = false
    var start = 0
    while start < bytes.count {
      let end = bytes.place(of: 0x0A, from: start) ?? bytes.count
      switch bytes[start] {
      case UInt8(ascii: "k") where bytes[start..<end].starts(with: "kind:".utf8):
        found.append(Self.names(bytes[start + 5..<end]))
      case UInt8(ascii: "s"):
        if bytes[start..<end].elementsEqual("scope: batch".utf8) { isBatch = true }
      case UInt8(ascii: "{"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "?"),
        UInt8(ascii: "!"), UInt8(ascii: "&"), UInt8(ascii: "%"), 0x0D, 0xEF:
        isPlain = false
      default: break
      }
      start = end + 1
    }
    kinds = isPlain && found.count == 1 ? found[0] : nil
    self.isBatch = isBatch
  }

  /// Whether the rule may speak of a kind.
  func mayConcern(_ kind: String) -> Bool { kinds?.contains(kind) ?? true }

  /// The names on the rest of a line, with or without brackets; nil where anything else stands there.
  private static func names(_ bytes: ArraySlice<UInt8>) -> [String]? {
    var text = bytes.drop { $0 == 0x20 }
    while text.last == 0x20 { text.removeLast() }
    if text.first == UInt8(ascii: "["), text.last == UInt8(ascii: "]") {
      text = text.dropFirst().dropLast()
    }
    let isOfNames = text.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x20
        || byte == 0x2C
    }
    let names = text.split { $0 == 0x20 || $0 == 0x2C }.map { String(decoding: $0, as: UTF8.self) }
    return isOfNames && !names.isEmpty ? names : nil
  }
}
