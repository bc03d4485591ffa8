import Bytes

/// How many sentences a text has: the parts that end with `.`, `!`, `?` or `…`, and a last one that
/// ends with nothing.
///
/// A point ends no sentence where a small letter or digit follows, or none of a space and the
/// text's end, nor behind a single letter («Т. Шевченко») or an abbreviation that stands before a
/// name or a number («п. 5», «ім. Лесі Українки»), unless the text ends there.
package enum SentenceCount {
  /// The abbreviations whose full stop ends no sentence.
  package static let abbreviations: Set<[UInt8]> = Set(
    [
      "пп", "ст", "рр", "ім", "вул", "пров", "просп", "буд", "кв", "обл", "розд", "абз", "гл",
      "тис",
      "млн", "млрд", "грн", "коп", "див", "ред", "напр", "зав", "заст", "тел", "акад", "проф",
      "доц",
    ].map { Array($0.utf8) })

  /// How many sentences a text in UTF-8 has.
  package static func count(in utf8: Span<UInt8>) -> Int {
    var count = 0
    var hasWords = false
    var index = 0
    while index < utf8.count {
      let (scalar, length) = UTF8Scalars.scalar(in: utf8, at: index)
      let start = index
      index += length
      if !hasWords, Letters.kind(scalar) != .other { hasWords = true }
      guard hasWords, isStop(scalar) else { continue }
      var isPoint = scalar == 0x2E
      while index < utf8.count {
        let (mark, length) = UTF8Scalars.scalar(in: utf8, at: index)
        if isStop(mark) { isPoint = false } else if !isClosing(mark) { break }
        index += length
      }
      guard isEnd(of: utf8, at: index, isPoint: isPoint, from: start) else { continue }
      count += 1
      hasWords = false
    }
    return hasWords ? count + 1 : count
  }

  private static func isStop(_ scalar: UInt32) -> Bool {
    scalar == 0x2E || scalar == 0x21 || scalar == 0x3F || scalar == 0x2026
  }

  private static func isClosing(_ scalar: UInt32) -> Bool {
    [0x29, 0x5D, 0x22, 0x27, 0xBB, 0x201C, 0x201D, 0x2019].contains(scalar)
  }

  /// Whether a sentence ends with the marks from one index to another.
  private static func isEnd(
    of utf8: Span<UInt8>, at index: Int, isPoint: Bool, from start: Int
  ) -> Bool {
    guard let next = firstMark(in: utf8, from: index) else { return true }
    guard next.place > index else { return false }
    if isSmallOrDigit(next.scalar) { return false }
    return !isPoint || !isAbbreviation(in: utf8, before: start)
  }

  /// The first scalar that is no white space.
  private static func firstMark(in utf8: Span<UInt8>, from start: Int) -> (
    scalar: UInt32, place: Int
  )? {
    var index = start
    while index < utf8.count {
      let (scalar, length) = UTF8Scalars.scalar(in: utf8, at: index)
      guard ScalarSet.spaces.contains(scalar) else { return (scalar, index) }
      index += length
    }
    return nil
  }

  private static func isSmallOrDigit(_ scalar: UInt32) -> Bool {
    (0x430...0x45F).contains(scalar) || scalar == 0x491 || (0x61...0x7A).contains(scalar)
      || Letters.kind(scalar) == .digit
  }

  private static func isAbbreviation(in utf8: Span<UInt8>, before end: Int) -> Bool {
    var start = end
    var letters = 0
    while let scalar = UTF8Scalars.scalar(in: utf8, before: start), Letters.kind(scalar) == .letter
    {
      start -= Unicode.Scalar(scalar).map { UTF8.width($0) } ?? 1
      letters += 1
      if letters > 5 { return false }
    }
    guard letters != 1 else { return true }
    return abbreviations.contains((start..<end).map { utf8[$0] })
  }
}
