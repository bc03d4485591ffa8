internal import Patterns
internal import Words

/// What rules on texts look for by patterns and in lists: a pattern that matches within a token is
/// looked for in each token once, the others by the tokens of the texts that hold their grams.
struct SoughtPatterns {
  /// A set of patterns by their grams, a bit for each; behind as many as there are bits, they share
  /// them.
  typealias Bits = UInt128

  /// A pattern and the rule that looks for it.
  typealias Pattern = (bit: RuleBits, program: PatternProgram, grams: RequiredGrams?)

  private let grams: GramSearch
  /// Those that match within tokens, and whether they require grams.
  private let inTokens: [(bit: Bits, rule: RuleBits, pattern: TextPattern, hasGrams: Bool)]
  private var groups: [Group]

  /// As many patterns and lists as are looked for at once.
  private struct Group {
    /// Those that require grams.
    var withGrams: TokenSearch.Bits = 0
    /// The others.
    var common: TokenSearch.Bits = 0
    /// The rules that look for each.
    let rules: [RuleBits]
    var search: TokenSearch

    init(_ things: [(bit: RuleBits, hasGrams: Bool, makeStep: () -> TokenSearch.Step)]) {
      rules = things.map(\.bit)
      search = TokenSearch(things.map(\.makeStep))
      for (number, thing) in things.enumerated() {
        let bit: TokenSearch.Bits = 1 << UInt64(number)
        if thing.hasGrams { withGrams |= bit } else { common |= bit }
      }
    }
  }

  init(_ patterns: [Pattern], lists: [(bit: RuleBits, words: WordList)]) {
    let others = patterns.filter { !$0.program.isWithinToken }
    var grams: [(bit: Bits, grams: RequiredGrams)] = []
    for (number, pattern) in others.enumerated() {
      if let required = pattern.grams { grams.append((Self.bit(number), required)) }
    }
    inTokens = patterns.filter(\.program.isWithinToken).enumerated().map { number, sought in
      let bit = Self.bit(others.count + number)
      if let required = sought.grams { grams.append((bit, required)) }
      return (bit, sought.bit, TextPattern(sought.program), sought.grams != nil)
    }
    self.grams = GramSearch(grams)
    let things =
      others.map { ($0.bit, $0.grams != nil, Self.steps(of: $0.program)) }
      + lists.map { ($0.bit, false, Self.steps(of: $0.words)) }
    groups = stride(from: 0, to: things.count, by: TokenSearch.limit).map { start in
      Group(Array(things[start...].prefix(TokenSearch.limit)))
    }
  }

  private static func bit(_ number: Int) -> Bits { 1 << Bits(number % Bits.bitWidth) }

  private static func steps(of program: PatternProgram) -> () -> TokenSearch.Step {
    { TokenSearch.steps(of: program) }
  }

  private static func steps(of words: WordList) -> () -> TokenSearch.Step {
    { TokenSearch.steps(of: words) }
  }

  /// Notes which patterns match within a token, with a space or an end of the text on each side of it,
  /// and which may match in a text that has it.
  func look(at token: Span<UInt8>, _ found: inout TokenBits.Found) {
    let known = grams.bits(in: token)
    found.patterns = known
    var padded: [UInt8] = [0x20]
    for (bit, rule, pattern, hasGrams) in inTokens where !hasGrams || known & bit != 0 {
      if padded.count == 1 {
        for index in token.indices { padded.append(token[index]) }
        padded.append(0x20)
      }
      let text = padded.span
      if pattern.matches(token) || pattern.matches(text)
        || pattern.matches(text.extracting(droppingFirst: 1))
        || pattern.matches(text.extracting(droppingLast: 1))
      {
        found.bits |= rule
      }
    }
  }

  /// Adds the rules of which one of the patterns of these grams, or a list, has something in a text of
  /// these tokens.
  mutating func find(
    _ bits: Bits, in text: Span<UInt8>, _ tokens: Span<NumberedToken>, _ found: inout RuleBits
  ) {
    for number in groups.indices {
      // The bits of grams are those of every second group.
      let known = TokenSearch.Bits(
        truncatingIfNeeded: bits >> Bits(number * TokenSearch.limit % Bits.bitWidth))
      let wanted = known & groups[number].withGrams | groups[number].common
      var rest = groups[number].search.find(wanted, in: text, tokens)
      while rest != 0 {
        found |= groups[number].rules[rest.trailingZeroBitCount]
        rest &= rest - 1
      }
    }
  }

  /// The numbers of tokens are given to others.
  mutating func forgetTokens() {
    for number in groups.indices { groups[number].search.forgetTokens() }
  }
}
