internal import Bytes

/// The path of a file in a bag. Paths are told apart by their bytes: what differs only in the normal
/// form is another file to most file systems.
package struct BagPath: Sendable, Hashable, Comparable {
  /// The path.
  package let text: String

  /// Names a path.
  package init(_ text: String) { self.text = text }

  /// Reads a path as manifests write it: since version 1.0 line ends and the percent sign are
  /// percent-encoded, and nothing else.
  init(written text: String, isDecoded: Bool) {
    guard isDecoded, text.utf8.contains(UInt8(ascii: "%")) else {
      self.text = text
      return
    }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let code = Self.codes.first { byte == 0x25 && rest.prefix(2).map { $0 & 0xDF } == $0.masked }
      bytes.append(code?.byte ?? byte)
      if code != nil { rest = rest.dropFirst(2) }
    }
    self.text = String(decoding: bytes, as: UTF8.self)
  }

  /// What is written with a percent sign, and how: the digits without what parts small letters from
  /// capitals.
  private static let codes: [(byte: UInt8, digits: String, masked: [UInt8])] = [
    (0x0A, "%0A", "0A"), (0x0D, "%0D", "0D"), (0x25, "%25", "25"),
  ].map { ($0, $1, Array($2.utf8).map { $0 & 0xDF }) }

  /// The path as manifests write it.
  var written: String {
    guard text.utf8.contains(where: { byte in Self.codes.contains { $0.byte == byte } }) else {
      return text
    }
    let bytes = text.utf8.flatMap { byte in
      Self.codes.first { $0.byte == byte }.map { Array($0.digits.utf8) } ?? [byte]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What is the same for paths that some file systems take for one: letter case and normal form.
  var folded: String { text.lowercased() }

  /// Whether it is that of a file of the payload.
  var isPayload: Bool { text.beginsWithBytes(of: "data/") }

  /// Whether it leads out of the bag, or would on some system: from the root, through `..`, to a home
  /// folder or a drive.
  var leadsOut: Bool {
    let parts = text.utf8.split(omittingEmptySubsequences: false) { $0 == 0x2F || $0 == 0x5C }
    guard let first = parts.first, let letter = first.first else { return true }
    return letter == 0x7E || first.count == 2 && first.last == 0x3A
      || parts.contains { $0.elementsEqual([0x2E, 0x2E]) }
  }

  /// Whether it has a part that says nothing: `a//b`, `a/./b`.
  var isOdd: Bool {
    text.utf8.split(separator: 0x2F, omittingEmptySubsequences: false).contains {
      $0.isEmpty || $0.count == 1 && $0.first == 0x2E
    }
  }

  /// Whether it holds characters that nobody sees.
  var hasControls: Bool {
    text.unicodeScalars.contains { $0.value < 0x20 || 0x7F...0x9F ~= $0.value }
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.text.hasSameBytes(as: right.text)
  }

  package static func < (left: Self, right: Self) -> Bool { left.text.precedes(right.text) }

  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
