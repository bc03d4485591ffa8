internal import Functions
internal import Patterns

/// A set of the rules on texts of a kind, a bit for each.
typealias RuleBits = UInt128

/// Tells which texts the rules on texts may find anything in, each rule by a bit.
///
/// What they look for – grams, see ``RequiredGrams``, listed words, slips and wrong pairs of words – is
/// looked for all at once, in each token once. Patterns whose grams stand in a text are looked for by
/// its tokens.
final class TextFilter {
  /// The bits of the rules that may find anything in any text.
  private let commonBits: RuleBits
  /// The same of the rules one of whose patterns requires no grams.
  private let commonPatternBits: RuleBits
  private let grams: GramSearch
  /// The patterns of each rule by the number of its bit.
  private let patterns: [[TokenPattern]]
  /// The bits of the rules that look for words that stand twice.
  private let repetitionBits: RuleBits
  /// The bits of the rules that look for slips in words, with the words.
  private let slips: [(bit: RuleBits, words: NearWords)]
  /// The bits of the rules that look for listed words and wrong pairs, with the place of the first of
  /// their groups.
  private let words: [(bit: RuleBits, classifier: any WordClassifier, place: Int)]
  private let startGroups: GroupBits.Words
  private var tokens = TokenBits()
  private var generation = 0

  /// Makes a filter of what at most 128 rules look for; their bits are in that order.
  init(_ needs: [[SoughtInText]?]) {
    var commonBits: RuleBits = 0
    var commonPatternBits: RuleBits = 0
    var grams: [(bit: RuleBits, grams: RequiredGrams)] = []
    var repetitionBits: RuleBits = 0
    var slips: [(bit: RuleBits, words: NearWords)] = []
    var words: [(bit: RuleBits, classifier: any WordClassifier, place: Int)] = []
    var place = 0
    for (number, sought) in needs.enumerated() {
      let bit: RuleBits = 1 << RuleBits(number)
      if sought == nil { commonBits |= bit }
      for sought in sought ?? [] {
        switch sought {
        case .pattern(_, let required?): grams.append((bit, required))
        case .pattern(_, nil): commonPatternBits |= bit
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
    self.commonPatternBits = commonPatternBits
    self.grams = GramSearch(grams)
    patterns = needs.map { sought in
      (sought ?? []).compactMap {
        if case .pattern(let program, _) = $0 { TokenPattern(program) } else { nil }
      }
    }
    self.repetitionBits = repetitionBits
    self.words = words
    self.slips = slips
    startGroups = words.reduce(GroupBits.none) {
      $0 | GroupBits.words($1.classifier.startGroups, at: $1.place)
    }
  }

  /// The bits of the rules that may find anything in a text.
  func bits(in text: Span<UInt8>) -> RuleBits {
    let found = tokens.bits(in: text, behind: startGroups, token)
    var bits = commonBits | found.bits
    if found.hasRepetition { bits |= repetitionBits }
    if found.groups != GroupBits.none {
      for (bit, classifier, place) in words
      where found.groups & GroupBits.words(classifier.allGroups, at: place) != GroupBits.none {
        bits |= bit
      }
    }
    return bits | patternBits(in: text, (found.patternBits | commonPatternBits) & ~bits)
  }

  /// Those of some bits whose rules have a pattern that matches in the text whose tokens were looked at.
  private func patternBits(in text: Span<UInt8>, _ bits: RuleBits) -> RuleBits {
    if generation != tokens.generation {
      for pattern in patterns.joined() { pattern.forgetTokens() }
      generation = tokens.generation
    }
    var found: RuleBits = 0
    var rest = bits
    while rest != 0 {
      let number = rest.trailingZeroBitCount
      rest &= rest - 1
      for pattern in patterns[number] where pattern.matches(text, tokens.row.span) {
        found |= 1 << RuleBits(number)
        break
      }
    }
    return found
  }

  /// What a token tells.
  private func token(_ token: Span<UInt8>) -> TokenBits.Found {
    var found = TokenBits.Found(patternBits: grams.bits(in: token))
    found.note(wordsOf: token)
    for (bit, words) in slips where words.firstMatch(in: token) != nil { found.bits |= bit }
    for (_, classifier, place) in words {
      let classes = classifier.classes(ofToken: token)
      found.left |= GroupBits.words(classes.left & ~classifier.innerGroups, at: place)
      found.right |= GroupBits.words(classes.right, at: place)
      found.between |= GroupBits.words(classes.between & classifier.allGroups, at: place)
      found.alone |= GroupBits.words(classes.alone, at: place)
    }
    return found
  }
}
