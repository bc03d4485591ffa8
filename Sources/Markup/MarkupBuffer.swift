/// HTML while it is written: bytes, and the few ways in which they may be added.
package struct MarkupBuffer {
  /// What is written so far.
  package private(set) var bytes: [UInt8] = []
  /// The text that is being added, as it is shown.
  private var shown: [UInt8] = []

  /// Makes an empty text.
  package init() {}

  /// How many bytes are written so far.
  package var count: Int { bytes.count }
  /// Whether none are.
  package var isEmpty: Bool { bytes.isEmpty }

  /// Adds markup as it stands: only what is written in this program, never what a plan says.
  package mutating func raw(_ markup: StaticString) {
    bytes.append(markup)
  }

  /// Adds markup that was written before.
  package mutating func append(_ markup: [UInt8]) { bytes += markup }

  /// Adds text that only means itself, between tags or between the quotes of an attribute; what
  /// would hide or reorder its neighbours is made visible.
  package mutating func text(_ text: some StringProtocol) {
    shown.removeAll(keepingCapacity: true)
    shown.appendShown(text)
    let text = shown
    bytes.append(escaping: text.span, in: .attribute)
  }

  /// Adds a number, as it stands.
  package mutating func number(_ number: Int) {
    if (0...9).contains(number) { return bytes.append(0x30 + UInt8(number)) }
    bytes += String(number).utf8
  }

  /// Adds a path of the output folder as a relative address (RFC 3986): everything but the
  /// unreserved characters and slashes is percent-encoded.
  package mutating func address(_ path: some StringProtocol) {
    let path = String(path)
    let utf8 = path.utf8.span
    for index in utf8.indices {
      switch utf8[index] {
      case 0x61...0x7A, 0x41...0x5A, 0x2D...0x39, UInt8(ascii: "_"), UInt8(ascii: "~"):
        bytes.append(utf8[index])  // 2D…39: - . / and the digits
      default: bytes.appendPercent(utf8[index])
      }
    }
  }

  /// Begins anew in the same memory.
  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}
