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
    var numberStart: Int?
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39:
        // Before its digits a number has one more, greater the more of them there are.
        let start = numberStart ?? key.count
        if numberStart == nil { key.append(0x30) }
        numberStart = start
        if key.count == start + 1, scalar == "0" { continue }
        key[start] = min(key[start] + 1, 0x39)
        key.append(scalar.value)
        continue
      case 0x41...0x5A: key.append(scalar.value + 0x20)
      case 0x400...0x4FF: key.append(ranks[Int(scalar.value) - 0x400])
      default: key.append(scalar.value)
      }
      numberStart = nil
    }
    return key
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
