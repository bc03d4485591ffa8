/// Finds the words for time in a sentence that says who must do what by when.
package struct DeadlineScanner {
  /// On which side of the verb words stand: what stands before it can only say when it is due,
  /// behind it words may belong to a noun: «звіт за 2026 рік», «робіт, виконаних до 1 січня».
  package enum Side: Sendable {
    case beforeVerb, behindVerb
  }

  private let lexer: DeadlineLexer
  private let tokens: [DeadlineToken]

  /// Makes a scanner of a text.
  package init(_ text: String) {
    var lexer = DeadlineLexer(text)
    tokens = lexer.read().tokens
    self.lexer = lexer
  }

  /// The places of the phrases between two places of the text: offsets in Unicode scalars.
  package func phrases(in range: Range<Int>, _ side: Side) -> [Range<Int>] {
    let within = tokens.filter { $0.start >= range.lowerBound && $0.end <= range.upperBound }
    var result: [Range<Int>] = []
    var parser = DeadlineParser(within)
    var index = 0
    while index < within.count {
      defer { index += 1 }
      parser.place = index
      guard opens(within, index), let parts = parser.parseItem(), parser.place > index,
        parts.allSatisfy({ saysWhen($0.phrase, side, isFirst: index == 0) }),
        side == .beforeVerb || !belongsToNoun(within, index)
      else { continue }
      let last = trimmed(within[index..<parser.place])
      result.append(within[index].start..<within[last].end)
      index = last
    }
    return result
  }

  /// The last token of a phrase without the marks at its end.
  private func trimmed(_ phrase: ArraySlice<DeadlineToken>) -> Int {
    phrase.lastIndex { token in
      switch token.kind {
      case .comma, .colon, .semicolon, .dash: false
      default: true
      }
    } ?? phrase.endIndex - 1
  }

  /// Whether a deadline of a duty may begin here.
  private func opens(_ tokens: [DeadlineToken], _ index: Int) -> Bool {
    guard case .word(let word) = tokens[index].kind else {
      // «5 числа щомісяця»
      if case .number = tokens[index].kind, index + 1 < tokens.count {
        return tokens[index + 1].kind == .word(.dayOfMonth)
      }
      return false
    }
    switch word {
    case .until, .not, .every, .weekday, .each, .times, .time, .standing, .during, .into, .through,
      .promptly:
      return true
    default: return false
    }
  }

  /// Whether a phrase says by when something is to be done.
  private func saysWhen(_ phrase: DeadlinePhrase, _ side: Side, isFirst: Bool) -> Bool {
    switch phrase {
    case .time(let window):
      if window.last == nil { return false }
      return window.first == nil || side == .beforeVerb || isFirst
    case .recurring, .relative: return true
    case .standing: return side == .beforeVerb || isFirst
    case .condition: return false
    }
  }

  /// Whether the word before says that the time is that of a thing: «виконаних до 1 січня», «за
  /// період до 1 січня».
  private func belongsToNoun(_ tokens: [DeadlineToken], _ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = tokens[index - 1]
    if before.kind == .word(.period) || before.kind == .word(.since) { return true }
    guard before.kind == .unknownWord else { return false }
    let word = lexer.text(in: before.start..<before.end).lowercased()
    return Self.participles.contains { word.hasSuffix($0) }
  }

  private static let participles = [
    "аних", "яних", "ених", "єних", "итих", "ятих", "ані", "ені", "єні", "яні", "ано", "ено",
    "аний", "ений", "єний", "аного", "еного", "єного", "аної", "еної", "єної", "аному", "еному",
    "ану", "ену", "ана", "ена", "єна", "ими", "діє", "діють", "станом", "дію",
  ]
}
