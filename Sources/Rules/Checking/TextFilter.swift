internal import Functions
internal import Patterns

/// Tells which texts the rules on texts may find anything in, each rule by a bit.
///
/// The grams that the rules require are all looked for at once, in each token once; see
/// ``RequiredGrams``.
final class TextFilter {
  /// The bits of the rules that may find anything in any text.
  private let commonBits: UInt64
  private let grams: GramSearch
  /// The bits of the rules that look for slips in words, with the words.
  private let slips: [(bit: UInt64, words: NearWords)]
  private var tokens = TokenBits()

  /// Makes a filter of what at most sixty-four rules look for; their bits are in that order.
  init(_ needs: [[SoughtInText]?]) {
    var commonBits: UInt64 = 0
    var grams: [(bit: UInt64, grams: RequiredGrams)] = []
    var slips: [(bit: UInt64, words: NearWords)] = []
    for (number, sought) in needs.enumerated() {
      let bit: UInt64 = 1 << UInt64(number)
      if sought == nil { commonBits |= bit }
      for sought in sought ?? [] {
        switch sought {
        case .grams(let required): grams.append((bit, required))
        case .slips(let words): slips.append((bit, words))
        }
      }
    }
    self.commonBits = commonBits
    self.grams = GramSearch(grams)
    self.slips = slips
  }

  /// The bits of the rules that may find anything in a text.
  func bits(in text: Span<UInt8>) -> UInt64 {
    commonBits | tokens.bits(in: text, bits(ofToken:))
  }

  private func bits(ofToken token: Span<UInt8>) -> UInt64 {
    var found = grams.bits(in: token)
    for (bit, words) in slips where found & bit == 0 && words.firstMatch(in: token) != nil {
      found |= bit
    }
    return found
  }
}
