import Diagnostics

extension Int {
  /// The number in groups of three digits, in Ukrainian with a gap between them: `165 000`, in
  /// English `165,000`.
  func grouped(_ language: Language, gap: String = " ") -> String {
    let digits = String(magnitude)
    var result = self < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += language == .uk ? gap : "," }
      result.append(digit)
    }
    return result
  }
}
