internal import Functions
internal import Patterns

/// Tells which texts the rules on texts may find anything in, each rule by a bit.
///
/// What they look for – grams, see ``RequiredGrams``, listed words, slips and wrong pairs of words – is
/// looked for all at once, in each token once.
final class TextFilter {
  /// The bits of the rules that may find anything in any text.
  private let commonBits: UInt64
  private let grams: GramSearch
  /// The bits of the rules whose patterns match within tokens, and whether their grams stand in what
  /// is looked at.
  private let patterns: [(bit: UInt64, pattern: TextPattern, hasGrams: Bool)]
  /// The bits of the rules that look for words that stand twice.
  private let repetitionBits: UInt64
  /// The bits of the rules that look for slips in words, with the words.
  private let slips: [(bit: UInt64, words: NearWords)]
  /// The bits of the rules that look for listed words and wrong pairs, with the place of the first of
  /// their groups.
  private let words: [(bit: UInt64, classifier: any WordClassifier, place: Int)]
  private let startGroups: GroupBits.Words
  private var tokens = TokenBits()

  /// Makes a filter of what at most sixty-four rules look for; their bits are in that order.
  init(_ needs: [[SoughtInText]?]) {
    var commonBits: UInt64 = 0
    var grams: [(bit: UInt64, grams: RequiredGrams)] = []
    var patterns: [(bit: UInt64, pattern: TextPattern, hasGrams: Bool)] = []
    var repetitionBits: UInt64 = 0
    var slips: [(bit: UInt64, words: NearWords)] = []
    var words: [(bit: UInt64, classifier: any WordClassifier, place: Int)] = []
    var place = 0
    for (number, sought) in needs.enumerated() {
      let bit: UInt64 = 1 << UInt64(number)
      if sought == nil { commonBits |= bit }
      for sought in sought ?? [] {
        switch sought {
        case .grams(let required): grams.append((bit, required))
        case .pattern(let program, let required):
          if let required { grams.append((bit, required)) }
          if needs[number]?.count == 1 {
            patterns.append((bit, TextPattern(program), required != nil))
          } else if required == nil {
            commonBits |= bit
          }
        case .repeatedWord: repetitionBits |= bit
        case .slips(let words): slips.append((bit, words))
        // Where there is no room for more groups, a rule is run on all texts.
        case .words(let classifier) where place + classifier.groupCount > GroupBits.limit:
          commonBits |= bit
        case .words(let classifier):
          words.append((bit, classifier, place))
          place += classifier.groupCount
        }
      }
    }
    self.commonBits = commonBits
    self.grams = GramSearch(grams)
    self.patterns = patterns
    self.repetitionBits = repetitionBits
    self.words = words
    self.slips = slips
    startGroups = words.reduce(GroupBits.none) {
      $0 | GroupBits.words($1.classifier.startGroups, at: $1.place)
    }
  }

  /// The bits of the rules that may find anything in a text.
  func bits(in text: Span<UInt8>) -> UInt64 {
    let found = tokens.bits(in: text, behind: startGroups, token)
    var bits = commonBits | found.bits
    if found.hasRepetition { bits |= repetitionBits }
    guard found.groups != GroupBits.none else { return bits }
    for (bit, classifier, place) in words
    where found.groups & GroupBits.words(classifier.allGroups, at: place) != GroupBits.none {
      bits |= bit
    }
    return bits
  }

  /// What a token tells.
  private func token(_ token: Span<UInt8>) -> TokenBits.Found {
    var found = TokenBits.Found(bits: grams.bits(in: token))
    found.note(wordsOf: token)
    find(patternsIn: token, &found.bits)
    for (bit, words) in slips where found.bits & bit == 0 && words.firstMatch(in: token) != nil {
      found.bits |= bit
    }
    for (_, classifier, place) in words {
      let classes = classifier.classes(ofToken: token)
      found.left |= GroupBits.words(classes.left & ~classifier.innerGroups, at: place)
      found.right |= GroupBits.words(classes.right, at: place)
      found.between |= GroupBits.words(classes.between & classifier.allGroups, at: place)
      found.alone |= GroupBits.words(classes.alone, at: place)
    }
    return found
  }

  /// Leaves the bits of those patterns that match in a token, with a space or an end of the text on each
  /// side of it.
  private func find(patternsIn token: Span<UInt8>, _ bits: inout UInt64) {
    var padded: [UInt8] = [0x20]
    for (bit, pattern, hasGrams) in patterns where !hasGrams || bits & bit != 0 {
      if padded.count == 1 {
        for index in token.indices { padded.append(token[index]) }
        padded.append(0x20)
      }
      let text = padded.span
      let isFound =
        pattern.matches(token) || pattern.matches(text)
        || pattern.matches(text.extracting(droppingFirst: 1))
        || pattern.matches(text.extracting(droppingLast: 1))
      if isFound { bits |= bit } else { bits &= ~bit }
    }
  }
}
