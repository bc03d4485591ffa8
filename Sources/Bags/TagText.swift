internal import Diagnostics

/// How tag files of a bag are encoded.
enum TagEncoding: Sendable {
  case utf8, utf16, latin1

  /// The encoding of a name as IANA registers it.
  init?(named name: String) {
    switch name.uppercased() {
    case "UTF-8", "US-ASCII": self = .utf8
    case "UTF-16": self = .utf16
    case "ISO-8859-1": self = .latin1
    default: return nil
    }
  }
}

/// The text of tag files.
enum TagText {
  /// A file's text; nil where its bytes are none in the encoding.
  static func read(_ bytes: [UInt8], _ encoding: TagEncoding) -> String? {
    switch encoding {
    case .utf8:
      return String(
        validating: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...], as: UTF8.self
      )
    case .latin1:
      return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    case .utf16:
      guard bytes.count.isMultiple(of: 2) else { return nil }
      let isLittle = bytes.starts(with: [0xFF, 0xFE])
      let hasMark = isLittle || bytes.starts(with: [0xFE, 0xFF])
      let units = stride(from: hasMark ? 2 : 0, to: bytes.count, by: 2).map { index in
        let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        return isLittle ? second << 8 | first : first << 8 | second
      }
      return String(validating: units, as: UTF16.self)
    }
  }

  /// The lines of a text, which end in LF, CR or both.
  static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    var rest = text.utf8[...]
    while let end = rest.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
      lines.append(String(Substring(rest[..<end])))
      let isReturn = rest[end] == 0x0D
      rest = rest[rest.index(after: end)...]
      if isReturn, rest.first == 0x0A { rest = rest.dropFirst() }
    }
    if !rest.isEmpty { lines.append(String(Substring(rest))) }
    return lines
  }
}
