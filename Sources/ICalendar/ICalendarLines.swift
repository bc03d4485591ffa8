/// The content lines of an iCalendar: ended by CR LF, folded at 75 octets between characters.
struct ICalendarLines {
  private(set) var bytes: [UInt8] = []

  /// Adds a line whose value needs no escapes.
  mutating func add(_ name: String, _ value: String) { append(name + ":" + value) }

  /// Adds a line with texts, escaped and joined by commas.
  mutating func add(_ name: String, text values: [String]) {
    append(name + ":" + values.map(Self.escaped).joined(separator: ","))
  }

  /// A text with its backslashes, semicolons, commas and line ends escaped (RFC 5545, 3.3.11);
  /// control characters, which it must not have, are left out.
  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        result.append("\\")
        result.append(scalar)
      case "\n" where previous == "\r": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
        result.append("\\")
        result.append("n")
      case "\t": result.append(scalar)
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): break
      default: result.append(scalar)
      }
      previous = scalar
    }
    return String(result)
  }

  private mutating func append(_ line: String) {
    var width = 0
    for scalar in line.unicodeScalars {
      let encoded = Unicode.UTF8.encode(scalar)
      let length = encoded?.count ?? 0
      if width + length > 75 {
        bytes += [0x0D, 0x0A, 0x20]
        width = 1
      }
      if let encoded { bytes += encoded }
      width += length
    }
    bytes += [0x0D, 0x0A]
  }
}
