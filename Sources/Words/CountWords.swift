import Bytes

/// The words around a counted noun: numbers, and what tells how they count.
enum CountWords {
  private static func words(_ text: String) -> Set<[UInt8]> {
    Set(text.split(separator: " ").map { LetterWords.letters($0) })
  }

  private static func endings(_ text: String) -> [[UInt8]] {
    text.split(separator: " ").map { LetterWords.letters($0) }
  }

  // MARK: Numbers

  private static let few = words("два три чотири")
  private static let many = words(
    """
    п’ять шість сім вісім дев’ять десять сорок двох трьох чотирьох п’яти шести семи восьми дев’яти \
    десяти
    """)
  private static let tens = endings("дцять дцяти десят")

  /// How a number in words counts; nil for other words.
  static func kind(_ word: [UInt8]) -> CountedNouns.Count? {
    if few.contains(word) { return .few }
    if many.contains(word) || word.count > 5 && tens.contains(where: word.ends) { return .inWords }
    return nil
  }

  /// How a number in digits counts: one, few or many.
  static func count(_ number: [UInt8]) -> CountedNouns.Count {
    let digits = number.suffix(2).map { Int($0 - LetterWords.zero) }
    guard let last = digits.last, digits.count < 2 || digits[0] != 1 else { return .many }
    return last == 1 ? .one : (2...4).contains(last) ? .few : .many
  }

  /// Whether a number begins at a place: not one of a range, a code or a fraction.
  static func begins(at start: Int, in text: Span<UInt8>) -> Bool {
    guard start > 0 else { return true }
    var place = start - 1
    while place > 0, text[place] & 0xC0 == 0x80 { place -= 1 }
    return text[place] == UInt8(ascii: "(") || WordIndex.isSpace(in: text, at: place)
  }

  // MARK: Names

  private static let named = endings(
    """
    пункт підпункт додат додатк статт розділ форм груп клас рядк рядок граф аркуш сторін сторінк \
    позиці кімнат кабінет будинк будинок квартир аудиторі маршрут лот етап вікн вікон зал
    """)
  private static let shortNames = words("п пп ст ч розд абз каб буд")
  private static let joints = words("і й та або чи")

  /// Whether a number is the name of a thing, «пункти 3 і 5», «№ 7».
  static func isName(_ words: [LetterWord], numberAt index: Int, in text: Span<UInt8>) -> Bool {
    var place = index
    while words[place].isNumber || joints.contains(words[place].letters) {
      let end = place > 0 ? words[place - 1].bytes.upperBound : 0
      if text.extracting(end..<words[place].bytes.lowerBound).hasNumberSign { return true }
      guard place > 0 else { return false }
      place -= 1
    }
    let word = words[place]
    return shortNames.contains(word.letters)
      || named.contains { word.letters.count - $0.count < 4 && word.letters.starts(with: $0) }
  }

  // MARK: Neighbours

  static let neuterEndings = endings("ння ття")
  private static let adjectives = endings("их і ий")
  private static let nominatives = endings("ні ські цькі ові еві чі")

  /// Nouns of time that end as if they were adjectives: «у 2027 році перевіряння».
  private static let times = words("році роки тижні місяці дні ночі")

  /// Whether a word may be an adjective between a number and its noun.
  static func isAdjective(_ word: [UInt8]) -> Bool {
    word.count > 2 && adjectives.contains(where: word.ends) && !times.contains(word)
  }

  /// Whether it is one in the nominative of the plural.
  static func isNominative(_ word: [UInt8]) -> Bool {
    word.count > 3 && nominatives.contains(where: word.ends)
  }

  private static let verbs = endings(
    """
    ено ано ято ито уто нути увати ювати вести нести везти класти глядати вчати дати дбати брати \
    писати казати бити вити дити жити лити нити пити рити сити стити чити шити яти ять ють
    """)
  /// Nouns that end as if they were verbs.
  private static let nouns = endings(
    "кредити аудити кандидати мандати солдати пам’ять занять понять")

  /// Whether a word is a verb, as far as its ending tells.
  static func isVerb(_ word: [UInt8]) -> Bool {
    word.count > 4 && verbs.contains(where: word.ends) && !nouns.contains(where: word.ends)
  }

  private static let genitives = words(
    "протягом упродовж впродовж близько до від більше менше без для після")

  /// Whether a word governs the genitive.
  static func isGenitive(_ word: [UInt8]) -> Bool {
    genitives.contains(word) || word.count > 5 && neuterEndings.contains(where: word.ends)
  }

  static let terms = words("протягом упродовж впродовж за через")
  static let accusatives = words("за через")
  static let clocks = words("о об")
}

extension Span<UInt8> {
  /// Whether № is in it.
  fileprivate var hasNumberSign: Bool {
    indices.contains { $0 > 1 && self[$0] == 0x96 && self[$0 - 1] == 0x84 && self[$0 - 2] == 0xE2 }
  }
}
