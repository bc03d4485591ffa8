import Bytes

/// Words and phrases that govern a case, and forms of nouns in other cases, which do not stand behind
/// them: «відповідно до план», «для якісний облік». Of a form, the ending may do.
package struct Government: WordPairs {
  /// The phrases by their last words.
  private var phrases: LetterTable<[(group: Int, words: ArraySlice<UInt8>)]>
  /// The endings of an adjective that may stand between, for each group.
  private var endings: [[[UInt8]]] = []
  /// The groups behind whose phrases a form does not stand, a bit for each.
  private var forms: LetterTable<UInt128>
  /// The same by endings of forms, and how long these are, a bit for each length.
  private var formEndings = LetterTable<UInt128>()
  private var lengths: UInt64 = 0

  /// Makes it of groups: phrases with the endings of adjectives that they govern, and the forms of
  /// nouns that do not stand behind them.
  package init(
    _ groups: [(
      phrases: [ArraySlice<UInt8>], endings: ArraySlice<UInt8>, forms: ArraySlice<UInt8>
    )]
  ) {
    phrases = LetterTable(forBytes: groups.reduce(0) { $0 + 20 * $1.phrases.count })
    forms = LetterTable(forBytes: groups.reduce(0) { $0 + $1.forms.count })
    for (number, group) in groups.enumerated() {
      for phrase in group.phrases {
        phrases.change(wordsOf: phrase.lastWord, default: []) { $0.append((number, phrase)) }
      }
      endings.append(group.endings.words.map { LetterWords.letters($0) })
      let bit = UInt128(1) << UInt128(number)
      forms.change(wordsOf: group.forms, default: 0) { $0 |= bit }
      guard group.forms.span.holds(UInt8(ascii: "*")) else { continue }
      for form in group.forms.words where form.first == UInt8(ascii: "*") {
        formEndings.change(wordsOf: form.dropFirst(), default: 0) { $0 |= bit }
        lengths |= 1 << UInt64(LetterWords.letters(form.dropFirst()).count)
      }
    }
  }

  /// «не провести огляду»: behind a negation stands the genitive; «подати на затвердження кошторис»: the noun is
  /// of what stands before.
  private static let passing = ["не", "на"].map { LetterWords.letters($0) }

  package var groupCount: Int { endings.count }

  package func right(of word: LetterWord) -> UInt128 {
    guard !word.isCapitalized, !word.isBeforeHyphen else { return 0 }
    var groups = forms[word.letters] ?? 0
    var rest = lengths
    while rest != 0, rest.trailingZeroBitCount + 2 <= word.letters.count {
      groups |= formEndings[word.letters.suffix(rest.trailingZeroBitCount)] ?? 0
      rest &= rest - 1
    }
    return groups
  }

  package func classes(of word: LetterWord, in text: Span<UInt8>) -> WordClasses {
    var classes = WordClasses()
    for (group, _) in phrases[word.letters] ?? [] { classes.left |= 1 << UInt128(group) }
    guard !word.isCapitalized else { return classes }
    classes.right = right(of: word)
    for (group, endings) in endings.enumerated() where endings.contains(where: word.letters.ends) {
      classes.between |= 1 << UInt128(group)
    }
    return classes
  }

  package func wrong(_ words: [LetterWord], endingAt index: Int, in text: Span<UInt8>) -> Range<
    Int
  >? {
    let groups = right(of: words[index])
    guard words[index].isBehindSpace, groups != 0 else { return nil }
    let start =
      phraseStart(words, endingAt: index - 1, groups)
      ?? (index > 1 && words[index - 1].isBehindSpace
        ? phraseStart(
          words, endingAt: index - 2, groups & classes(of: words[index - 1], in: text).between)
        : nil)
    return start.map { $0..<words[index].bytes.upperBound }
  }

  /// Where a phrase of some groups starts that ends with a word.
  private func phraseStart(_ words: [LetterWord], endingAt last: Int, _ groups: UInt128) -> Int? {
    for (group, text) in phrases[words[last].letters] ?? []
    where groups & 1 << UInt128(group) != 0 {
      let phrase = text.words.map { LetterWords.letters($0) }
      let first = last - phrase.count + 1
      let isPassed = first > 0 && Self.passing.contains(words[first - 1].letters)
      let stands =
        first >= 0 && !isPassed
        && phrase.indices.allSatisfy { place in
          let word = words[first + place]
          return word.letters == phrase[place]
            && (place == 0 || word.isBehindSpace && !word.isCapitalized)
        }
      if stands { return words[first].bytes.lowerBound }
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// The last of the words between its spaces.
  fileprivate var lastWord: ArraySlice<UInt8> {
    var end = endIndex
    while end > startIndex, self[end - 1] == 0x20 { end -= 1 }
    var start = end
    while start > startIndex, self[start - 1] != 0x20 { start -= 1 }
    return self[start..<end]
  }
}
