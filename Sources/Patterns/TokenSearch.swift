/// Looks for up to 64 things at once in texts that are made of the same tokens, the parts between two
/// spaces: patterns, and the entries of word lists.
///
/// Each thing goes over the tokens from row to row, and where a token leads from a row is found out
/// once. Mostly a text has begun nothing of what is looked for: such a thing is idle, and of each token
/// is known which idle things it leaves idle, so that all of these pass over it together.
package struct TokenSearch {
  /// A set of things, a bit for each in their order.
  package typealias Bits = UInt64
  /// Finds out where a token leads from a row, from row 0 at the start of a text.
  package typealias Step = (_ row: Int, _ token: Span<UInt8>, _ isLast: Bool) -> TokenStep

  /// How many things there is room for.
  package static let limit = Bits.bitWidth

  /// A word that begins nothing that is looked for: where it leads from the start of a text, a thing is
  /// idle.
  private static let neutral: [UInt8] = Array("ьььь".utf8)

  private var things: [Thing]
  private var steps = TokenSteps()
  /// Which things begin at the tokens, by the numbers of these.
  private var begun: [Begun] = []
  /// The rows of the things in which nothing is begun.
  private var idles = InlineArray<64, Int32>(repeating: TokenSteps.unknown)
  /// The rows of the things that are not idle.
  private var rows = InlineArray<64, Int32>(repeating: 0)

  private struct Thing {
    let makeStep: () -> Step
    /// Made when the first text comes.
    var step: Step?
  }

  /// The things that a token does not leave idle, as far as they are known, by the place of the token
  /// in a text.
  private struct Begun {
    var known = InlineArray<4, Bits>(repeating: 0)
    var bits = InlineArray<4, Bits>(repeating: 0)
  }

  /// Makes a search for at most ``limit`` things; what finds out their steps is made when the first
  /// text comes.
  package init(_ makers: [() -> Step]) {
    precondition(makers.count <= Self.limit, "there is room for all things")
    things = makers.map { Thing(makeStep: $0) }
  }

  /// Forgets the tokens: their numbers are given to others.
  package mutating func forgetTokens() {
    steps = TokenSteps()
    begun = []
  }

  /// Which of some things stand in a text of these tokens.
  package mutating func find(
    _ wanted: Bits, in text: Span<UInt8>, _ tokens: Span<NumberedToken>
  ) -> Bits {
    var found: Bits = 0
    var open = wanted
    var busy: Bits = 0
    for index in tokens.indices {
      if open == 0 { break }
      let token = tokens[index]
      let place = TokenPlace(index, of: tokens.count)
      var rest = open
      if let number = token.number {
        rest =
          busy | begun(at: number, text.extracting(token.bytes), place, among: open & ~busy)
      }
      while rest != 0 {
        let number = rest.trailingZeroBitCount
        let bit: Bits = 1 &<< Bits(number)
        rest &= rest &- 1
        let row = busy & bit != 0 ? rows[number] : place.isFirst ? 0 : idleRow(of: number)
        let next = step(number, from: row, over: token, of: text, isLast: place.isLast)
        busy &= ~bit
        if next >= 0 {
          guard next != idles[number] else { continue }
          rows[number] = next
          busy |= bit
        } else {
          open &= ~bit
          if next == TokenSteps.match { found |= bit }
        }
      }
    }
    return found
  }

  /// Those of some idle things that a token does not leave idle.
  @inline(__always)
  private mutating func begun(
    at number: Int, _ token: Span<UInt8>, _ place: TokenPlace, among things: Bits
  ) -> Bits {
    while begun.count <= number { begun.append(Begun()) }
    let unknown = things & ~begun[number].known[place.number]
    if unknown != 0 { learn(unknown, over: token, number, at: place) }
    return things & begun[number].bits[place.number]
  }

  private mutating func learn(
    _ unknown: Bits, over token: Span<UInt8>, _ number: Int, at place: TokenPlace
  ) {
    var rest = unknown
    while rest != 0 {
      let thing = rest.trailingZeroBitCount
      let bit: Bits = 1 << Bits(thing)
      rest &= rest - 1
      let idle = idleRow(of: thing)
      let whole = NumberedToken(number: number, bytes: 0..<token.count)
      let next = step(
        thing, from: place.isFirst ? 0 : idle, over: whole, of: token, isLast: place.isLast)
      begun[number].bits[place.number] |= bit
      // Where its rows have just been numbered anew, this is found out again.
      guard idles[thing] != TokenSteps.unknown else { continue }
      begun[number].known[place.number] |= bit
      // What ends a text leads nowhere.
      let isIdle = place.isLast ? next == TokenSteps.dead : next == idle
      if isIdle { begun[number].bits[place.number] &= ~bit }
    }
  }

  /// The row of a thing of which nothing is begun.
  @inline(__always)
  private mutating func idleRow(of thing: Int) -> Int32 {
    let idle = idles[thing]
    return idle != TokenSteps.unknown ? idle : findIdleRow(of: thing)
  }

  private mutating func findIdleRow(of thing: Int) -> Int32 {
    let token = NumberedToken(number: nil, bytes: 0..<Self.neutral.count)
    let row = step(thing, from: 0, over: token, of: Self.neutral.span, isLast: false)
    let idle = row < 0 ? TokenSteps.nowhere : row
    idles[thing] = idle
    return idle
  }

  /// Where a token of a text leads a thing.
  @inline(__always)
  private mutating func step(
    _ thing: Int, from row: Int32, over token: NumberedToken, of text: Span<UInt8>, isLast: Bool
  ) -> Int32 {
    let key = token.number.map { TokenSteps.key(thing, row, $0, isLast: isLast) }
    if let key, let known = steps[key] { return known }
    return findStep(thing, from: row, over: token, of: text, isLast: isLast, key)
  }

  private mutating func findStep(
    _ thing: Int, from row: Int32, over token: NumberedToken, of text: Span<UInt8>, isLast: Bool,
    _ key: UInt64?
  ) -> Int32 {
    let step = things[thing].step ?? things[thing].makeStep()
    if things[thing].step == nil { things[thing].step = step }
    let next: Int32
    switch step(Int(row), text.extracting(token.bytes), isLast) {
    case .match: next = TokenSteps.match
    case .dead: next = TokenSteps.dead
    case .row(let number, isRenumbered: false): next = Int32(number)
    case .row(let number, isRenumbered: true):
      forgetRows(of: thing)
      return Int32(number)
    }
    if let key { steps.add(key, next) }
    return next
  }

  /// The rows of a thing are given to other states.
  private mutating func forgetRows(of thing: Int) {
    steps = TokenSteps()
    idles[thing] = TokenSteps.unknown
    for number in begun.indices {
      for place in 0..<4 { begun[number].known[place] &= ~(1 << Bits(thing)) }
    }
  }
}

/// Where a token stands in a text.
private struct TokenPlace {
  let isFirst: Bool
  let isLast: Bool

  @inline(__always)
  init(_ index: Int, of count: Int) {
    isFirst = index == 0
    isLast = index == count &- 1
  }

  var number: Int { (isFirst ? 2 : 0) | (isLast ? 1 : 0) }
}

/// A token of a text, with a number below 2¹⁹ that is the same wherever its bytes are; nil where it has
/// none.
package struct NumberedToken {
  /// Its number.
  package let number: Int?
  /// Where it stands in the text.
  package let bytes: Range<Int>

  /// Names a token of a text.
  package init(number: Int?, bytes: Range<Int>) {
    self.number = number
    self.bytes = bytes
  }
}

/// Where a token leads with the space, or the end of the text, behind it.
package enum TokenStep {
  /// To a row, a number below 2¹⁸; perhaps all rows but row 0 were numbered anew before.
  case row(Int, isRenumbered: Bool = false)
  /// What is looked for was found.
  case match
  /// It cannot be found any more.
  case dead
}
