/// Compares short names of bodies with full ones, as keys: «Мінкульт», «Держстат», «МОН».
enum ShortName {
  /// Whether one of two keys can be short for the other: made of the beginnings of its words, in any
  /// order, or of their first letters; of two single words, whether one begins with the other.
  static func agree(_ one: String, _ other: String) -> Bool {
    switch (one.isOneWord, other.isOneWord) {
    case (true, false): isShort(one, for: other)
    case (false, true): isShort(other, for: one)
    case (true, true): min(one.count, other.count) > 4 && (one.hasPrefix(other) || other.hasPrefix(one))
    case (false, false): false
    }
  }

  private static func isShort(_ short: String, for full: String) -> Bool {
    let words = full.split { $0 == " " || $0 == "-" }
    return isOfInitials(short, words) || isOfBeginnings(short[...], words)
  }

  /// The words between, as «з питань», may have no letter.
  private static func isOfInitials(_ short: String, _ words: [Substring]) -> Bool {
    guard 2...6 ~= short.count, short.first == words.first?.first else { return false }
    var left = short[...]
    for word in words where word.first == left.first { left.removeFirst() }
    return left.isEmpty
  }

  /// The end may be of another case, and a vowel may join two beginnings: «Мінагрополітики».
  private static func isOfBeginnings(_ short: Substring, _ words: [Substring]) -> Bool {
    var left = short
    while true {
      let length = words.map { zip(left, $0).prefix { $0 == $1 }.count }.max() ?? 0
      guard length > 2 else { return left.count < short.count && left.count < 3 }
      left = left.dropFirst(length)
      if left.first == "о", left.count > 3 { left.removeFirst() }
    }
  }
}

extension String {
  fileprivate var isOneWord: Bool { !utf8.contains(UInt8(ascii: " ")) }
}
