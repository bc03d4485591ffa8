internal import Functions
internal import Patterns

/// Tells which texts the rules on texts may find anything in, each rule by a bit: those that hold
/// one of its signs and, where these are common, something that it looks for.
///
/// All patterns that most texts do not hold are looked for at once, and so are all lists of words.
final class TextFilter {
  /// The bits of the rules that each sort of characters is a sign of; see ``CharacterPairs``.
  let signBits: [UInt64]
  /// The bits of the rules that need no sign.
  let commonBits: UInt64
  /// The bits of the rules that look for some patterns, and these as one.
  private let patterns: (bits: UInt64, any: TextPattern)?
  /// The bits of the rules that look for listed words, and their lists as one.
  private let words: (bits: UInt64, any: WordSearch)?
  /// The rules that look for slips in words, each by its bit.
  private let slips: [(bit: UInt64, words: NearWords)]

  /// Makes a filter of what at most sixty-four rules need; their bits are in that order.
  init(_ needs: [RuleNeed]) {
    var signBits = [UInt64](repeating: 0, count: CharacterSorts.count)
    var commonBits: UInt64 = 0
    var patterns: [(bit: UInt64, program: PatternProgram)] = []
    var words: (bits: UInt64, lists: [WordList]) = (0, [])
    var slips: [(bit: UInt64, words: NearWords)] = []
    for (number, need) in needs.enumerated() {
      let bit: UInt64 = 1 << UInt64(number)
      for sign in need.signs { signBits[sign] |= bit }
      if need.signs.isEmpty { commonBits |= bit }
      let sought = need.sought ?? []
      guard sought.slips.isEmpty else {
        // A rule that looks for anything else, too, is run by itself.
        if sought.count == 1 { slips.append((bit, sought.slips[0])) }
        continue
      }
      patterns += sought.programs.map { (bit, $0) }
      if !sought.lists.isEmpty { words = (words.bits | bit, words.lists + sought.lists) }
    }
    self.slips = slips
    self.signBits = signBits
    self.commonBits = commonBits
    self.patterns = Self.union(of: patterns)
    // A rule that is run by itself may look for words, too.
    words.bits &= ~(patterns.reduce(0) { $0 | $1.bit } & ~(self.patterns?.bits ?? 0))
    self.words = words.lists.isEmpty ? nil : (words.bits, WordSearch(WordList(anyOf: words.lists)))
  }

  /// Patterns as one; the rules with one that goes through words are run by themselves, and where the
  /// others tell too many characters apart, so are the last of them.
  private static func union(of patterns: [(bit: UInt64, program: PatternProgram)])
    -> (bits: UInt64, any: TextPattern)?
  {
    let alone = Set(patterns.filter(\.program.goesThroughWords).map(\.bit))
    var patterns = patterns.filter { !alone.contains($0.bit) }
    while !patterns.isEmpty {
      if let any = PatternProgram(anyOf: patterns.map(\.program)) {
        return (patterns.reduce(0) { $0 | $1.bit }, TextPattern(any))
      }
      let last = patterns[patterns.count - 1].bit
      patterns.removeAll { $0.bit == last }
    }
    return nil
  }

  /// Of the bits that the signs of a text leave, those of the rules that may find anything in it.
  func bits(_ bits: UInt64, in text: Span<UInt8>) -> UInt64 {
    var found = bits
    if let patterns { found &= ~patterns.bits }
    if let words { found &= ~words.bits }
    if let patterns, bits & patterns.bits != 0, patterns.any.matches(text) {
      found |= bits & patterns.bits
    }
    if let words, bits & words.bits != 0, words.any.firstMatch(in: text) != nil {
      found |= bits & words.bits
    }
    for (bit, words) in slips where bits & bit != 0 && words.firstMatch(in: text) == nil {
      found &= ~bit
    }
    return found
  }
}

extension [SoughtInText] {
  fileprivate var programs: [PatternProgram] {
    compactMap { if case .pattern(let program) = $0 { program } else { nil } }
  }

  fileprivate var lists: [WordList] {
    compactMap { if case .words(let list) = $0 { list } else { nil } }
  }

  fileprivate var slips: [NearWords] {
    compactMap { if case .slips(let words) = $0 { words } else { nil } }
  }
}
