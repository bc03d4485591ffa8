import Bytes

/// The text of a pattern, read scalar by scalar, with its smallest parts: escapes and classes.
struct PatternScalars {
  enum Escape {
    case scalar(Unicode.Scalar)
    case set(ScalarSet)
  }

  private let scalars: [Unicode.Scalar]
  var index = 0

  init(_ source: String) {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(source.utf8.count)
    let text = Array(source.utf8)
    var index = 0
    while index < text.count {
      let (scalar, length) = UTF8Scalars.scalar(in: text.span, at: index)
      scalars.append(Unicode.Scalar(scalar) ?? "\u{FFFD}")
      index += length
    }
    self.scalars = scalars
  }

  var count: Int { scalars.count }
  var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }
  var next: Unicode.Scalar? { index + 1 < scalars.count ? scalars[index + 1] : nil }
  /// The current scalar as it is shown in messages.
  var text: String { current.map { String($0) } ?? "" }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    index += 1
    return true
  }

  /// Reads a number of at most four digits.
  mutating func number() -> Int? {
    let start = index
    var result = 0
    while let digit = current, ("0"..."9").contains(digit), index - start < 4 {
      result = result * 10 + Int(digit.value - 48)
      index += 1
    }
    return index == start ? nil : result
  }

  /// Reads letters up to the last one of a row, which may be repeated.
  mutating func takeLetters() -> ArraySlice<Unicode.Scalar> {
    let start = index
    while index + 1 < scalars.count, Self.isLetter(scalars[index].value),
      Self.isLetter(scalars[index + 1].value)
    {
      index += 1
    }
    return scalars[start..<index]
  }

  /// Whether a scalar of a pattern is a letter of Cyrillic, which always stands for itself.
  private static func isLetter(_ scalar: UInt32) -> Bool { (0x400..<0x492).contains(scalar) }

  /// Reads a scalar that stands for itself.
  mutating func literal() -> UInt32 {
    defer { index += 1 }
    return scalars[index].value
  }

  /// Reads `\d`, `\.`, `\u{2019}` and the like.
  mutating func escape() throws(TextPatternFault) -> Escape {
    let start = index
    index += 1
    guard let scalar = current else {
      throw fault(uk: "після «\\» нічого немає", en: "nothing follows '\\'", from: start)
    }
    index += 1
    switch scalar {
    case "d": return .set(.digits)
    case "D": return .set(ScalarSet.digits.inverted)
    case "s": return .set(.spaces)
    case "S": return .set(ScalarSet.spaces.inverted)
    case "w": return .set(.words)
    case "W": return .set(ScalarSet.words.inverted)
    case "n": return .scalar("\n")
    case "t": return .scalar("\t")
    case "u": return .scalar(try codePoint(from: start))
    default:
      let isLetterOrDigit = Letters.kind(scalar.value) != .other
      guard !isLetterOrDigit else {
        throw fault(
          uk: "знака «\\\(scalar)» у шаблонах немає", en: "patterns know no '\\\(scalar)'",
          from: start)
      }
      return .scalar(scalar)
    }
  }

  private mutating func codePoint(from start: Int) throws(TextPatternFault) -> Unicode.Scalar {
    var value: UInt32 = 0
    var digits = 0
    if take("{") {
      while let digit = current.flatMap({ Character($0).hexDigitValue }), digits < 6 {
        value = value * 16 + UInt32(digit)
        digits += 1
        index += 1
      }
    }
    guard digits > 0, take("}"), let scalar = Unicode.Scalar(value) else {
      throw fault(
        uk: "код знака пишуть так: \\u{2019}", en: "a code point is written \\u{2019}", from: start)
    }
    return scalar
  }

  /// Reads `[а-яіїєґ]` or `[^…]`.
  mutating func characterClass(ignoresCase: Bool) throws(TextPatternFault) -> ScalarSet {
    let start = index
    index += 1
    let isNegated = take("^")
    var ranges: [ClosedRange<UInt32>] = []
    while current != "]" {
      guard current != nil else {
        throw TextPatternFault(
          uk: "дужку «[» не закрито", en: "this '[' is not closed", offset: start, length: 1)
      }
      let place = index
      guard case .scalar(let low) = try item(into: &ranges) else { continue }
      guard current == "-", let next, next != "]" else {
        ranges.append(low.value...low.value)
        continue
      }
      index += 1
      guard case .scalar(let high) = try item(into: &ranges), low <= high else {
        throw fault(
          uk: "діапазон знаків записано навпаки", en: "the range runs backwards", from: place)
      }
      ranges.append(low.value...high.value)
    }
    index += 1
    guard !ranges.isEmpty else {
      throw fault(uk: "клас знаків порожній", en: "the class is empty", from: start)
    }
    let set = ScalarSet(written: ranges)
    let folded = ignoresCase ? set.caseFolded : set
    return isNegated ? folded.inverted : folded
  }

  /// Reads what stands in a class: a scalar to be given back, or a set that is added to the class.
  private mutating func item(into ranges: inout [ClosedRange<UInt32>])
    throws(TextPatternFault) -> Escape
  {
    guard let scalar = current, scalar != "\\" else {
      let escape = try escape()
      if case .set(let set) = escape { ranges += set.ranges }
      return escape
    }
    if scalar == "[" {
      throw fault(
        uk: "знак «[» у класі пишеться «\\[»", en: "'[' in a class is written '\\['", length: 1)
    }
    index += 1
    return .scalar(scalar)
  }

  func fault(uk: String, en: String, from start: Int) -> TextPatternFault {
    TextPatternFault(uk: uk, en: en, offset: start, length: index - start)
  }

  func fault(uk: String, en: String, length: Int) -> TextPatternFault {
    TextPatternFault(uk: uk, en: en, offset: index, length: length)
  }
}
