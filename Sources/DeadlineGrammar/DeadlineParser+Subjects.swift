internal import DeadlineWords
internal import Deadlines

/// What deadlines are for, where words beside them say so: «звіт – до 1 березня», «до 1 березня
/// (проєкт)», «II етап: квітень – червень».
extension DeadlineParser {
  /// «звіт – до 1 березня»: the words before a dash or colon are what the deadline is for.
  mutating func parseLabelled(from start: Int) -> Bool {
    // «…, та I звіт – …» begins with a numeral, or with «і»: nobody can tell.
    if start > 0, tokens[start - 1].kind == .word(.loneI) { return false }
    if parsePaper(from: start) { return true }
    var index = start + 1
    while index < tokens.count, tokens[index].kind != .semicolon {
      defer { index += 1 }
      let isDash = tokens[index].kind == .dash && tokens[index].hasSpaceBefore
      guard isDash || tokens[index].kind == .colon, index + 1 < tokens.count,
        isSubject(start..<index)
      else { continue }
      var rest = DeadlineParser(tokens, holidays: holidays)
      rest.place = index + 1
      rest.attempts = 2
      guard var found = rest.parseItem() else { continue }
      while !rest.isBoundary, let more = rest.parseItem() { found += more }
      guard rest.isBoundary, mayAdjoin(found) else { continue }
      place = rest.place
      parts += found.map { $0.of(start..<index) }
      return true
    }
    return false
  }

  /// «до 1 березня (проєкт), до 1 травня (друге читання)».
  mutating func parseSubjectInParentheses() -> Range<Int>? {
    attempt { parser in
      guard parser.accept(.open) else { return nil }
      let start = parser.place
      if case .ordinal? = parser.word { parser.place += 1 }
      let words = parser.place
      parser.skipWordsOfSubject()
      let end = parser.place
      return end > words && parser.accept(.close) && parser.isHardSeparator ? start..<end : nil
    }
  }

  /// «до 1 березня – проєкт»: the words behind a dash are what the deadline is for, where the grammar
  /// knows none of them.
  mutating func parseSubjectBehind() -> Range<Int>? {
    attempt { parser in
      guard parser.next == .mark(.dash), parser.tokens[parser.place].hasSpaceBefore else {
        return nil
      }
      let start = parser.place + 1
      parser.place = start
      parser.skipWordsOfSubject()
      return parser.place > start && parser.isHardSeparator ? start..<parser.place : nil
    }
  }

  /// Whether words may be what a deadline is for: none of them speaks of time, unless they say «за
  /// I квартал», «за підсумками року».
  private func isSubject(_ range: Range<Int>) -> Bool {
    if isNumberedSubject(range) { return true }
    // «далі – щокварталу» tells when, if not how.
    if tokens[range].contains(where: { DeadlineLexicon.isSequel($0.key) }) { return false }
    let ends = [tokens[range.lowerBound].kind, tokens[range.upperBound - 1].kind]
    let speaksOfTime =
      ends.contains(.word(.loneI))
      || tokens[range].contains { token in
        switch token.kind {
        case .number, .date, .month, .clock: true
        case .word(let word): word.speaksOfTime
        default: false
        }
      }
    guard speaksOfTime else { return true }
    // «звіт за I квартал»
    let words = tokens[range].drop { $0.kind == .word(.paper) }
    return words.first?.kind == .word(.about)
      && words.allSatisfy { token in
        switch token.kind {
        case .unknownWord, .word(.doubt), .word(.not): false
        default: true
        }
      }
  }

  /// Goes on over words that say nothing of time, with numbers of things and prepositions among them:
  /// «100 закладів», «з безпеки на воді».
  private mutating func skipWordsOfSubject() {
    while true {
      switch next {
      case .mark(.unknownWord), .word(.paper), .word(.noun(.do)): place += 1
      case .mark(.number), .word(.into), .word(.on), .word(.since):
        guard peek(1) == .mark(.unknownWord) else { return }
        place += 2
      default: return
      }
    }
  }

  /// «звіт до 25 грудня», «інформація щокварталу»: a paper and when it is due, without a dash.
  private mutating func parsePaper(from start: Int) -> Bool {
    guard tokens[start].kind == .word(.paper) else { return false }
    var rest = DeadlineParser(tokens, holidays: holidays)
    rest.place = start + 1
    rest.attempts = 2
    switch rest.word {
    case .until, .every, .not, .times, .during: break
    default: return false
    }
    guard let found = rest.parseItem(), rest.isBoundary, mayAdjoin(found) else { return false }
    place = rest.place
    parts += found.map { $0.of(start..<start + 1) }
    return true
  }

  /// Whether nothing but a comma or a semicolon stands right before the place.
  var beginsPart: Bool {
    place == 0 || [.comma, .semicolon].contains(tokens[place - 1].kind)
  }

  /// «1 етап», «II тур», «9-А»: a number and words that the grammar does not know.
  private func isNumberedSubject(_ range: Range<Int>) -> Bool {
    switch tokens[range.lowerBound].kind {
    case .number, .word(.roman), .word(.ordinal): break
    case .word(.loneI): break
    default: return false
    }
    // A word too many in «I – IV квартали» makes no subject of «I».
    if tokens[range.upperBound].kind == .dash {
      switch tokens[range.upperBound + 1].kind {
      case .number, .date, .word(.roman), .word(.loneI), .word(.ordinal): return false
      default: break
      }
    }
    var words = tokens[range].dropFirst()
    if words.first?.kind == .dash, words.first?.hasSpaceBefore == false { words.removeFirst() }
    return !words.isEmpty && words.allSatisfy { [.unknownWord, .word(.paper)].contains($0.kind) }
  }
}
