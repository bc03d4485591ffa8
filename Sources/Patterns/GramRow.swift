/// What stands in a row in every text that holds something: symbols, edges and gaps.
typealias GramRow = [GramPart]

/// A part of a ``GramRow``.
enum GramPart: Equatable, Sendable {
  /// A character that has that symbol.
  case symbol(UInt8, GramSymbols.Kind)
  /// The edge of a word.
  case edge
  /// A character or more of which no more is known than whether they are of words; jokers may be
  /// among them, and where that is not known either, they are called jokers themselves.
  case gap(GramSymbols.Kind)

  /// The characters of a text that is looked for.
  static func parts(of scalar: UInt32) -> GramPart {
    let (symbol, kind) = GramSymbols.symbol(of: scalar)
    return kind == .joker ? .gap(.joker) : .symbol(symbol, kind)
  }

  /// What is known of a character of a set: it is one of these.
  static func parts(of set: ScalarSet) -> [GramPart] {
    var kinds: Set<GramSymbols.Kind> = []
    var symbols: [GramPart] = []
    for range in set.ranges {
      // Apostrophes inside words stand behind all scalars.
      if range.lowerBound > 0x10_FFFF { kinds.insert(.joker) }
      if range.upperBound >= 0x530, range.lowerBound <= 0x10_FFFF { kinds.insert(.other) }
      // No one writes so many symbols behind the letters, one by one.
      let end = min(range.upperBound, max(range.lowerBound &+ 64, 0x52F), 0x10_FFFF)
      for scalar in min(range.lowerBound, end &+ 1)..<(end &+ 1) {
        let (symbol, kind) = GramSymbols.symbol(of: scalar)
        kinds.insert(kind)
        let part = GramPart.symbol(symbol, kind)
        if symbols.count <= mostSymbols, !symbols.contains(part) { symbols.append(part) }
      }
    }
    if symbols.count <= mostSymbols, !kinds.contains(.joker) { return symbols }
    kinds.remove(.joker)
    return [.gap(kinds.count == 1 ? kinds.first ?? .joker : .joker)]
  }

  /// A character of more symbols than these is a gap.
  private static let mostSymbols = 6
}

extension GramRow {
  /// The rarest gram that stands in every text that has the row; nil where there is none.
  var rarestGram: (gram: UInt64, weight: Double)? {
    var best: (gram: UInt64, weight: Double)?
    var run = GramRun()
    var last = GramSymbols.Kind.joker
    for part in self {
      switch part {
      case .edge:
        run.add(GramSymbols.edge, &best)
        last = .joker
      case .symbol(let symbol, let kind):
        if last != .joker, last != kind { run.add(GramSymbols.edge, &best) }
        run.add(symbol, &best)
        last = kind
      case .gap(let kind):
        if last != .joker, kind != .joker, last != kind { run.add(GramSymbols.edge, &best) }
        run = GramRun()
        last = kind
      }
    }
    return best
  }
}

/// The last symbols of a run, as a gram. Behind a space another run begins with it, since the texts
/// between spaces are looked at one by one.
private struct GramRun {
  private var gram: UInt64 = 0

  mutating func add(_ symbol: UInt8, _ best: inout (gram: UInt64, weight: Double)?) {
    if symbol == GramSymbols.edge, UInt8(truncatingIfNeeded: gram) == symbol { return }
    defer { if symbol == GramSymbols.space { gram = UInt64(symbol) } }
    gram = gram << 8 | UInt64(symbol)
    var rest = gram
    var weight = 1.0
    while rest != 0 {
      let symbol = UInt8(truncatingIfNeeded: rest)
      rest >>= 8
      // Behind a digit mostly stands another.
      let isBehindDigit = UInt8(truncatingIfNeeded: rest) == GramSymbols.digit
      weight *=
        symbol == GramSymbols.digit && isBehindDigit ? 0.8 : GramSymbols.weights[Int(symbol)]
    }
    if best.map({ weight < $0.weight }) ?? true { best = (gram, weight) }
  }
}
