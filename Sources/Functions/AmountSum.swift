internal import Tables

/// Amounts of a text added up exactly.
struct AmountSum {
  /// Nil where an amount, or the sum, is too large to be told.
  private var sum: Decimal6? = Decimal6()

  /// The sum; NaN where it is too large to be told.
  var value: Double { sum?.value ?? .nan }

  /// Adds the first number of a text, with the thousands or millions that stand behind it; none where
  /// there is none.
  mutating func add(_ text: String) {
    let start = text.drop { !Self.isDigit($0) }
    guard !start.isEmpty else { return }
    var number = start.prefix { Self.isDigit($0) || $0.isWhitespace || $0 == "," }
    while let last = number.last, !Self.isDigit(last) { number.removeLast() }
    let unit = start.dropFirst(number.count).drop { $0.isWhitespace }.lowercased()
    let noughts = Self.units.first(where: { unit.hasPrefix($0.word) })?.noughts ?? 0
    sum = sum?.adding(Decimal6(String(number))?.withNoughts(noughts))
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private static let units: [(word: String, noughts: Int)] = [
    ("тис", 3), ("млн", 6), ("мільйон", 6), ("млрд", 9), ("мільярд", 9),
  ]
}
