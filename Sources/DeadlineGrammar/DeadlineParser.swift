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
      } else if word == .loneI, peek(1) == .mark(.unknownWord), beginsPart {
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
      let subject = parseSubjectInParentheses()
      if isRepeated(in: found) { parts.removeLast() }
      parts += subject.map { subject in found.map { $0.of(subject) } } ?? found
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
  func mayAdjoin(_ parts: [Part]) -> Bool {
    guard parts.count > 1 else { return true }
    var dated = 0
    for (index, part) in parts.enumerated() {
      // «до 1 травня 207 року»: a number that is no year is no length either, nor is one behind «щодня».
      if case .relative = part.phrase, part.words == nil, index > 0 {
        if parts[index - 1].phrase.window != nil { return false }
        if case .recurring = parts[index - 1].phrase { return false }
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
      let days = parseDayOfEach(windows) ?? windows
      return days.map { Part(phrase: .time($0), tokens: start..<place) }
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
