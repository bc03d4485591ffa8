package import Diagnostics

/// Where a start tag and the values of its attributes stand; libxml2 keeps only lines.
package struct StartTag: Sendable {
  /// The whole tag.
  package var range: SourceRange
  /// The first character of each attribute's value, by the name as it is written.
  package var values: [(name: String, start: SourcePosition)] = []

  /// The start of an attribute's value.
  package func value(of attribute: String) -> SourcePosition? {
    values.first { $0.name == attribute }?.start
  }
}

/// Finds the start tags of a well-formed text in their order, which is the elements' order.
struct StartTagScanner {
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var column = 1
  /// How many elements and attributes were found.
  private(set) var count = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The start tags, as far as there are no more than a text may have.
  mutating func scan() -> [StartTag] {
    var tags: [StartTag] = []
    while index < bytes.count {
      if bytes[index] != UInt8(ascii: "<") {
        step()
      } else if starts(with: "<!--") {
        skip(past: "-->")
      } else if starts(with: "<![CDATA[") {
        skip(past: "]]>")
      } else if starts(with: "<?") {
        skip(past: "?>")
      } else if starts(with: "</") || starts(with: "<!") {
        skip(past: ">")
      } else {
        let tag = scanTag()
        tags.append(tag)
        count += 1 + tag.values.count
        if count > XMLReader.nodeLimit || tag.values.count > XMLReader.attributeLimit { break }
      }
    }
    return tags
  }

  private mutating func scanTag() -> StartTag {
    let start = position
    var tag = StartTag(range: SourceRange(start, start))
    while index < bytes.count, !isSpace, !isEnd { step() }
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      guard !isSpace, !isEnd else {
        step()
        continue
      }
      let nameStart = index
      while index < bytes.count, bytes[index] != UInt8(ascii: "="), !isSpace, !isEnd { step() }
      let name = String(decoding: bytes[nameStart..<index], as: UTF8.self)
      while index < bytes.count, isSpace || bytes[index] == UInt8(ascii: "=") { step() }
      guard index < bytes.count else { break }
      let quote = bytes[index]
      step()
      tag.values.append((name, position))
      if tag.values.count > XMLReader.attributeLimit { return tag }
      while index < bytes.count, bytes[index] != quote { step() }
      step()
    }
    step()
    tag.range.end = position
    return tag
  }

  private var isSpace: Bool { bytes[index] <= 0x20 }
  private var isEnd: Bool {
    bytes[index] == UInt8(ascii: ">") || bytes[index] == UInt8(ascii: "/")
  }

  private var position: SourcePosition { SourcePosition(line: line, column: column) }

  private mutating func step() {
    if index < bytes.count {
      if bytes[index] == 0x0A {
        line += 1
        column = 1
      } else if bytes[index] & 0xC0 != 0x80 {
        column += 1
      }
    }
    index += 1
  }

  private func starts(with text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard index + length <= bytes.count else { return false }
    return text.withUTF8Buffer { unsafe $0.elementsEqual(bytes[index..<index + length]) }
  }

  private mutating func skip(past text: StaticString) {
    while index < bytes.count, !starts(with: text) { step() }
    for _ in 0..<text.utf8CodeUnitCount { step() }
  }
}
