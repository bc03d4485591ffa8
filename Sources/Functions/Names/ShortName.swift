/// Compares short names of bodies with full ones, as keys: «Мінкульт», «Держстат», «МОН».
enum ShortName {
  /// Whether one of two keys can be short for the other: made of the beginnings of its words, in any
  /// order, or of their first letters; of two single words, whether one begins with the other.
  static func agree(_ one: String, _ other: String) -> Bool {
    switch (one.isOneWord, other.isOneWord) {
    case (true, false): isShort(one, for: other)
    case (false, true): isShort(other, for: one)
    case (true, true):
      min(one.count, other.count) > 4 && (one.hasPrefix(other) || other.hasPrefix(one))
    case (false, false): false
    }
  }

  private static func isShort(_ short: String, for full: String) -> Bool {
    let words = full.split { $0 == " " || $0 == "-" }
    return isOfInitials(short, words) || short.count > 4 && isOfBeginnings(short, words)
  }

  /// The words between, as «з питань», may have no letter.
  private static func isOfInitials(_ short: String, _ words: [Substring]) -> Bool {
    guard 2...6 ~= short.count, short.first == words.first?.first else { return false }
    var left = short[...]
    for word in words where word.first == left.first { left.removeFirst() }
    return left.isEmpty
  }

  /// The end may be of another case, and a vowel may join two beginnings: «Мінагрополітики».
  private static func isOfBeginnings(_ short: String, _ words: [Substring]) -> Bool {
    let letters = Array(short)
    guard letters.count <= limit else { return false }
    // Up to which letters the name is made of beginnings.
    var isReached = [Bool](repeating: false, count: letters.count + 1)
    isReached[0] = true
    for start in letters.indices where isReached[start] {
      for word in words {
        let shared = zip(letters[start...], word).prefix { $0 == $1 }.count
        guard shared >= shortest else { continue }
        for end in start + shortest...start + shared {
          if letters.count - end < shortest { return true }
          isReached[end] = true
          if letters[end] == "о" { isReached[end + 1] = true }
        }
      }
    }
    return false
  }

  /// How many letters a beginning has at least, and a short name at most.
  private static let (shortest, limit) = (3, 40)
}

extension String {
  fileprivate var isOneWord: Bool { !utf8.contains(UInt8(ascii: " ")) }
}
