internal import XML
/// Abbreviations of capitals – ЦНАП, ЗМІ – and whether a document says what they stand for.
///
/// A word of three Cyrillic capitals or more is one, but for Roman numerals, surnames in capitals
/// behind a name, and texts that are in capitals altogether.
enum Abbreviations {
  /// The abbreviations that a text is the first of some texts to use, that none of them explains,
  /// and that are not generally known.
  ///
  /// A text explains an abbreviation where it names it – «(далі – ЦНАП)» – or spells it out: words
  /// whose first letters make it. Short words and a few that abbreviations leave out may come between.
  static func unexplained(in text: XMLNode, among texts: [XMLNode], known: Set<String>) -> [String]
  {
    let names = text.parent?.isNamed("executor") ?? false
    var found = abbreviations(in: text.stringValue, isOfExecutor: names).filter {
      !known.contains($0)
    }
    guard !found.isEmpty else { return [] }
    let before = texts.prefix { $0 != text }
    found.removeAll { name in
      before.contains {
        $0.holds(name)
          && abbreviations(in: $0.stringValue, isOfExecutor: true).contains(name)
      }
    }
    found.removeAll { name in
      texts.contains { $0.holds(name) && introduces(name, $0.stringValue) }
    }
    guard !found.isEmpty else { return [] }
    let written = texts.map { words(of: $0.stringValue) }
    return found.filter { name in !written.contains { spells(name, $0) } }
  }

  private static let notInitials: Set<String> = ["питань", "україни", "справ", "справах"]

  /// The abbreviations of a text, each once, in order.
  ///
  /// - Parameter isOfExecutor: whether the whole text may be a person's name.
  private static func abbreviations(in text: String, isOfExecutor: Bool) -> [String] {
    let words = words(of: text)
    guard words.contains(where: { word in word.text.contains { $0.isLowercase } }) else {
      return []
    }
    var result: [String] = []
    for (index, word) in words.enumerated() where isAbbreviation(word.text) {
      let previous = index > 0 ? words[index - 1] : nil
      let followsName = previous.map { isName($0.text) && word.isNext } ?? false
      if followsName, index > 1 || words.count == 2 && isOfExecutor { continue }
      if !result.contains(String(word.text)) { result.append(String(word.text)) }
    }
    return result
  }

  private static func isAbbreviation(_ word: Substring) -> Bool {
    word.unicodeScalars.count >= 3
      && word.unicodeScalars.allSatisfy { (0x400...0x42F).contains($0.value) || $0 == "Ґ" }
      && !word.allSatisfy { "ІХ".contains($0) }
  }

  private static func isName(_ word: Substring) -> Bool {
    word.count > 1 && word.first?.isUppercase == true && word.dropFirst().allSatisfy(\.isLowercase)
  }

  private static func introduces(_ name: String, _ text: String) -> Bool {
    let words = words(of: text)
    return words.indices.dropFirst().contains { index in
      words[index].text == name[...] && words[index - 1].text.lowercased() == "далі"
    }
  }

  private static func spells(_ name: String, _ words: [Word]) -> Bool {
    let capitals = Array(name.unicodeScalars)
    let letters = Array(name.lowercased().unicodeScalars)
    return words.indices.contains { start in
      var next = 0
      for word in words[start...] {
        let scalars = word.text.unicodeScalars
        let begins = scalars.first == letters[next] || scalars.first == capitals[next]
        if begins, next > 0 || scalars.count > 1 {
          next += 1
          if next == letters.count { return true }
        } else if next == 0 || scalars.count > 3 && !notInitials.contains(word.text.lowercased()) {
          return false
        }
      }
      return false
    }
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
      if isLetter(scalar) || start != nil && (scalar == "'" || scalar == "’" || scalar == "ʼ") {
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

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x400...0x52F, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}

extension XMLNode {
  /// Whether the text inside holds a word.
  fileprivate func holds(_ word: String) -> Bool {
    let word = Array(word.utf8)
    return withText { utf8 in
      guard utf8.count >= word.count else { return false }
      for start in 0...utf8.count - word.count where utf8[start] == word[0] {
        if word.indices.allSatisfy({ utf8[start + $0] == word[$0] }) { return true }
      }
      return false
    }
  }
}
