/// A quarter of a year.
package enum Quarter: String, CaseIterable, Comparable, Sendable {
  case first = "I"
  case second = "II"
  case third = "III"
  case fourth = "IV"

  /// The quarter of a numeral, typed with Latin or Cyrillic letters, or of a digit.
  package init?(numeral: String) {
    let latin = numeral.uppercased().replacing("І", with: "I").replacing("Ⅳ", with: "IV")
    guard let quarter = Quarter(rawValue: latin) ?? Int(latin).flatMap(Quarter.init(number:))
    else { return nil }
    self = quarter
  }

  package static func < (left: Quarter, right: Quarter) -> Bool { left.number < right.number }

  /// Its number, 1 to 4.
  private var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

  private init?(number: Int) {
    guard (1...Self.allCases.count).contains(number) else { return nil }
    self = Self.allCases[number - 1]
  }

  /// Its last day in a year.
  package func end(in year: Int) -> LocalDate? {
    LocalDate(year: year, month: 3 * number, day: 1)?.endOfMonth
  }
}
