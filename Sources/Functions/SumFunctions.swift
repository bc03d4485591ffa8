internal import Bytes
internal import Patterns
package import XML
internal import XPathLanguage

extension XPathFunction {
  /// The function that adds numbers up.
  ///
  /// - `sum-of(text, 'pattern')`, `sum-of(text, 'pattern', 'i')`: the sum of the numbers in all that the
  ///   pattern matches, of each match its first: «1 200,5», «3 млн»; NaN where it is too large.
  package static let sums = [
    XPathFunction(
      "sum-of", literals: 1...2, gives: .number, prepare: PatternProgram.init(literals:),
      make: { program in
        let pattern = TextPattern(program)
        return { text in
          var sum = AmountSum()
          _ = pattern.firstMatch(in: text) { match in
            sum.add(match)
            return false
          }
          return .number(sum.value)
        }
      })
  ]
}

/// Numbers added up exactly, to six decimal places.
private struct AmountSum {
  /// Nil where the sum is too large.
  private var millionths: Int? = 0

  var value: Double { millionths.map { Double($0) / 1e6 } ?? .nan }

  /// Adds the first number of a text, with the thousands or millions that stand behind it; none where
  /// there is none.
  mutating func add(_ text: Span<UInt8>) {
    let text = [UInt8](copying: text)
    guard let start = text.firstIndex(where: Self.isDigit) else { return }
    var (digits, places, index) = (0, 0, start)
    var isWhole = true
    while index < text.count {
      if Self.isDigit(text[index]) {
        if !isWhole { places += 1 }
        guard places <= 6 else { break }
        let (tens, isTooLarge) = digits.multipliedReportingOverflow(by: 10)
        guard !isTooLarge, tens < .max - 9 else { return millionths = nil }
        digits = tens + Int(text[index] & 0x0F)
        index += 1
      } else if isWhole, let next = Self.endOfSpace(text, index), Self.isDigit(text, next) {
        index = next
      } else if isWhole, text[index] == UInt8(ascii: ","), Self.isDigit(text, index + 1) {
        isWhole = false
        index += 1
      } else {
        break
      }
    }
    let unit = Self.exponent(of: String(decoding: text[index...], as: UTF8.self))
    for _ in 0..<(6 - min(places, 6) + unit) {
      let (product, isTooLarge) = digits.multipliedReportingOverflow(by: 10)
      guard !isTooLarge else { return millionths = nil }
      digits = product
    }
    millionths = millionths.flatMap { sum in
      let (sum, isTooLarge) = sum.addingReportingOverflow(digits)
      return isTooLarge ? nil : sum
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isDigit(_ text: [UInt8], _ index: Int) -> Bool {
    index < text.count && isDigit(text[index])
  }

  /// Where a space ends that begins at an index, a no-break one among them; nil where none does.
  private static func endOfSpace(_ text: [UInt8], _ index: Int) -> Int? {
    let spaces: [[UInt8]] = [[0x20], [0xC2, 0xA0], [0xE2, 0x80, 0xAF]]
    return spaces.first { text[index...].starts(with: $0) }.map { index + $0.count }
  }

  /// The power of ten that the word behind a number stands for.
  private static func exponent(of words: String) -> Int {
    let word = words.drop { $0.isWhitespace }.lowercased()
    let units = [("тис", 3), ("млн", 6), ("мільйон", 6), ("млрд", 9), ("мільярд", 9)]
    return units.first { word.hasPrefix($0.0) }?.1 ?? 0
  }
}
