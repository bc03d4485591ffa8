/// A number with six decimal places at most, added exactly.
package struct Decimal6: Equatable {
  private let millionths: Int

  /// Makes zero.
  package init() { millionths = 0 }

  private init(millionths: Int) { self.millionths = millionths }

  /// A number as amounts are written: «1 200,5», «1200.50»; nil for anything else.
  package init?(_ text: String) {
    var digits = ""
    var places: Int?
    for character in text where !character.isWhitespace {
      switch character {
      case "0"..."9":
        digits.append(character)
        places = places.map { $0 + 1 }
      case ",", ".":
        guard places == nil, !digits.isEmpty else { return nil }
        places = 0
      default: return nil
      }
    }
    guard !digits.isEmpty, digits.count <= 12, places ?? 0 <= 6, places != 0,
      let number = Int(digits)
    else { return nil }
    var value = number
    for _ in (places ?? 0)..<6 { value *= 10 }
    millionths = value
  }

  /// The sum of both; nil where one is none, or their sum is too large for a number.
  package func adding(_ other: Decimal6?) -> Decimal6? {
    guard let other else { return nil }
    let sum = millionths.addingReportingOverflow(other.millionths)
    return sum.overflow ? nil : Decimal6(millionths: sum.partialValue)
  }

  /// What is left where another is taken away; nil where that is more than there is.
  func subtracting(_ other: Decimal6) -> Decimal6? {
    millionths < other.millionths ? nil : Decimal6(millionths: millionths - other.millionths)
  }

  /// The number with so many noughts behind it; nil where that is too large for a number.
  package func withNoughts(_ count: Int) -> Decimal6? {
    var product = (partialValue: millionths, overflow: false)
    for _ in 0..<count where !product.overflow {
      product = product.partialValue.multipliedReportingOverflow(by: 10)
    }
    return product.overflow ? nil : Decimal6(millionths: product.partialValue)
  }

  /// The number as expressions count with it.
  package var value: Double { Double(millionths) / 1e6 }

  /// The number as it is printed: «1200,5».
  var text: String {
    let whole = millionths / 1_000_000
    let rest = String(millionths % 1_000_000 + 1_000_000).dropFirst()
    let places = rest.reversed().drop { $0 == "0" }.reversed()
    return places.isEmpty ? "\(whole)" : "\(whole),\(String(places))"
  }
}
