/// Grams – up to eight symbols in a row, see ``GramSymbols`` – of which every text holds one that a
/// pattern matches. A text without any of them is passed over.
package struct RequiredGrams: Sendable {
  /// The grams, the last symbol in the lowest byte.
  package private(set) var grams: Set<UInt64>
  /// About how many of them a text has for each of its symbols.
  package private(set) var weight: Double

  /// The rarest grams of some rows, one of which is in the text; nil where one of these has none.
  fileprivate init?(oneOf rows: [GramRow]) {
    grams = []
    weight = 0
    for row in rows {
      guard let (gram, weight) = row.rarestGram else { return nil }
      if grams.insert(gram).inserted { self.weight += weight }
    }
  }

  /// Those of every text that a pattern matches; nil where it requires none.
  package init?(_ program: PatternProgram) {
    let finder = RequiredGramFinder(characters: program.sets.map(GramPart.parts))
    guard let found = finder.find(program.syntax).grams else { return nil }
    self = found
  }

  /// Those of every text that holds another.
  package init?(text: String) {
    self.init(oneOf: [text.unicodeScalars.map { GramPart.parts(of: $0.value) }])
  }

  /// Those of either.
  func union(_ other: RequiredGrams) -> RequiredGrams {
    var result = self
    result.grams.formUnion(other.grams)
    result.weight += other.weight
    return result
  }
}

/// What is known of a part of a pattern: the rows of which a match has one, or where these are too
/// many, the grams of which it has one.
private struct FoundGrams {
  var rows: [GramRow]?
  var known: RequiredGrams?

  var grams: RequiredGrams? { rows.map { RequiredGrams(oneOf: $0) } ?? known }
}

/// Finds the grams that a pattern requires.
private struct RequiredGramFinder {
  /// Of a part with more rows than these, the grams alone are kept.
  private static let rowLimit = 256
  private static let partLimit = 32
  /// So many rows of a part that is repeated are spelt out.
  private static let repeatedLimit = 16

  /// What is known of the characters of each set of the pattern, by number.
  let characters: [[GramPart]]

  func find(_ part: PatternSyntax) -> FoundGrams {
    switch part {
    case .scalar(let set): return FoundGrams(rows: characters[set].map { [$0] })
    // A text ends as if something stood there that is of no word.
    case .assertion(.start), .assertion(.end): return FoundGrams(rows: [[.gap(.other)]])
    case .assertion(.wordBoundary): return FoundGrams(rows: [[.edge]])
    case .assertion(.noWordBoundary): return FoundGrams(rows: [[]])
    case .choice(let parts): return choice(parts.map(find))
    case .repetition(let part, let least, let most): return repetition(find(part), least, most)
    case .sequence(let parts): return sequence(parts)
    }
  }

  private func choice(_ parts: [FoundGrams]) -> FoundGrams {
    var rows: [GramRow]? = []
    for part in parts {
      guard let more = part.rows, (rows?.count ?? 0) + more.count <= Self.rowLimit else {
        rows = nil
        break
      }
      for row in more where rows?.count ?? 0 > 4 || !(rows?.contains(row) ?? true) {
        rows?.append(row)
      }
    }
    if let rows { return FoundGrams(rows: rows) }
    guard var known = parts[0].grams else { return FoundGrams() }
    for part in parts.dropFirst() {
      guard let more = part.grams else { return FoundGrams() }
      known = known.union(more)
    }
    return FoundGrams(known: known)
  }

  private func repetition(_ part: FoundGrams, _ least: Int, _ most: Int?) -> FoundGrams {
    if least == 1, most == 1 { return part }
    guard let rows = part.rows else {
      return least > 0 ? part : FoundGrams(rows: [[], [.gap(.joker)]])
    }
    let more = GramPart.gap(rows.kind)
    let isGap = rows.allSatisfy { $0.count == 1 && $0[0] == more }
    if least == 0 {
      return FoundGrams(rows: [[]] + (most == 1 || isGap ? rows : [[more]]))
    }
    guard !isGap else { return FoundGrams(rows: rows) }
    var all = rows
    for _ in 1..<max(least, 1) where all.count * rows.count <= Self.repeatedLimit {
      all = all.flatMap { row in rows.map { row + $0 } }
    }
    return FoundGrams(rows: most == least && all.count > rows.count ? all : all + all.map { $0 + [more] })
  }

  private func sequence(_ parts: [PatternSyntax]) -> FoundGrams {
    var best: RequiredGrams?
    var isWhole = true
    func offer(_ grams: RequiredGrams?) {
      guard let grams, grams.weight < best?.weight ?? .infinity else { return }
      best = grams
    }
    var open: [GramRow] = [[]]
    for part in parts {
      let found = find(part)
      guard let rows = found.rows else {
        offer(RequiredGrams(oneOf: open))
        offer(found.known)
        (open, isWhole) = ([[.gap(.joker)]], false)
        continue
      }
      if open.count * rows.count <= Self.rowLimit, open[0].count < Self.partLimit {
        open = open.flatMap { row in rows.map { row + $0 } }
      } else {
        offer(RequiredGrams(oneOf: open))
        (open, isWhole) = (rows, false)
      }
    }
    if isWhole { return FoundGrams(rows: open) }
    offer(RequiredGrams(oneOf: open))
    return FoundGrams(known: best)
  }
}

extension [GramRow] {
  /// Whether rows of a single part are of words.
  fileprivate var kind: GramSymbols.Kind {
    var result: GramSymbols.Kind?
    for row in self {
      guard row.count == 1 else { return .joker }
      let kind: GramSymbols.Kind
      switch row[0] {
      case .symbol(_, let known), .gap(let known): kind = known
      case .edge: return .joker
      }
      guard kind == result ?? kind else { return .joker }
      result = kind
    }
    return result ?? .joker
  }
}
