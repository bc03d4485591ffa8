/// Grams – up to eight symbols in a row, see ``GramSymbols`` – of which every text holds one that a
/// pattern matches. A text without any of them is passed over.
package struct RequiredGrams: Sendable {
  /// The grams, the last symbol in the lowest byte.
  package private(set) var grams: [UInt64]
  /// About how many of them a text has for each of its symbols.
  package private(set) var weight: Double

  /// Those of every text that a pattern matches; nil where it requires none.
  package init?(_ program: PatternProgram) {
    let finder = RequiredGramFinder(characters: program.sets.map(GramCharacters.init))
    self.init(finder.states(behind: [GramState()], program.syntax))
  }

  private init?(_ states: [GramState]) {
    let last = GramState(joining: states)
    guard last.weight < .infinity else { return nil }
    var grams: [UInt64] = []
    for gram in last.grams.sorted() where gram != grams.last { grams.append(gram) }
    self.grams = grams
    weight = last.weight
  }
}

/// What is known of a character of a set of a pattern: the symbols that it may be, or whether it is of
/// words.
private struct GramCharacters {
  let parts: [GramPart]
  /// Whether it is of words; a joker for both.
  let kind: GramSymbols.Kind

  /// A character of more symbols than these is a gap.
  private static let mostSymbols = 6

  init(_ set: ScalarSet) {
    var kinds: UInt8 = 0
    var symbols: [GramPart] = []
    for range in set.ranges {
      // Apostrophes inside words stand behind all scalars.
      if range.lowerBound > 0x10_FFFF { kinds |= 1 << GramSymbols.Kind.joker.rawValue }
      if range.upperBound >= 0x530, range.lowerBound <= 0x10_FFFF {
        kinds |= 1 << GramSymbols.Kind.other.rawValue
      }
      // No one writes so many symbols behind the letters, one by one.
      let end = min(range.upperBound, max(range.lowerBound &+ 64, 0x52F), 0x10_FFFF)
      for scalar in min(range.lowerBound, end &+ 1)..<(end &+ 1) {
        let (symbol, kind) = GramSymbols.symbol(of: scalar)
        kinds |= 1 << kind.rawValue
        guard symbols.count <= Self.mostSymbols else { continue }
        let part = GramPart.symbol(symbol, kind)
        if !symbols.contains(part) { symbols.append(part) }
      }
    }
    let isFew = symbols.count <= Self.mostSymbols && kinds >> GramSymbols.Kind.joker.rawValue == 0
    switch kinds & 0b11 {
    case 0b01: kind = .word
    case 0b10: kind = .other
    default: kind = .joker
    }
    parts = isFew ? symbols : [.gap(kind)]
  }
}

/// Finds the grams that a pattern requires: goes through the pattern with all that a match can be so
/// far.
private struct RequiredGramFinder {
  /// Where a match can be more than so many things, what they are is forgotten but for their grams.
  private static let stateLimit = 200
  /// Behind more than so many words to choose from, what follows may be rarer than all of them.
  private static let mostParts = 60
  /// A part that is repeated is spelt out so many times.
  private static let mostRepeated = 4

  /// What is known of the characters of each set of the pattern, by number.
  let characters: [GramCharacters]

  /// What a match can be behind a part.
  func states(behind states: [GramState], _ part: PatternSyntax) -> [GramState] {
    switch part {
    case .scalar(let set): return states.each(characters[set].parts)
    // A text ends as if something stood there that is of no word.
    case .assertion(.start), .assertion(.end): return states.each([.gap(.other)])
    case .assertion(.wordBoundary): return states.each([.edge])
    case .assertion(.noWordBoundary): return states
    case .choice(let parts):
      // All ways of many cost as much as they are.
      let states =
        states.count * parts.count > Self.stateLimit ? [GramState(joining: states)] : states
      let found = parts.flatMap { self.states(behind: states, $0) }
      return parts.count > Self.mostParts ? [GramState(joining: found)] : joined(found)
    case .repetition(let part, let least, let most):
      return repeated(part, least: least, most: most, behind: states)
    case .sequence(let parts):
      var states = states
      for part in parts {
        if case .scalar(let set) = part, characters[set].parts.count == 1 {
          for index in states.indices { states[index].add(characters[set].parts[0]) }
        } else {
          states = self.states(behind: states, part)
        }
      }
      return states
    }
  }

  private func repeated(
    _ part: PatternSyntax, least: Int, most: Int?, behind start: [GramState]
  ) -> [GramState] {
    var states = start
    for _ in 0..<min(least, Self.mostRepeated) { states = self.states(behind: states, part) }
    if most == least { return joined(states) }
    let more =
      least == 0 && most == 1
      ? self.states(behind: states, part) : states.each([.gap(kind(of: part))])
    return joined(states + more)
  }

  /// Whether all characters of a part are of words.
  private func kind(of part: PatternSyntax) -> GramSymbols.Kind {
    if case .scalar(let set) = part { characters[set].kind } else { .joker }
  }

  private func joined(_ states: [GramState]) -> [GramState] {
    if states.count > Self.stateLimit { return [GramState(joining: states)] }
    guard states.count < 9 else { return states }
    var result: [GramState] = []
    for state in states where !result.contains(state) { result.append(state) }
    return result
  }
}

extension [GramState] {
  /// These behind each of some parts.
  fileprivate func each(_ parts: [GramPart]) -> [GramState] {
    var result: [GramState] = []
    result.reserveCapacity(count * parts.count)
    for state in self {
      for part in parts {
        result.append(state)
        result[result.count - 1].add(part)
      }
    }
    return result
  }
}
