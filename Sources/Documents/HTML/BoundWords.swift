import Bytes

/// Which spaces of a text hold words together that must stand on one line: the parts of a date, a
/// number and its sign, «п.» and its number, initials and a surname.
extension Span<UInt8> {
  /// A word of more bytes may be broken where a line ends.
  static var longestWord: Int { 60 }

  /// Where the first space from a place on stands; the end where there is none.
  @inline(__always)
  func space(from start: Int) -> Int {
    var index = start
    while index < count {
      let spaces = sixteen(at: index).equal(to: UInt8(ascii: " ")).halves
      if spaces[0] != 0 { return index + spaces[0].trailingZeroBitCount / 8 }
      if spaces[1] != 0 { return index + 8 + spaces[1].trailingZeroBitCount / 8 }
      index += 16
    }
    return count
  }

  /// Where a word may be broken that is longer than any column: between characters.
  func cuts(in word: Range<Int>) -> [Int] {
    var result: [Int] = []
    var start = word.lowerBound
    for place in word where place - start >= Self.longestWord && self[place] & 0xC0 != 0x80 {
      result.append(place)
      start = place
    }
    return result
  }

  /// Whether no line ends at a space, unless what it holds together is longer than one.
  package func holdsTogether(at place: Int) -> Bool { mayBind(at: place) && isBound(at: place) }

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
    var before: Range<Int> { wordStart(before: place)..<place }
    if isNumberSign(at: place - 3) { return true }
    if isNumberSign(at: place + 1) {
      return self[place - 1].isDigit || has(BoundWord.year, as: before)
    }
    if self[place + 1].isDigit {
      if self[place - 1] == UInt8(ascii: ".") {
        return BoundWord.numbered.contains { has($0, as: before) }
      }
      return digits(from: place + 1) == 4 && BoundWord.months.contains { has($0, as: before) }
    }
    if self[place - 1].isDigit {
      let digits = digits(endingAt: place)
      let words = digits == 4 ? BoundWord.years : digits <= 2 ? BoundWord.months : []
      return words.contains { has($0, at: place + 1) }
    }
    if isInitial(before) { return isCapital(at: place + 1) }
    return isInitial(place + 1..<wordEnd(behind: place)) && isCapital(at: before.lowerBound)
  }

  private func has(_ word: [UInt8], at place: Int) -> Bool {
    // The second byte tells most letters apart.
    place >= 0 && place + word.count <= count && self[place + 1] == word[1]
      && extracting(place..<place + word.count).equals(word.span)
  }

  /// Whether «№» stands at a place.
  private func isNumberSign(at place: Int) -> Bool {
    place >= 0 && place + 3 <= count && self[place] == 0xE2 && self[place + 1] == 0x84
      && self[place + 2] == 0x96
  }

  private func has(_ word: [UInt8], as bytes: Range<Int>) -> Bool {
    bytes.count == word.count && has(word, at: bytes.lowerBound)
  }

  private func digits(from place: Int) -> Int {
    var end = place
    while end < count, self[end].isDigit { end += 1 }
    return end - place
  }

  private func digits(endingAt place: Int) -> Int {
    var start = place
    while start > 0, self[start - 1].isDigit { start -= 1 }
    return place - start
  }

  /// Where what stands before a space begins: behind another, or behind a bracket.
  private func wordStart(before place: Int) -> Int {
    var start = place
    while start > 0, place - start < Self.longestWord, !self[start - 1].separatesWords {
      start -= 1
    }
    return start
  }

  /// Where what stands behind a space ends: before another, or before a bracket.
  private func wordEnd(behind place: Int) -> Int {
    var end = place + 1
    while end < count, end - place < Self.longestWord, !self[end].separatesWords { end += 1 }
    return end
  }

  /// Whether a capital letter stands at a place.
  private func isCapital(at place: Int) -> Bool {
    Unicode.Scalar(UTF8Scalars.scalar(in: self, at: place).value)?.properties.isUppercase ?? false
  }

  /// Whether a word is one capital letter or two, each with a full stop: «О.», «О.П.».
  private func isInitial(_ word: Range<Int>) -> Bool {
    var place = word.lowerBound
    for _ in 1...2 {
      guard place < word.upperBound, isCapital(at: place) else { return false }
      place += UTF8Scalars.scalar(in: self, at: place).length
      guard place < word.upperBound, self[place] == UInt8(ascii: ".") else { return false }
      place += 1
      if onlyMarks(place..<word.upperBound) { return true }
    }
    return false
  }

  /// Whether nothing stands there, or only marks that may follow a word.
  private func onlyMarks(_ bytes: Range<Int>) -> Bool {
    var place = bytes.lowerBound
    while place < bytes.upperBound {
      switch self[place] {
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ")"): place += 1
      // «»»
      case 0xC2 where place + 1 < bytes.upperBound && self[place + 1] == 0xBB: place += 2
      default: return false
      }
    }
    return true
  }
}

/// The words beside spaces that no line ends at, in UTF-8.
private enum BoundWord {
  static let year = Array("р.".utf8)
  static let numbered = ["п.", "пп.", "підп.", "ст.", "ч.", "абз.", "розд.", "гл.", "с."].map(bytes)
  static let years = ["р.", "рр.", "рік", "ро"].map(bytes)
  static let months = [
    "січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня",
    "жовтня", "листопада", "грудня",
  ].map(bytes)

  private static func bytes(_ word: String) -> [UInt8] { Array(word.utf8) }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }

  fileprivate var separatesWords: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "(") || self == UInt8(ascii: "\n")
  }
}
