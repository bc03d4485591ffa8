/// The order of the Ukrainian alphabet, in which Unicode's numbers put Є, І, Ї and Ґ astray.
package enum UkrainianOrder {
  private static let alphabet = Array("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя".unicodeScalars)

  /// What of each letter from U+0400 to U+04FF counts when names are put in order.
  private static let ranks: [UInt32] = {
    var ranks = Array(UInt32(0x400)...0x4FF)
    for (rank, letter) in alphabet.enumerated() {
      for form in [letter, letter.properties.uppercaseMapping.unicodeScalars.first ?? letter] {
        ranks[Int(form.value) - 0x400] = 0x400 + UInt32(rank)
      }
    }
    return ranks
  }()

  /// What is compared in a text's place: its letters without regard to case, the Ukrainian ones by
  /// their place in the alphabet, and numbers by their size.
  package static func key(of text: String) -> [UInt32] {
    var key: [UInt32] = []
    var digits: [UInt32]?
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39:
        digits = digits ?? []
        if digits != [] || scalar != "0" { digits?.append(scalar.value) }
        continue
      default:
        append(digits, to: &key)
        digits = nil
        key.append(rank(of: scalar.value))
      }
    }
    append(digits, to: &key)
    return key
  }

  private static func rank(of scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A: scalar + 0x20
    case 0x400...0x4FF: ranks[Int(scalar) - 0x400]
    default: scalar
    }
  }

  /// Adds a number: before its digits how many they are, nine at a time, in digits, too.
  private static func append(_ digits: [UInt32]?, to key: inout [UInt32]) {
    guard let digits else { return }
    key += [UInt32](repeating: 0x39, count: digits.count / 9)
    key.append(0x30 + UInt32(digits.count % 9))
    key += digits
  }

  /// Some names in their order; those that differ in case alone by their bytes.
  package static func sorted(_ names: some Sequence<String>) -> [String] {
    names.map { (key: key(of: $0), name: $0) }
      .sorted { left, right in
        left.key == right.key
          ? left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
          : left.key.lexicographicallyPrecedes(right.key)
      }
      .map(\.name)
  }
}
