import Bytes
internal import Patterns

/// Tells ranges that end before they begin: «з 20 до 3 травня», «15.06.2027 – 10.06.2027».
enum FallingRange {
  /// What stands between a range's ends.
  private static let between = PatternProgram(own: #"[ \u{a0}](до|по)[ \u{a0}]|[-‐‑–—]"#)

  /// Tells of what a pattern matched whether it is such a range: behind what stands between its ends,
  /// the first number is less than the first one in front of it.
  static func teller() -> (Span<UInt8>) -> Bool {
    let between = TextPattern(between)
    return { text in
      let mark = between.firstMatch(in: text)
      let bytes = [UInt8](copying: text)
      guard !mark.isEmpty, let place = bytes.firstRange(of: Array(mark.utf8)),
        let start = Point(bytes[..<place.lowerBound]), let end = Point(bytes[place.upperBound...])
      else { return false }
      return end.isLess(than: start)
    }
  }

  /// Numbers with full stops or colons between them: a day, an hour, or one number.
  private struct Point {
    private let numbers: [Int]

    init?(_ text: ArraySlice<UInt8>) {
      let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
      guard let start = text.firstIndex(where: digits.contains) else { return nil }
      let run = text[start...].prefix {
        digits.contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":")
      }
      numbers = run.split { !digits.contains($0) }.map { digits in
        digits.prefix(9).reduce(0) { 10 * $0 + Int($1 - UInt8(ascii: "0")) }
      }
    }

    /// Whether it is less than another of the same sort; of days, the year counts first.
    func isLess(than other: Point) -> Bool {
      guard numbers.count == other.numbers.count else { return numbers[0] < other.numbers[0] }
      return numbers.count == 3
        ? numbers.reversed().lexicographicallyPrecedes(other.numbers.reversed())
        : numbers.lexicographicallyPrecedes(other.numbers)
    }
  }
}
