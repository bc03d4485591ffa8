/// The text of a template literal of a script while it is written (ECMA-262, 13.2.8.5).
package struct ScriptText {
  /// What is written so far.
  package private(set) var bytes: [UInt8] = []

  /// Makes an empty text.
  package init() {}

  /// How many bytes are written so far.
  package var count: Int { bytes.count }
  /// Whether none are.
  package var isEmpty: Bool { bytes.isEmpty }

  /// Adds script as it stands.
  package mutating func raw(_ script: StaticString) {
    bytes.append(script)
  }

  /// Adds script that was written before.
  package mutating func append(_ script: [UInt8]) { bytes += script }

  /// Adds a number.
  package mutating func number(_ number: Int) {
    if (0...9).contains(number) { return bytes.append(0x30 + UInt8(number)) }
    bytes += String(number).utf8
  }

  /// Adds text as it is shown: nothing in it ends a line or the literal, or is a part of another.
  package mutating func text(_ text: some StringProtocol) {
    let start = bytes.count
    bytes.appendShown(text)
    var index = start
    while index < bytes.count {
      if Self.isSpecial(bytes[index]) {
        bytes.insert(UInt8(ascii: "\\"), at: index)
        index += 1
      }
      index += 1
    }
  }

  /// Adds a path, or a part of one, so that `decodeURIComponent` gives it back to the byte: what
  /// means something to the script or to the data's lines is percent-encoded.
  package mutating func path(_ path: some StringProtocol) {
    let start = bytes.count
    bytes += path.utf8
    var isPlain = !bytes.isDoubtful(from: start)
    var index = start
    while isPlain, index < bytes.count {
      isPlain = !Self.isMarked(bytes[index])
      index += 1
    }
    if isPlain { return }
    bytes.removeLast(bytes.count - start)
    for byte in path.utf8 {
      if byte < 0x20 || byte >= 0x7F || Self.isMarked(byte) {
        bytes.appendPercent(byte)
      } else {
        bytes.append(byte)
      }
    }
  }

  /// Begins anew in the same memory.
  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Whether a byte means something in a template literal.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "`") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "$")
  }

  /// Whether a byte of a path means something in the literal or at the start of a line of the data.
  private static func isMarked(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "!"): true
    default: isSpecial(byte)
    }
  }
}
