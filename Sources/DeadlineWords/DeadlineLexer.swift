internal import Deadlines

/// Cuts a deadline's text into tokens.
package struct DeadlineLexer {
  /// How many tokens are read at most; a text that has more is not a deadline.
  package static let limit = 400

  /// The text, whose scalars the places of tokens count.
  package let scalars: [Unicode.Scalar]
  private var place = 0
  private var hasSpace = false
  private var tokens: [DeadlineToken] = []
  /// The letters of the last token where it is a word.
  private var lastKey: WordKey?

  /// Makes a lexer that stands at the beginning of a text.
  package init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { scalars.append(scalar) }
    self.scalars = scalars
  }

  /// The tokens, at most ``limit`` of them, and where reading stopped.
  package mutating func read() -> (tokens: [DeadlineToken], end: Int) {
    tokens.reserveCapacity(16)
    while place < scalars.count, tokens.count < Self.limit { readOne() }
    return (tokens, place)
  }

  private func scalar(at index: Int) -> UInt32 { index < scalars.count ? scalars[index].value : 0 }

  private mutating func readOne() {
    let value = scalars[place].value
    if isSpace(value) {
      hasSpace = true
      place += 1
    } else if isDigit(value) {
      readNumber()
    } else if WordKey.code(of: value) != 0 {
      readWord()
    } else if (0x2160...0x2163).contains(value) || (0x2170...0x2173).contains(value) {
      append(.word(.roman(Int(value & 15) + 1)), length: 1)
    } else if isInvisible(value) {
      place += 1
    } else if isQuote(value), touchesDigit {
      place += 1
    } else {
      append(mark(value), length: 1)
    }
  }

  private mutating func append(_ kind: DeadlineToken.Kind, length: Int, key: WordKey? = nil) {
    tokens.append(
      DeadlineToken(
        kind: kind, start: place, end: place + length, hasSpaceBefore: hasSpace || tokens.isEmpty,
        key: key ?? WordKey()))
    place += length
    hasSpace = false
    if kind != .dash { lastKey = key }
  }

  // MARK: Words

  private mutating func readWord() {
    var key = WordKey()
    var end = place
    while end < scalars.count {
      let value = scalars[end].value
      let code = WordKey.code(of: value)
      if code != 0 {
        key.append(code)
      } else if value == 0x306 || value == 0x308 {
        key.compose(value)
      } else if !isInvisible(value) {
        guard isApostrophe(value), WordKey.code(of: scalar(at: end + 1)) != 0 else { break }
      }
      end += 1
    }
    let meaning = DeadlineLexicon.meaning(of: key)
    if joinAcrossHyphen(key, meaning, end) { return }
    if meaning != nil, scalar(at: end) == 0x2E, DeadlineLexicon.isAbbreviation(key) { end += 1 }
    append(meaning.map { .word($0) } ?? .unknownWord, length: end - place, key: key)
  }

  /// «Щокварта-льно» is one word, «ІІ-го» a numeral.
  private mutating func joinAcrossHyphen(_ key: WordKey, _ meaning: DeadlineWord?, _ end: Int)
    -> Bool
  {
    guard let hyphen = tokens.last, hyphen.kind == .dash, tokens.count > 1,
      !hyphen.hasSpaceBefore
    else { return false }
    switch tokens[tokens.count - 2].kind {
    case .word(.loneI), .word(.roman):
      // «II-й», which is «and» elsewhere.
      guard meaning == .ordinalSuffix || meaning == .and, !hasSpace else { return false }
    // «кв-л»
    case .unknownWord, .word(.unit(.quarter)):
      guard var joined = lastKey else { return false }
      joined.append(key)
      guard let word = DeadlineLexicon.meaning(of: joined) else { return false }
      tokens[tokens.count - 2].kind = .word(word)
    default: return false
    }
    tokens.removeLast()
    tokens[tokens.count - 1].end = end
    place = end
    hasSpace = false
    lastKey = nil
    return true
  }

  // MARK: Numbers

  private mutating func readNumber() {
    if let (kind, length) = readDate() ?? readRomanDate() {
      append(kind, length: length)
      // «23.02.–26.02.2027»
      if case .date(_, _, nil) = kind, scalar(at: place) == 0x2E, isHyphen(scalar(at: place + 1)) {
        place += 1
      }
      return
    }
    let (value, end) = digits(from: place)
    // «9-А» is a name.
    if isHyphen(scalar(at: end)), (0x410...0x42F).contains(scalar(at: end + 1)), end - place < 3,
      WordKey.code(of: scalar(at: end + 2)) == 0
    {
      return append(.unknownWord, length: end + 2 - place)
    }
    append(.number(value), length: end - place)
    let suffix = isHyphen(scalar(at: place)) ? place + 1 : place
    var key = WordKey()
    var next = suffix
    while WordKey.code(of: scalar(at: next)) != 0 {
      key.append(WordKey.code(of: scalar(at: next)))
      next += 1
    }
    guard next > suffix, let meaning = DeadlineLexicon.meaning(of: key) else { return }
    let isLetter = suffix > place && next == suffix + 1
    // «4-та», but not «4 та».
    if suffix > place, meaning == .and, next == suffix + 2 {
      tokens[tokens.count - 1].end = next
      place = next
      return
    }
    guard meaning == .ordinalSuffix || isLetter && (meaning == .and || meaning == .but) else {
      return
    }
    tokens[tokens.count - 1].end = next
    tokens[tokens.count - 1].key = key
    place = next
  }

  /// `15.11.2021`, `15.11.21`, `15.11`, `15-11-2021`, `15/11/2021`, `2021-11-15`, `11.2021` or
  /// `10:30`.
  private func readDate() -> (DeadlineToken.Kind, Int)? {
    let (first, afterFirst) = digits(from: place)
    let separator = separator(at: afterFirst)
    guard separator != 0, isDigit(scalar(at: afterFirst + 1)) else { return nil }
    let (second, afterSecond) = digits(from: afterFirst + 1)
    let hasThird =
      self.separator(at: afterSecond) == separator && isDigit(scalar(at: afterSecond + 1))
    let (third, end) = hasThird ? digits(from: afterSecond + 1) : (0, afterSecond)
    let widths = (afterFirst - place, afterSecond - afterFirst - 1, end - afterSecond - 1)
    if separator == 0x3A {
      guard !hasThird, (1...2).contains(widths.0), widths.1 == 2 else { return nil }
      return (.clock(hour: first, minute: second), end - place)
    }
    if separator == 0x2D, widths == (4, 2, 2) {
      return (.date(day: third, month: second, year: first), end - place)
    }
    if separator == 0x2E, !hasThird, widths.0 <= 2, widths.1 == 4 {
      return (.month(first, year: second), end - place)
    }
    guard (1...2).contains(widths.0), (1...2).contains(widths.1) else { return nil }
    if hasThird {
      guard widths.2 == 4 || widths.2 == 2 && separator == 0x2E else { return nil }
      let year = widths.2 == 4 ? third : 2000 + third
      return (.date(day: first, month: second, year: year), end - place)
    }
    guard separator == 0x2E, widths.0 == 2, widths.1 == 2 else { return nil }
    return (.date(day: first, month: second, year: nil), end - place)
  }

  /// `18.II.2027`, `1/VI`: a day with a Roman month, in letters of either alphabet.
  private func readRomanDate() -> (DeadlineToken.Kind, Int)? {
    let (day, end) = digits(from: place)
    let separator = separator(at: end)
    guard separator == 0x2E || separator == 0x2F, end - place < 3 else { return nil }
    var next = end + 1
    var numeral = ""
    while let letter = Self.romanLetters[scalar(at: next)] {
      numeral.append(letter)
      next += 1
    }
    guard let month = Self.romanMonths.firstIndex(of: numeral).map({ $0 + 1 }),
      WordKey.code(of: scalar(at: next)) == 0
    else { return nil }
    guard self.separator(at: next) == separator, isDigit(scalar(at: next + 1)) else {
      return (.date(day: day, month: month, year: nil), next - place)
    }
    let (year, last) = digits(from: next + 1)
    guard last - next == 5 else { return nil }
    return (.date(day: day, month: month, year: year), last - place)
  }

  private static let romanLetters: [UInt32: Character] = [
    0x49: "I", 0x406: "I", 0x456: "I", 0x56: "V", 0x58: "X", 0x425: "X",
  ]
  private static let romanMonths = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
  ]

  /// What may stand between the numbers of a date or a time of day, all dashes as one; 0 for
  /// anything else.
  private func separator(at index: Int) -> UInt32 {
    let value = scalar(at: index)
    if isHyphen(value) { return 0x2D }
    return value == 0x2E || value == 0x2F || value == 0x3A ? value : 0
  }

  /// A number, or -1 for one of more than nine digits.
  private func digits(from start: Int) -> (value: Int, end: Int) {
    var end = start
    var value = 0
    while isDigit(scalar(at: end)) {
      value = end - start < 9 && value >= 0 ? value * 10 + Int(scalar(at: end) - 0x30) : -1
      end += 1
    }
    return (value, end)
  }

  // MARK: Characters

  private func mark(_ value: UInt32) -> DeadlineToken.Kind {
    switch value {
    case 0x2C: .comma
    case 0x3B: .semicolon
    case 0x2F, 0x5C: .slash
    case 0x2E, 0x2026: .stop
    case 0x3A: .colon
    case 0x28, 0x5B: .open
    case 0x29, 0x5D: .close
    default: isHyphen(value) ? .dash : .mark
    }
  }

  private var touchesDigit: Bool {
    isDigit(scalar(at: place + 1)) || place > 0 && isDigit(scalar(at: place - 1))
  }

  private func isDigit(_ value: UInt32) -> Bool { value >= 0x30 && value <= 0x39 }

  private func isSpace(_ value: UInt32) -> Bool {
    value == 0x20 || (9...13).contains(value) || value == 0x85 || value == 0xA0
      || (0x2000...0x200A).contains(value) || value == 0x2028 || value == 0x2029 || value == 0x202F
      || value == 0x205F || value == 0x3000
  }

  private func isInvisible(_ value: UInt32) -> Bool {
    value == 0xAD || (0x200B...0x200F).contains(value) || value == 0x2060 || value == 0xFEFF
  }

  private func isHyphen(_ value: UInt32) -> Bool {
    value == 0x2D || (0x2010...0x2015).contains(value) || value == 0x2212 || value == 0xFE58
      || value == 0xFE63 || value == 0xFF0D
  }

  private func isApostrophe(_ value: UInt32) -> Bool {
    value == 0x27 || value == 0x60 || value == 0xB4 || value == 0x2018 || value == 0x2019
      || value == 0x2BC || value == 0x2032
  }

  private func isQuote(_ value: UInt32) -> Bool {
    value == 0x22 || value == 0xAB || value == 0xBB || (0x201C...0x201F).contains(value)
  }
}

extension DeadlineLexer {
  /// The text at a place.
  package func text(in range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count * 2)
    for index in range {
      for byte in UTF8.encode(scalars[index]) ?? .init() { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
