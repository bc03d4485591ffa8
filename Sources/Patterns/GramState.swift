/// A part of what stands in a row in a text.
enum GramPart: Equatable, Sendable {
  /// A character that has that symbol.
  case symbol(UInt8, GramSymbols.Kind)
  /// The edge of a word.
  case edge
  /// A character or more of which no more is known than whether they are of words; jokers may be
  /// among them, and where that is not known either, they are called jokers themselves.
  case gap(GramSymbols.Kind)
}

/// What stands in a row in a text, as far as it matters for the grams that come: the last symbols, and
/// the rarest gram so far.
struct GramState: Equatable, Sendable {
  /// The last symbols; behind a space others begin with it, since the texts between spaces are looked
  /// at one by one.
  private var window: UInt64 = 0
  /// About how many times a text has them, for each of its symbols.
  private var windowWeight = 1.0
  private var last = GramSymbols.Kind.joker
  /// The rarest gram, and where several rows are one, those of the others.
  private var gram: UInt64 = 0
  private var others: [UInt64] = []
  /// About how many of them a text has for each of its symbols.
  private(set) var weight = Double.infinity

  /// No gram that is the beginning of a word is rarer.
  private static let leastWeight = 1e-7

  /// Makes the beginning of a row.
  init() {}

  /// Makes one of many rows: what they end with is not known any more.
  init(joining states: [GramState]) {
    guard states.count != 1 else {
      self = states[0]
      return
    }
    guard !states.isEmpty, states.allSatisfy({ $0.weight < .infinity }) else { return }
    // A word is more frequent than its letters are, so that few grams are rarer than many.
    weight = states.reduce(0) { $0 + max($1.weight, Self.leastWeight) }
    others = states.flatMap(\.grams)
    gram = others.removeLast()
  }

  /// The rarest grams, one for each row.
  var grams: [UInt64] { weight < .infinity ? others + [gram] : [] }

  /// Goes on with a part.
  mutating func add(_ part: GramPart) {
    switch part {
    case .edge:
      add(GramSymbols.edge)
      last = .joker
    case .symbol(let symbol, let kind):
      if last != .joker, last != kind { add(GramSymbols.edge) }
      add(symbol)
      last = kind
    case .gap(let kind):
      if last != .joker, kind != .joker, last != kind { add(GramSymbols.edge) }
      (window, windowWeight) = (0, 1)
      last = kind
    }
  }

  private mutating func add(_ symbol: UInt8) {
    if symbol == GramSymbols.edge, UInt8(truncatingIfNeeded: window) == symbol { return }
    let weights = GramSymbols.weights
    let dropped = Int(window >> 56)
    if dropped != 0 { windowWeight /= weights[dropped] }
    window = window << 8 | UInt64(symbol)
    windowWeight *= weights[Int(symbol)]
    if windowWeight < weight {
      weight = windowWeight
      gram = window
      if !others.isEmpty { others = [] }
    }
    if symbol == GramSymbols.space {
      (window, windowWeight) = (UInt64(symbol), weights[Int(symbol)])
    }
  }
}
