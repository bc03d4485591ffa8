/// Writes JSON (RFC 8259) as it comes, keys in the order given, so that a text of any length needs
/// no more memory than what was not yet taken.
package struct JSONWriter: Sendable {
  /// What stands between the values.
  package enum Layout: Sendable {
    /// Nothing: one value is one line.
    case compact
    /// Each value on a line of its own, indented by two spaces a level.
    case indented
  }

  private let layout: Layout
  private var bytes: [UInt8] = []
  private var depth = 0
  /// Whether the innermost array or object has something in it.
  private var isFilled = false
  private var followsKey = false

  /// Begins a text, with room for so many bytes.
  package init(_ layout: Layout, capacity: Int = 0) {
    self.layout = layout
    bytes.reserveCapacity(capacity)
  }

  /// What was written since it was last taken, in UTF-8.
  package mutating func take() -> [UInt8] {
    var taken: [UInt8] = []
    taken.reserveCapacity(bytes.count)
    swap(&taken, &bytes)
    return taken
  }

  /// Ends a line, behind a text or between two.
  package mutating func endLine() {
    bytes.append(0x0A)
    if depth == 0 { isFilled = false }
  }

  /// Begins an array.
  package mutating func beginArray() { begin(UInt8(ascii: "[")) }

  /// Ends the array begun last.
  package mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Begins an object.
  package mutating func beginObject() { begin(UInt8(ascii: "{")) }

  /// Ends the object begun last.
  package mutating func endObject() { end(UInt8(ascii: "}")) }

  /// Writes a key; its value follows.
  package mutating func key(_ name: StaticString) {
    place()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    endKey()
  }

  /// Writes a key that is not known beforehand; its value follows.
  package mutating func key(named name: String) {
    place()
    bytes.appendJSON(name)
    endKey()
  }

  /// Writes a string.
  package mutating func write(_ text: String) {
    place()
    bytes.appendJSON(text)
  }

  /// Writes a whole number.
  package mutating func write(_ number: Int) {
    place()
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Writes a truth value.
  package mutating func write(_ flag: Bool) {
    place()
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
  }

  /// Writes a string that is given as bytes of which none needs to be escaped.
  package mutating func writePlain(_ append: (inout [UInt8]) -> Void) {
    place()
    bytes.append(UInt8(ascii: "\""))
    append(&bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func begin(_ bracket: UInt8) {
    place()
    bytes.append(bracket)
    depth += 1
    isFilled = false
  }

  private mutating func end(_ bracket: UInt8) {
    depth -= 1
    if isFilled { breakLine() }
    bytes.append(bracket)
    isFilled = true
  }

  private mutating func endKey() {
    bytes.append(UInt8(ascii: ":"))
    if layout == .indented { bytes.append(UInt8(ascii: " ")) }
    followsKey = true
  }

  /// Parts what follows from what stands before it.
  private mutating func place() {
    if followsKey {
      followsKey = false
      return
    }
    if isFilled { bytes.append(UInt8(ascii: ",")) }
    if depth > 0 { breakLine() }
    isFilled = true
  }

  private mutating func breakLine() {
    guard layout == .indented else { return }
    bytes.append(0x0A)
    for _ in 0..<depth * 2 { bytes.append(UInt8(ascii: " ")) }
  }
}
