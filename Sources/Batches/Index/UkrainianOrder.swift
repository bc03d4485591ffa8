/// The order of the Ukrainian alphabet, in which Unicode's numbers put Є, І, Ї and Ґ astray.
enum UkrainianOrder {
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
  /// their place in the alphabet.
  static func key(of text: String) -> [UInt32] {
    text.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0x41...0x5A: scalar.value + 0x20
      case 0x400...0x4FF: ranks[Int(scalar.value) - 0x400]
      default: scalar.value
      }
    }
  }

  /// Some names in their order; those that differ in case alone by their bytes.
  static func sorted(_ names: some Sequence<String>) -> [String] {
    names.map { (key: key(of: $0), name: $0) }
      .sorted { left, right in
        left.key == right.key
          ? left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
          : left.key.lexicographicallyPrecedes(right.key)
      }
      .map(\.name)
  }
}
