import Bytes

/// Forms of nouns, each with the numbers that it does not stand behind: «5 звіти», «три звітів».
///
/// Numbers are told apart as Ukrainian counts: 1, 21, 31; 2 to 4, 22; all others; fractions. A number
/// that names a thing, «пункт 5», counts none.
package struct CountedNouns: WordPairs {
  /// What a form does not stand behind; the raw value is the number of the group.
  package enum Count: Int, CaseIterable, Sendable {
    /// 1, 21 and the like.
    case one
    /// 2 to 4 and the like.
    case few
    /// 2 to 4 behind a verb that governs the accusative, or at the start; elsewhere it may be the
    /// genitive.
    case fewBehindVerb
    /// 5 and more.
    case many
    /// Any number behind a preposition with the genitive.
    case genitive
    /// A number of five and more in words, and the genitive of smaller ones.
    case inWords
    /// A number of days, weeks and the like behind «протягом», «за» and «через».
    case term
    /// 2 to 4 of these behind «за» and «через».
    case fewInTerm
    /// The hour of a clock.
    case clock
    /// A decimal fraction.
    case fraction
  }

  /// Nouns in -ння and -ття have the same ending in one case of the singular and two of the plural,
  /// and another behind five.
  private static let neuter = Count.allCases.count
  /// An adjective in the nominative between a number of five and more and its noun.
  private static let mixed = neuter + 1

  private var forms: LetterTable<UInt128>

  /// Makes them of counts and the forms that do not stand behind these.
  package init(_ groups: [(counts: [Count], forms: ArraySlice<UInt8>)]) {
    forms = LetterTable(forBytes: groups.reduce(0) { $0 + $1.forms.count })
    for (counts, words) in groups {
      let bits = counts.reduce(0) { $0 | Self.bit($1) }
      forms.change(wordsOf: words, default: 0) { $0 |= bits }
    }
  }

  /// A group for each way to count, and that of mixed numbers.
  package var groupCount: Int { Self.mixed + 1 }

  private static func bit(_ group: Int) -> UInt128 { 1 << UInt128(group) }
  private static func bit(_ count: Count) -> UInt128 { bit(count.rawValue) }

  /// What stands at the start of a text may be the object of a verb before it.
  package var startGroups: UInt128 { Self.bit(.fewBehindVerb) }

  /// The ways to count that a form of a noun goes with.
  package func right(of word: LetterWord) -> UInt128 {
    guard !word.isCapitalized, !word.isBeforeHyphen else { return 0 }
    var bits = forms[word.letters] ?? 0
    if bits & Self.bit(.fewBehindVerb) != 0 { bits |= Self.bit(Self.mixed) }
    if word.letters.count > 5, CountWords.neuterEndings.contains(where: word.letters.ends) {
      bits |= Self.bit(Self.neuter)
    }
    return bits
  }

  /// The same, with the ways in which a number counts.
  package func classes(of word: LetterWord, in text: Span<UInt8>) -> WordClasses {
    var classes = WordClasses()
    if word.isNumber || CountWords.kind(word.letters) != nil {
      let counted = bits(word)
      let isFraction =
        word.bytes.lowerBound > 0 && text[word.bytes.lowerBound - 1] == UInt8(ascii: ",")
      classes.left =
        isFraction
        ? Self.bit(.fraction) : counted & ~(word.isNumber ? Self.led | Self.bit(Self.mixed) : 0)
      classes.between = counted & Self.led
      return classes
    }
    classes.left = Self.bits(behind: word)
    guard !word.isCapitalized else { return classes }
    classes.right = right(of: word)
    if CountWords.isAdjective(word.letters) { classes.between = .max }
    if CountWords.isNominative(word.letters) { classes.left |= Self.bit(Self.mixed) }
    return classes
  }

  /// What a number may count, as far as it tells by itself.
  private func bits(_ number: LetterWord) -> UInt128 {
    if let kind = CountWords.kind(number.letters) {
      return kind == .few ? Self.bit(.fewBehindVerb) | Self.bit(.few) : Self.bit(.inWords)
    }
    let short = number.letters.count < 3 ? Self.bit(.genitive) | Self.bit(.clock) : 0
    let term = number.letters.count < 3 ? Self.bit(.term) : 0
    switch CountWords.count(number.letters) {
    case .one: return short | Self.bit(.one)
    case .few:
      return short | term | Self.bit(.few) | Self.bit(.fewBehindVerb) | Self.bit(.fewInTerm)
    default: return short | term | Self.bit(.many) | Self.bit(Self.neuter) | Self.bit(Self.mixed)
    }
  }

  /// The number and the noun behind it that do not go together.
  package func wrong(_ words: [LetterWord], endingAt index: Int, in text: Span<UInt8>) -> Range<
    Int
  >? {
    let noun = words[index]
    let end = noun.bytes.upperBound
    let wrong = right(of: noun)
    guard noun.isBehindSpace, wrong != 0 else { return nil }
    let adjective = words[index - 1]
    if index > 1, adjective.isBehindSpace, !adjective.isCapitalized,
      CountWords.isAdjective(adjective.letters)
    {
      var bits = wrong
      if !CountWords.isNominative(adjective.letters) { bits &= ~Self.bit(Self.mixed) }
      return start(words, numberAt: index - 2, bits, in: text).map { $0..<end }
    }
    return start(words, numberAt: index - 1, wrong & ~Self.bit(Self.mixed), in: text).map {
      $0..<end
    }
  }

  /// Where the words start that a form does not stand behind, if these are a number and what is before
  /// it.
  private func start(
    _ words: [LetterWord], numberAt index: Int, _ wrong: UInt128, in text: Span<UInt8>
  ) -> Int? {
    let number = words[index]
    let start = number.bytes.lowerBound
    guard number.isNumber else {
      return CountWords.kind(number.letters) != nil && wrong & bits(number) != 0 ? start : nil
    }
    let before = index > 0 ? words[index - 1] : nil
    if let before, before.isNumber, before.bytes.upperBound + 1 == start,
      text[start - 1] == UInt8(ascii: ",")
    {
      return wrong & Self.bit(.fraction) != 0 ? before.bytes.lowerBound : nil
    }
    guard CountWords.begins(at: start, in: text),
      !CountWords.isName(words, numberAt: index, in: text)
    else { return nil }
    let counted = bits(number)
    let open = number.isBehindSpace ? before : nil
    let led = open.map(Self.bits(behind:)) ?? (before == nil ? startGroups : 0)
    if let open, wrong & counted & led & ~Self.bit(.fewBehindVerb) != 0 {
      return open.bytes.lowerBound
    }
    return wrong & counted & (~Self.led | led) != 0 ? start : nil
  }

  /// What depends on the word before a number.
  private static let led =
    bit(.genitive) | bit(.term) | bit(.fewInTerm) | bit(.clock) | bit(.fewBehindVerb)

  /// What a form does not stand behind, for the sake of the word before a number.
  private static func bits(behind word: LetterWord) -> UInt128 {
    var bits: UInt128 = 0
    if CountWords.isVerb(word.letters) { bits |= bit(.fewBehindVerb) }
    if CountWords.isGenitive(word.letters) { bits |= bit(.genitive) }
    if CountWords.clocks.contains(word.letters) { bits |= bit(.clock) }
    if CountWords.terms.contains(word.letters) { bits |= bit(.term) }
    if CountWords.accusatives.contains(word.letters) { bits |= bit(.fewInTerm) }
    return bits
  }
}
