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
  private let patterns: SoughtPatterns
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
    var patterns: [(bit: RuleBits, program: PatternProgram, grams: RequiredGrams?)] = []
    var repetitionBits: RuleBits = 0
    var slips: [(bit: RuleBits, words: NearWords)] = []
    var words: [(bit: RuleBits, classifier: any WordClassifier, place: Int)] = []
    var place = 0
    for (number, sought) in needs.enumerated() {
      let bit: RuleBits = 1 << RuleBits(number)
      if sought == nil { commonBits |= bit }
      for sought in sought ?? [] {
        switch sought {
        case .pattern(let program, let grams) where patterns.count < SoughtPatterns.limit:
          patterns.append((bit, program, grams))
        case .repeatedWord: repetitionBits |= bit
        case .slips(let words): slips.append((bit, words))
        case .words(let classifier) where place + classifier.groupCount <= GroupBits.limit:
          words.append((bit, classifier, place))
          place += classifier.groupCount
        // Where there is no room for more, a rule is run on all texts.
        case .pattern, .words: commonBits |= bit
        }
      }
    }
    self.commonBits = commonBits
    self.patterns = SoughtPatterns(patterns)
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
    if generation != tokens.generation {
      patterns.forgetTokens()
      generation = tokens.generation
    }
    let row = tokens.row
    patterns.find(found.patterns, in: text, row.span, &bits)
    return bits
  }

  /// What a token tells.
  private func token(_ token: Span<UInt8>) -> TokenBits.Found {
    var found = TokenBits.Found()
    patterns.look(at: token, &found)
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
