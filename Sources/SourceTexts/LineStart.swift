import Diagnostics

/// The beginning of a line, up to a place, read forward through a text so that every byte is looked at
/// once.
struct LineStart {
  /// No key is longer.
  private static let longest = 256

  private let bytes: [UInt8]
  /// Where the line begins.
  private(set) var start = 0
  /// Whether the line stands in a text that begins with `|` or `>`, where all is text.
  private(set) var isInBlock = false
  /// How far the line was read.
  private var place = 0
  /// What stands in it behind spaces and the hyphens of lists, as far as it may be a key.
  private var rest: [Unicode.Scalar] = []
  /// How far the line is indented below which such a text was begun.
  private var block: Int?

  init(of bytes: [UInt8]) { self.bytes = bytes }

  /// Reads on to a place, perhaps in another line.
  mutating func read(to end: Int) {
    while let newline = bytes[place..<end].firstIndex(of: 0x0A) {
      if !isInBlock, opensBlock(bytes[start..<newline]) { block = indent }
      start = newline + 1
      place = start
      rest = []
      let isBlank = start + indent == bytes.count || bytes[start + indent] == 0x0A
      if let outer = block, !isBlank, indent <= outer { block = nil }
      isInBlock = block != nil
    }
    for scalar in String(decoding: bytes[place..<end], as: UTF8.self).unicodeScalars {
      let isSpace = scalar.properties.isWhitespace || scalar.isUnseen
      if !isSpace {
        if rest.count <= Self.longest { rest.append(scalar) }
      } else if rest == ["-"] {
        rest = []
      } else if !rest.isEmpty, rest.count <= Self.longest {
        rest.append(" ")
      }
    }
    place = end
  }

  /// Whether YAML wants a space here: at the beginning, behind a hyphen or a key's colon.
  func wantsSpace(isKey: (String) -> Bool) -> Bool {
    if rest.isEmpty || rest == ["-"] { return true }
    guard rest.last == ":", rest.count <= Self.longest else { return false }
    return isKey(String(String.UnicodeScalarView(rest.dropLast())))
  }

  /// How many spaces the line begins with.
  private var indent: Int { bytes[start...].prefix { $0 == 0x20 }.count }

  /// Whether the last word of a line, before a comment, begins a text of several lines.
  private func opensBlock(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.contains(where: { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ">") }) else {
      return false
    }
    let words = String(decoding: line, as: UTF8.self).split { $0.isWhitespace }
    let last = words.prefix { !$0.hasPrefix("#") }.last ?? ""
    guard let first = last.first, "|>".contains(first) else { return false }
    return last.dropFirst().allSatisfy("+-123456789".contains)
  }
}
