internal import Deadlines
internal import DeadlineWords

/// The grammar of deadlines: what the tokens of a text say, part by part.
///
/// A part stands between separators (`;`, `/`, `,`, a full stop, «та»). It is understood as a
/// whole or not at all: a word too many («II квартал навчального року») may change what the others
/// mean.
struct DeadlineParser {
  /// One understood phrase and the tokens that it stands in.
  struct Part: Equatable {
    var phrase: DeadlinePhrase
    var tokens: Range<Int>
    /// The words of a condition or an event.
    var words: Range<Int>?
    /// The words beside a dash that say what it is for.
    var subject: Range<Int>?

    /// The same for what these words say.
    func of(_ subject: Range<Int>) -> Part {
      var part = self
      part.subject = subject
      return part
    }
  }

  let tokens: [DeadlineToken]
  /// The public holidays that the words may name.
  let holidays: HolidayNames
  var place = 0
  var parts: [Part] = []
  /// The tokens that were not understood.
  var unread: [(tokens: Range<Int>, fault: ReadDeadline.Fault)] = []
  /// How many attempts at a condition's end are under way.
  var attempts = 0
  /// Why the part that is being read cannot be, where that is known.
  var fault = ReadDeadline.Fault.words

  init(_ tokens: [DeadlineToken], holidays: HolidayNames = HolidayNames()) {
    self.tokens = tokens
    self.holidays = holidays
  }

  /// Reads all tokens.
  mutating func parse() {
    while place < tokens.count {
      if word == .loneI, let numbered = parseItem() {
        place = numbered[0].tokens.lowerBound
        parsePart()
      } else if isSeparator || next == .mark(.close) || next == .mark(.dash) && isLast {
        place += 1
      } else if word == .manner, peek(1) == .mark(.open) {
        place += 1
      } else if next == .mark(.open) {
        parseParenthesis()
      } else {
        parsePart()
      }
    }
  }

  private mutating func parsePart() {
    let start = place
    fault = .words
    var found: [Part] = []
    while let more = parseItem() {
      found += more
      if isBoundary { break }
    }
    if isBoundary, !found.isEmpty, mayAdjoin(found) {
      parts += found
    } else if !found.isEmpty, mayAdjoin(found), let subject = parseSubjectBehind() {
      parts += found.map { $0.of(subject) }
    } else if parseLabelled(from: start) {
      return
    } else if isBoundary, !found.isEmpty {
      unread.append((start..<place, .words))
    } else {
      place = max(place, found.last?.tokens.upperBound ?? start)
      skipUnknown(from: start)
    }
  }

  /// Two stretches without anything between them are no phrase: «травень 2 квартал».
  private func mayAdjoin(_ parts: [Part]) -> Bool {
    guard parts.count > 1 else { return true }
    var dated = 0
    for (index, part) in parts.enumerated() {
      // «до 1 травня 207 року»: a number that is no year is no length either.
      if case .relative = part.phrase, part.words == nil, index > 0,
        parts[index - 1].phrase.window != nil
      {
        return false
      }
      if part.phrase.isDateless {
        // «II квартал навчального року» is a quarter of something else.
        if index > 0, part.phrase == .condition, opensSeason(at: part.tokens.lowerBound) {
          return false
        }
        continue
      }
      // «9 місяців 2027 року», «1 тиждень травня»: a length is no term there.
      if index > 0, case .relative = parts[index - 1].phrase, parts[index - 1].words == nil,
        part.phrase.window?.first != nil
      {
        return false
      }
      // What one item gives together stands in the same tokens.
      if index > 0, parts[index - 1].tokens == part.tokens { continue }
      dated += 1
    }
    return dated < 2
  }

  /// «звіт – до 1 березня»: the words before a dash or colon are what the deadline is for.
  private mutating func parseLabelled(from start: Int) -> Bool {
    // «I звіт – …» begins with a numeral, or with «і»: nobody can tell.
    if start > 0, tokens[start - 1].kind == .word(.loneI) { return false }
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

  /// «до 1 березня – проєкт»: the words behind a dash are what the deadline is for, where the grammar
  /// knows none of them.
  private mutating func parseSubjectBehind() -> Range<Int>? {
    attempt { parser in
      guard parser.next == .mark(.dash), parser.tokens[parser.place].hasSpaceBefore else {
        return nil
      }
      let start = parser.place + 1
      parser.place = start
      while parser.next == .mark(.unknownWord) { parser.place += 1 }
      return parser.place > start && parser.isHardSeparator ? start..<parser.place : nil
    }
  }

  /// Whether words may be what a deadline is for: none of them speaks of time, unless they say «за
  /// I квартал», «за підсумками року».
  private func isSubject(_ range: Range<Int>) -> Bool {
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
    return tokens[range.lowerBound].kind == .word(.about)
      && tokens[range].allSatisfy { token in
        switch token.kind {
        case .unknownWord, .word(.doubt), .word(.not): false
        default: true
        }
      }
  }

  private mutating func skipUnknown(from start: Int) {
    let first = place
    var depth = 0
    repeat {
      if tokens[place].kind == .open { depth += 1 }
      if tokens[place].kind == .close { depth -= 1 }
      place += 1
    } while place < tokens.count && !(depth <= 0 && isHardSeparator) && depth >= 0
    unread.append((fault == .words ? first..<place : start..<place, fault))
  }

  /// What stands in parentheses counts as one more deadline, or as not understood.
  private mutating func parseParenthesis() {
    let start = place
    place += 1
    fault = .words
    let known = parts.count
    while place < tokens.count, tokens[place].kind != .close {
      // «(I, III квартали)» begins with a numeral, or with «і».
      let numbered = word == .loneI ? parseItem() : nil
      if numbered == nil, isSeparator {
        place += 1
        continue
      }
      guard let found = numbered ?? parseItem(), isBoundary else {
        parts.removeLast(parts.count - known)
        place = start
        return skipUnknown(from: start)
      }
      parts += found
    }
    place += 1
  }

  // MARK: One item

  /// What stands here, or nil with the place unmoved. A list, «січень, квітень», gives several.
  mutating func parseItem() -> [Part]? {
    let start = place
    skipManner()
    skipClockBeforeDay()
    if let phrase = parseRecurring() ?? parseStanding() {
      return [Part(phrase: phrase, tokens: start..<place)]
    }
    if let (term, event) = attempt({ $0.parseTerm() }) {
      return [Part(phrase: .relative(term), tokens: start..<place, words: event)]
    }
    if let windows = attempt({ $0.parseWindows() }) {
      if windows.count == 1 {
        if let phrase = parseYearly(windows[0]) {
          return [Part(phrase: phrase, tokens: start..<place)]
        }
        if let day = parseDayWithin(windows[0]) {
          return [Part(phrase: .time(day), tokens: start..<place)]
        }
      }
      return windows.map { Part(phrase: .time($0), tokens: start..<place) }
    }
    place = start
    if let words = parseCondition() {
      return [Part(phrase: .condition, tokens: start..<place, words: words)]
    }
    return nil
  }

  /// «поетапно протягом року», «негайно, але не пізніше 5 днів»: what follows says the time.
  private mutating func skipManner() {
    let start = place
    switch word {
    case .gradually:
      place += 1
      _ = accept(.comma)
    case .promptly:
      place += 1
      _ = accept(.comma)
      guard accept(.but) else {
        place = start
        return
      }
    default: return
    }
    switch word {
    case .during, .until, .not, .into, .on, .since, .by: break
    default: place = start
    }
  }

  private mutating func parseStanding() -> DeadlinePhrase? {
    let isStanding =
      accept(.standing)
      || attempt { $0.accept(.on) && $0.accept(.permanent) && $0.accept(.basis) ? true : nil }
        == true
    guard isStanding else { return nil }
    let within = attempt { parser in
      guard parser.accept(.comma), parser.word == .during || parser.peek(1) == .word(.course) else {
        return nil as DeadlinePhrase.Window?
      }
      return parser.parseFollowingWindow()
    }
    return .standing(within: within ?? parseFollowingWindow())
  }
}
