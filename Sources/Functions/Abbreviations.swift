internal import XML

/// Abbreviations of capitals – ЦНАП, ЗМІ – and whether a document says what they stand for.
///
/// A word of three Cyrillic capitals or more is one, but for Roman numerals, surnames in capitals
/// behind a name, and texts that are in capitals altogether.
///
/// A text explains an abbreviation where it names it – «(далі – ЦНАП)» – or spells it out: words
/// whose first letters make it. Short words and a few that abbreviations leave out may come between.
struct Abbreviations {
  /// The texts, by their places.
  private let places: [XMLNode: Int]
  /// The abbreviations of each text, each once, in order.
  private let found: [[String]]
  /// The place of the first text that uses each.
  private let firstUse: [String: Int]
  private let explained: Set<String>

  /// Reads all texts of a document.
  init(in texts: [XMLNode]) {
    let words = texts.map { Self.words(of: $0.stringValue) }
    let surnames = Set(words.flatMap { Self.surnames(among: $0) })
    found = zip(texts, words).map { text, words in
      let isOfExecutor = text.parent?.isNamed("executor") ?? false
      return Self.abbreviations(among: words, isOfExecutor: isOfExecutor, but: surnames)
    }
    places = Dictionary(zip(texts, texts.indices)) { first, _ in first }
    var firstUse: [String: Int] = [:]
    for (place, words) in words.enumerated() {
      for name in Self.abbreviations(among: words, isOfExecutor: true, but: surnames)
      where firstUse[name] == nil {
        firstUse[name] = place
      }
    }
    self.firstUse = firstUse
    let names = Set(found.joined())
    var explained: Set<String> = []
    for words in words {
      for (word, next) in zip(words, words.dropFirst())
      where names.contains(String(next.text))
        && word.text.lowercased() == "далі"
      {
        explained.insert(String(next.text))
      }
    }
    var initials = Initials(of: names.subtracting(explained))
    for words in words { initials.look(through: words.map(\.text), Self.notInitials) }
    self.explained = explained.union(initials.spelled)
  }

  /// The abbreviations that a text is the first to use, that none of the texts explains, and that are
  /// not generally known.
  func unexplained(in text: XMLNode, known: Set<String>) -> [String] {
    guard let place = places[text] else { return [] }
    return found[place].filter {
      !known.contains($0) && firstUse[$0] ?? place >= place && !explained.contains($0)
    }
  }

  private static let notInitials: Set<String> = ["питань", "україни", "справ", "справах"]

  /// The abbreviations among the words of a text, each once, in order.
  ///
  /// - Parameters:
  ///   - isOfExecutor: whether the whole text may be a person's name.
  ///   - surnames: how surnames in capitals begin in this document.
  private static func abbreviations(
    among words: [Word], isOfExecutor: Bool, but surnames: Set<Substring>
  ) -> [String] {
    guard words.contains(where: { word in word.text.contains { $0.isLowercase } }) else {
      return []
    }
    var result: [String] = []
    var known: Set<Substring> = []
    for (index, word) in words.enumerated() where isAbbreviation(word.text) {
      let mayOpen = words.count == 2 && isOfExecutor || surnames.contains(word.text.prefix(3))
      if index > 1 || mayOpen, followsName(index, in: words) { continue }
      if known.insert(word.text).inserted { result.append(String(word.text)) }
    }
    return result
  }

  /// How surnames in capitals begin, which stand behind a name within a sentence: «Марка ДУДУ» tells
  /// what «Марку ДУДІ» is where it opens one.
  private static func surnames(among words: [Word]) -> [Substring] {
    words.indices.dropFirst(2)
      .filter { isAbbreviation(words[$0].text) && followsName($0, in: words) }
      .map { words[$0].text.prefix(3) }
  }

  private static func followsName(_ index: Int, in words: [Word]) -> Bool {
    index > 0 && words[index].isNext && isName(words[index - 1].text)
  }

  private static func isAbbreviation(_ word: Substring) -> Bool {
    word.unicodeScalars.count >= 3
      && word.unicodeScalars.allSatisfy { (0x400...0x42F).contains($0.value) || $0 == "Ґ" }
      && !word.allSatisfy { "ІХ".contains($0) }
  }

  private static func isName(_ word: Substring) -> Bool {
    word.count > 1 && word.first?.isUppercase == true
      && word.dropFirst().allSatisfy { $0.isLowercase || isApostrophe($0) }
  }

  /// A word of a text, and whether it follows the one before behind a single space.
  private typealias Word = (text: Substring, isNext: Bool)

  private static func words(of text: String) -> [Word] {
    let scalars = text.unicodeScalars
    var result: [Word] = []
    var start: String.Index?
    var gap = 0
    var isSpace = false
    var index = scalars.startIndex
    func end(_ word: String.Index) {
      result.append((text[word..<index], gap == 1 && isSpace))
      start = nil
      gap = 0
    }
    while index < scalars.endIndex {
      let scalar = scalars[index]
      if isLetter(scalar) || start != nil && isApostrophe(Character(scalar)) {
        start = start ?? index
      } else {
        if let word = start { end(word) }
        gap += 1
        isSpace = scalar == " "
      }
      index = scalars.index(after: index)
    }
    if let word = start { end(word) }
    return result
  }

  private static func isApostrophe(_ character: Character) -> Bool {
    character == "'" || character == "’" || character == "ʼ"
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x400...0x52F, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
