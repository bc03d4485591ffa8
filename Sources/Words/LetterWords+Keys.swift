extension LetterWords {
  private static let vowels = Set(letters("аеєиіїоуюя"))
  private static let ending = letters("ії")
  static let i = ending[0]
  static let y = letters("и")[0]
  static let che = letters("ч")[0]

  static func isVowel(_ letter: UInt8) -> Bool { vowels.contains(letter) }

  /// Whether letters may end a noun like «організації».
  static func endsNoun(_ letter: UInt8, behind previous: UInt8) -> Bool {
    previous == ending[0] && letter == ending[1]
  }

  /// Whether the keys of two letters stand side by side or one below the other.
  static func areNeighbours(_ one: UInt8, _ other: UInt8) -> Bool {
    guard let (row, place) = keys[one], let (otherRow, otherPlace) = keys[other] else {
      return false
    }
    // Each row of keys stands half a key further to the right than the one above it.
    return abs(row - otherRow) <= 1 && abs(2 * place + row - 2 * otherPlace - otherRow) <= 2
  }

  /// The row and the place of each letter's key.
  private static let keys: [UInt8: (row: Int, place: Int)] = {
    var keys: [UInt8: (row: Int, place: Int)] = [:]
    for (row, letters) in ["йцукенгшщзхї", "фівапролджє", "ячсмитьбю"].enumerated() {
      for (place, letter) in LetterWords.letters(letters).enumerated() {
        keys[letter] = (row, place)
      }
    }
    return keys
  }()
}
