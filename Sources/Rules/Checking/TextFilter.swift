internal import Bytes
internal import Patterns
internal import Words

/// A set of the rules on texts of a kind, a bit for each.
typealias RuleBits = UInt128

/// Tells which texts the rules on texts may find anything in, each rule by a bit.
///
/// What they look for – grams, see ``RequiredGrams``, listed words, slips and wrong pairs of words – is
/// looked for all at once, in each token once. Patterns whose grams stand in a text are looked for by
/// its tokens.
final class TextFilter {
  /// The bits of rules for whose pairs of words there is no room: they are run on all texts.
  private let commonBits: RuleBits
  private var patterns: SoughtPatterns
  /// The bits of the rules that look for words that stand twice.
  private let repetitionBits: RuleBits
  /// The bits of the rules that look for slips in words, with the words.
  private let slips: [(bit: RuleBits, words: Spelling)]
  /// The bits of the rules that look for wrong pairs of words, with the place of the first of their
  /// groups.
  private let pairs: [(bit: RuleBits, words: any WordPairs, place: Int)]
  private let startGroups: GroupBits.Words
  private var texts = RecentAnswers<RuleBits>()
  private var tokens = TokenBits()
  private var generation = 0

  /// Makes a filter of what at most 128 rules look for; their bits are in that order.
  init(_ needs: [[SoughtInText]]) {
    var commonBits: RuleBits = 0
    var patterns: [(bit: RuleBits, program: PatternProgram, grams: RequiredGrams?)] = []
    var repetitionBits: RuleBits = 0
    var slips: [(bit: RuleBits, words: Spelling)] = []
    var lists: [(bit: RuleBits, words: WordList)] = []
    var pairs: [(bit: RuleBits, words: any WordPairs, place: Int)] = []
    var place = 0
    for (number, sought) in needs.enumerated() {
      let bit: RuleBits = 1 << RuleBits(number)
      for sought in sought {
        switch sought {
        case .pattern(let program, let grams): patterns.append((bit, program, grams))
        case .repeatedWord: repetitionBits |= bit
        case .slips(let words): slips.append((bit, words))
        case .listed(let list): lists.append((bit, list))
        case .pairs(let words) where place + words.groupCount <= GroupBits.limit:
          pairs.append((bit, words, place))
          place += words.groupCount
        case .pairs: commonBits |= bit
        }
      }
    }
    self.commonBits = commonBits
    self.patterns = SoughtPatterns(patterns, lists: lists)
    self.repetitionBits = repetitionBits
    self.pairs = pairs
    self.slips = slips
    startGroups = pairs.reduce(GroupBits.none) {
      $0 | GroupBits.words($1.words.startGroups, at: $1.place)
    }
  }

  /// The bits of the rules that may find anything in a text.
  func bits(in text: Span<UInt8>) -> RuleBits { texts.answer(to: text, look) }

  private func look(at text: Span<UInt8>) -> RuleBits {
    let found = tokens.bits(in: text, behind: startGroups, token)
    var bits = commonBits | found.bits
    if found.hasRepetition { bits |= repetitionBits }
    if found.groups != GroupBits.none {
      for (bit, words, place) in pairs
      where found.groups & GroupBits.words(words.allGroups, at: place) != GroupBits.none
        && words.firstMatch(in: text, endingIn: tokens.pairEnds) != nil
      {
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
    for (_, words, place) in pairs {
      let classes = words.classes(ofToken: token)
      found.left |= GroupBits.words(classes.left, at: place)
      found.right |= GroupBits.words(classes.right, at: place)
      found.between |= GroupBits.words(classes.between & words.allGroups, at: place)
      found.alone |= GroupBits.words(classes.alone, at: place)
    }
    return found
  }
}

/// The filters of a checker: kinds whose plans are judged by the same rules on texts share one.
final class TextFilters {
  private var known: [[String]: TextFilter] = [:]

  /// The filter of what at most 128 rules look for; their bits are in that order.
  func filter(of needs: [(id: String, sought: [SoughtInText])]) -> TextFilter {
    let ids = needs.map(\.id)
    if let filter = known[ids] { return filter }
    let filter = TextFilter(needs.map(\.sought))
    known[ids] = filter
    return filter
  }
}
