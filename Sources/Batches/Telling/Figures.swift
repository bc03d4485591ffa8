import Diagnostics

extension Int {
  /// The number in groups of three digits: `165 000`, in English `165,000`.
  func grouped(_ language: Language) -> String {
    let digits = String(magnitude)
    var result = self < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += language == .uk ? " " : "," }
      result.append(digit)
    }
    return result
  }
}
