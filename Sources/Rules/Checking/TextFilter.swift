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
  /// The bits of the rules that look for entries of lists, with the words that these have.
  private let words: [(bit: UInt64, keys: WordKeys)]
  /// The bits of the rules that look for slips in words, with the words.
  private let slips: [(bit: UInt64, words: NearWords)]
  /// The bits of the rules that look for wrong pairs of words, with the place of the first of their
  /// groups.
  private let pairs: [(bit: UInt64, words: any WordPairs, place: UInt64)]
  private let startGroups: UInt64
  private var tokens = TokenBits()

  /// Makes a filter of what at most sixty-four rules look for; their bits are in that order.
  init(_ needs: [[SoughtInText]?]) {
    var commonBits: UInt64 = 0
    var grams: [(bit: UInt64, grams: RequiredGrams)] = []
    var words: [(bit: UInt64, keys: WordKeys)] = []
    var slips: [(bit: UInt64, words: NearWords)] = []
    var pairs: [(bit: UInt64, words: any WordPairs, place: UInt64)] = []
    var place = 0
    for (number, sought) in needs.enumerated() {
      let bit: UInt64 = 1 << UInt64(number)
      if sought == nil { commonBits |= bit }
      for sought in sought ?? [] {
        switch sought {
        case .grams(let required): grams.append((bit, required))
        case .words(let keys): words.append((bit, keys))
        case .slips(let words): slips.append((bit, words))
        // Where there is no room for more groups, a rule is run on all texts.
        case .pairs(let words) where place + words.groupCount > 64: commonBits |= bit
        case .pairs(let words):
          pairs.append((bit, words, UInt64(place)))
          place += words.groupCount
        }
      }
    }
    self.commonBits = commonBits
    self.grams = GramSearch(grams)
    self.words = words
    self.slips = slips
    self.pairs = pairs
    startGroups = pairs.reduce(0) { $0 | $1.words.startGroups << $1.place }
  }

  /// The bits of the rules that may find anything in a text.
  func bits(in text: Span<UInt8>) -> UInt64 {
    let found = tokens.bits(in: text, behind: startGroups, token)
    var bits = commonBits | found.bits
    guard found.pairs != 0 else { return bits }
    for (bit, words, place) in pairs where found.pairs & words.allGroups << place != 0 {
      bits |= bit
    }
    return bits
  }

  /// What a token tells.
  private func token(_ token: Span<UInt8>) -> TokenBits.Found {
    var found = TokenBits.Found(bits: grams.bits(in: token))
    for (bit, keys) in words where found.bits & bit == 0 && keys.mayStand(in: token) {
      found.bits |= bit
    }
    for (bit, words) in slips where found.bits & bit == 0 && words.firstMatch(in: token) != nil {
      found.bits |= bit
    }
    for (_, words, place) in pairs {
      let classes = words.classes(ofToken: token)
      found.classes.left |= classes.left << place
      found.classes.right |= classes.right << place
      found.classes.between |= (classes.between & words.allGroups) << place
    }
    return found
  }
}
