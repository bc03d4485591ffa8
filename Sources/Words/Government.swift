import Bytes

/// Words and phrases that govern a case, and forms of nouns in other cases, which do not stand behind
/// them: «відповідно до план», «для якісний облік». Of a form, the ending may do.
package struct Government: WordPairs {
  /// A phrase and the groups that it is of, a bit for each.
  private struct Phrase {
    let words: ArraySlice<UInt8>
    var groups: UInt128

    func isSame(as other: ArraySlice<UInt8>) -> Bool {
      words.count == other.count && words.span.isSame(0, as: other.span, other.span.indices)
    }
  }

  /// The phrases by their last words.
  private var phrases: LetterTable<[Phrase]>
  /// The endings of an adjective that may stand between, each with its groups, a bit for each.
  private var endings: [(letters: [UInt8], groups: UInt128)] = []
  /// The groups behind whose phrases a form does not stand, a bit for each.
  private var forms: LetterTable<UInt128>
  /// The same by endings of forms, and how long these are, a bit for each length.
  private var formEndings = LetterTable<UInt128>()
  private var lengths: UInt64 = 0
  /// The letters that these end with, a bit for each.
  private var lastLetters: UInt64 = 0

  /// A group for each that was given.
  package let groupCount: Int

  /// Makes it of groups: phrases with the endings of adjectives that they govern, and the forms of
  /// nouns that do not stand behind them.
  package init(
    _ groups: [(
      phrases: [ArraySlice<UInt8>], endings: ArraySlice<UInt8>, forms: ArraySlice<UInt8>
    )]
  ) {
    phrases = LetterTable(forBytes: groups.reduce(0) { $0 + 20 * $1.phrases.count })
    forms = LetterTable(forBytes: groups.reduce(0) { $0 + $1.forms.count })
    groupCount = groups.count
    var places: [[UInt8]: Int] = [:]
    for (number, group) in groups.enumerated() {
      let bit = UInt128(1) << UInt128(number)
      for phrase in group.phrases {
        phrases.change(wordsOf: phrase.lastWord, default: []) { known in
          if let place = known.firstIndex(where: { $0.isSame(as: phrase) }) {
            known[place].groups |= bit
          } else {
            known.append(Phrase(words: phrase, groups: bit))
          }
        }
      }
      for ending in group.endings.words {
        let letters = LetterWords.letters(ending)
        let place = places[letters] ?? endings.count
        if place == endings.count {
          places[letters] = place
          endings.append((letters, 0))
        }
        endings[place].groups |= bit
      }
      forms.change(wordsOf: group.forms, default: 0) { $0 |= bit }
      guard group.forms.span.holds(UInt8(ascii: "*")) else { continue }
      for form in group.forms.words where form.first == UInt8(ascii: "*") {
        let letters = LetterWords.letters(form.dropFirst())
        guard let last = letters.last else { continue }
        formEndings.change(wordsOf: form.dropFirst(), default: 0) { $0 |= bit }
        lengths |= 1 << UInt64(letters.count)
        lastLetters |= 1 << UInt64(last)
      }
    }
  }

  /// «не провести огляду»: behind a negation stands the genitive; «подати на затвердження кошторис», «надати в
  /// оренду кімнату»: the noun is of what stands before.
  private static let passing = ["не", "на", "в", "у", "під"].map { LetterWords.letters($0) }

  /// The groups of which a word is a form that is wrong behind their phrases.
  package func right(of word: LetterWord) -> UInt128 {
    guard let last = word.letters.last, !word.isCapitalized, !word.isBeforeHyphen else { return 0 }
    var groups = forms[word.letters] ?? 0
    var rest = lastLetters & 1 << UInt64(last) != 0 ? lengths : 0
    while rest != 0, rest.trailingZeroBitCount + 2 <= word.letters.count {
      groups |= formEndings[word.letters.suffix(rest.trailingZeroBitCount)] ?? 0
      rest &= rest - 1
    }
    return groups
  }

  /// The same, with the groups of phrases that end with the word, and those that it may stand within.
  package func classes(of word: LetterWord, in text: Span<UInt8>) -> WordClasses {
    var classes = WordClasses()
    for phrase in phrases[word.letters] ?? [] { classes.left |= phrase.groups }
    guard !word.isCapitalized else { return classes }
    classes.right = right(of: word)
    classes.between = between(word)
    return classes
  }

  /// The groups in which a word may stand between a phrase and a form.
  private func between(_ word: LetterWord) -> UInt128 {
    guard !word.isCapitalized else { return 0 }
    return endings.reduce(0) { word.letters.ends(with: $1.letters) ? $0 | $1.groups : $0 }
  }

  /// The phrase and the form behind it that it does not govern.
  package func wrong(_ words: [LetterWord], endingAt index: Int, in text: Span<UInt8>) -> Range<
    Int
  >? {
    let groups = right(of: words[index])
    guard words[index].isBehindSpace, groups != 0 else { return nil }
    let start =
      phraseStart(words, endingAt: index - 1, groups)
      ?? (index > 1 && words[index - 1].isBehindSpace
        ? phraseStart(words, endingAt: index - 2, groups & between(words[index - 1]))
        : nil)
    return start.map { $0..<words[index].bytes.upperBound }
  }

  /// Where a phrase of some groups starts that ends with a word.
  private func phraseStart(_ words: [LetterWord], endingAt last: Int, _ groups: UInt128) -> Int? {
    guard groups != 0 else { return nil }
    for phrase in phrases[words[last].letters] ?? [] where groups & phrase.groups != 0 {
      guard let first = firstWord(of: phrase.words.span, in: words, endingAt: last),
        first == 0 || !Self.passing.contains(words[first - 1].letters),
        first < last || !isOfUnit(words, at: first)
      else { continue }
      return words[first].bytes.lowerBound
    }
    return nil
  }

  /// Whether a noun is of a unit that is given something: «подати відділу інформаційної безпеки переліки».
  private func isOfUnit(_ words: [LetterWord], at index: Int) -> Bool {
    words[index].letters.count > 5
      && words[max(0, index - 3)..<index].contains { Self.units.contains($0.letters) }
  }

  private static let units = [
    "відділу", "відділові", "сектору", "секторові", "управлінню", "департаменту", "департаментові",
    "службі", "комісії", "центру", "центрові", "інспекції", "бюро", "раді", "комітету",
    "комітетові",
  ].map { LetterWords.letters($0) }

  /// The first word of a phrase that ends with a word; nil where it does not stand there.
  private func firstWord(of phrase: Span<UInt8>, in words: [LetterWord], endingAt last: Int) -> Int?
  {
    var number = last
    var end = phrase.count
    while number >= 0 {
      while end > 0, phrase[end - 1] == 0x20 { end -= 1 }
      var start = end
      while start > 0, phrase[start - 1] != 0x20 { start -= 1 }
      let word = words[number]
      guard LetterWords.stands(word.letters.span, in: phrase, at: start) else { return nil }
      while start > 0, phrase[start - 1] == 0x20 { start -= 1 }
      if start == 0 { return number }
      guard word.isBehindSpace, !word.isCapitalized else { return nil }
      (number, end) = (number - 1, start)
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
