import Bytes
internal import Diagnostics

/// Which spaces of a text hold words together that must stand on one line: the parts of a date, a
/// number and its sign, «п.» and its number, initials and a surname.
extension Span<UInt8> {
  /// A word of more bytes may be broken where a line ends.
  static var longestWord: Int { 60 }

  /// Whether a space may be such a one, or a word is longer than any column: seldom, and mostly for
  /// a reason.
  var mayHoldWords: Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var last = -1
    var index = 0
    while index < count {
      let spaces = sixteen(at: index).equal(to: UInt8(ascii: " ")).halves
      for half in 0..<2 {
        var bits = spaces[half] & ones
        while bits != 0 {
          let place = index + half * 8 + bits.trailingZeroBitCount / 8
          if place - last > Self.longestWord || mayBind(at: place) { return true }
          last = place
          bits &= bits &- 1
        }
      }
      index += 16
    }
    return count - last > Self.longestWord
  }

  /// A quick look at what stands beside a space: a digit, a number sign, a full stop, an initial.
  @inline(__always)
  func mayBind(at place: Int) -> Bool {
    guard place > 0, place + 1 < count else { return false }
    let (before, behind) = (self[place - 1], self[place + 1])
    if before.isDigit || behind.isDigit || before == UInt8(ascii: ".") || behind == 0xE2 {
      return true
    }
    // The last two bytes of the number sign.
    if before == 0x96, place > 2, self[place - 2] == 0x84 { return true }
    return place + 3 < count && self[place + 3] == UInt8(ascii: ".")
  }

  /// Whether no line ends at a space.
  func isBound(at place: Int) -> Bool {
    guard place > 0, place + 1 < count else { return false }
    if ends(with: "№", before: place) { return true }
    let before = word(before: place)
    let behind = word(behind: place)
    let firstBehind = self[place + 1]
    if starts(with: "№", at: place + 1) { return before == "р." || self[place - 1].isDigit }
    if firstBehind.isDigit {
      if Self.numbered.contains(before) { return true }
      return Self.months.contains(before) && behind.utf8.prefix { $0.isDigit }.count == 4
    }
    if self[place - 1].isDigit {
      let digits = before.utf8.reversed().prefix { $0.isDigit }.count
      if digits == 4 { return Self.years.contains { behind.hasPrefix($0) } }
      return digits <= 2 && Self.months.contains { behind.hasPrefix($0) }
    }
    if before.isInitial { return behind.unicodeScalars.first?.properties.isUppercase ?? false }
    return behind.isInitial && (before.unicodeScalars.first?.properties.isUppercase ?? false)
  }

  private func starts(with sign: String, at place: Int) -> Bool {
    let sign = sign.utf8
    return place + sign.count <= count
      && zip(place..<place + sign.count, sign).allSatisfy { self[$0] == $1 }
  }

  private func ends(with sign: String, before place: Int) -> Bool {
    place >= sign.utf8.count && starts(with: sign, at: place - sign.utf8.count)
  }

  /// What stands before a space, up to another or a bracket.
  private func word(before place: Int) -> String {
    var start = place
    while start > 0, place - start < Self.longestWord, !self[start - 1].separatesWords {
      start -= 1
    }
    return String(copying: extracting(start..<place))
  }

  /// What stands behind a space, up to another or a bracket.
  private func word(behind place: Int) -> String {
    var end = place + 1
    while end < count, end - place < Self.longestWord, !self[end].separatesWords { end += 1 }
    return String(copying: extracting(place + 1..<end))
  }

  private static var numbered: Set<String> {
    ["п.", "пп.", "підп.", "ст.", "ч.", "абз.", "розд.", "гл.", "с."]
  }

  private static var years: [String] { ["р.", "рр.", "рік", "ро"] }

  private static var months: Set<String> {
    [
      "січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня",
      "жовтня", "листопада", "грудня",
    ]
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }

  fileprivate var separatesWords: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "(") || self == UInt8(ascii: "\n")
  }
}

extension String {
  /// Whether the word is one capital letter or two, each with a full stop: «О.», «О.П.».
  fileprivate var isInitial: Bool {
    var scalars = Array(unicodeScalars)
    while let last = scalars.last, [",", ";", ":", ")", "»"].contains(last) { scalars.removeLast() }
    guard scalars.count == 2 || scalars.count == 4 else { return false }
    return scalars.indices.allSatisfy {
      $0 % 2 == 0 ? scalars[$0].properties.isUppercase : scalars[$0] == "."
    }
  }
}
