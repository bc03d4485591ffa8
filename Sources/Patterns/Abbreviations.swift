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
    var found = abbreviations(in: text.stringValue).filter { !known.contains($0) }
    guard !found.isEmpty else { return [] }
    let contents = texts.map { $0 == text ? nil : $0.stringValue }
    let isBefore = contents.prefix { $0 != nil }.compactMap { $0 }
    found.removeAll { name in
      isBefore.contains { $0.contains(name) && abbreviations(in: $0).contains(name) }
    }
    guard !found.isEmpty else { return [] }
    let all = contents.map { $0 ?? text.stringValue }
    found.removeAll { name in all.contains { introduces(name, $0) } }
    guard !found.isEmpty else { return [] }
    let initials = all.map { words(of: $0).map { $0.text.lowercased() } }
    return found.filter { name in !initials.contains { spells(name, $0) } }
  }

  private static let notInitials: Set<String> = ["питань", "україни", "справ", "справах"]

  /// The abbreviations of a text, each once, in order.
  private static func abbreviations(in text: String) -> [String] {
    let words = words(of: text)
    guard words.contains(where: { word in word.text.contains { $0.isLowercase } }) else {
      return []
    }
    var result: [String] = []
    for (index, word) in words.enumerated() where isAbbreviation(word.text) {
      let previous = index > 0 ? words[index - 1] : nil
      let followsName = previous.map { isName($0.text) && word.isNext } ?? false
      if followsName, index > 1 || words.count == 2 { continue }
      if !result.contains(word.text) { result.append(word.text) }
    }
    return result
  }

  private static func isAbbreviation(_ word: String) -> Bool {
    word.unicodeScalars.count >= 3
      && word.unicodeScalars.allSatisfy { (0x400...0x42F).contains($0.value) || $0 == "Ґ" }
      && !word.allSatisfy { "ІХ".contains($0) }
  }

  private static func isName(_ word: String) -> Bool {
    word.count > 1 && word.first?.isUppercase == true && word.dropFirst().allSatisfy(\.isLowercase)
  }

  private static func introduces(_ name: String, _ text: String) -> Bool {
    guard text.contains(name) else { return false }
    let words = words(of: text)
    return words.indices.dropFirst().contains { index in
      words[index].text == name && words[index - 1].text.lowercased() == "далі"
    }
  }

  private static func spells(_ name: String, _ words: [String]) -> Bool {
    let letters = Array(name.lowercased())
    return words.indices.contains { start in
      guard words[start].first == letters[0] else { return false }
      var next = 0
      for word in words[start...] {
        if word.first == letters[next], word.count > 1 || next > 0 {
          next += 1
          if next == letters.count { return true }
        } else if next == 0 || word.count > 3 && !notInitials.contains(word) {
          return false
        }
      }
      return false
    }
  }

  /// The words of a text, and whether each follows the one before behind a single space.
  private static func words(of text: String) -> [(text: String, isNext: Bool)] {
    var result: [(text: String, isNext: Bool)] = []
    var word = String.UnicodeScalarView()
    var gap = 0
    var isSpace = false
    for scalar in text.unicodeScalars {
      if isLetter(scalar) || !word.isEmpty && ["'", "’", "ʼ"].contains(scalar) {
        word.append(scalar)
        continue
      }
      if !word.isEmpty {
        result.append((String(word), gap == 1 && isSpace))
        word.removeAll(keepingCapacity: true)
        gap = 0
      }
      gap += 1
      isSpace = scalar == " "
    }
    if !word.isEmpty { result.append((String(word), gap == 1 && isSpace)) }
    return result
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x400...0x52F, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
