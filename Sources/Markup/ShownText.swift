/// Text of plans as the index shows it.
extension [UInt8] {
  /// How many bytes of one text are shown: a title or a message may be as long as its file.
  package static let shownLimit = 600

  /// Adds text, cut to a limit, in which nothing hides or reorders its neighbours.
  mutating func appendShown(_ text: some StringProtocol, limit: Int = shownLimit) {
    let start = count
    self += text.utf8
    if count - start > limit {
      var end = start + limit
      while end > start, self[end] & 0xC0 == 0x80 { end -= 1 }
      removeLast(count - end)
      self += "…".utf8
    }
    guard isDoubtful(from: start) else { return }
    let shown = String(decoding: self[start...], as: UTF8.self).visible
    removeLast(count - start)
    self += shown.utf8
  }

  /// Whether there may be a character from a place on that ``Swift/String/visible`` changes: quick
  /// where there is none, also among the dashes, quotation marks and № of Ukrainian texts.
  func isDoubtful(from start: Int) -> Bool {
    var index = start
    while index < count {
      switch self[index] {
      case 0..<0x20, 0x7F, 0xD8, 0xEF: return true
      case 0xC2 where self[index + 1] < 0xA0: return true
      case 0xE2 where self[index + 1] == 0x81: return true
      case 0xE2 where self[index + 1] == 0x80:
        switch self[index + 2] {
        case 0x8B...0x8F, 0xA8...0xAE: return true
        default: index += 3
        }
      default: index += 1
      }
    }
    return false
  }

  /// Adds a byte percent-encoded (RFC 3986).
  mutating func appendPercent(_ byte: UInt8) {
    append(UInt8(ascii: "%"))
    for digit in [byte >> 4, byte & 0xF] { append(digit < 10 ? 0x30 + digit : 0x37 + digit) }
  }
}
