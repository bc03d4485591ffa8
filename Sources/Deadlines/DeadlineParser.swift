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
    /// The words before a dash that say what it is for.
    var subject: Range<Int>?
  }

  let tokens: [DeadlineToken]
  var place = 0
  private(set) var parts: [Part] = []
  /// The tokens that were not understood.
  private(set) var unknown: [Range<Int>] = []
  /// How many attempts at a condition's end are under way.
  var attempts = 0

  init(_ tokens: [DeadlineToken]) {
    self.tokens = tokens
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
    var found: [Part] = []
    while let more = parseItem() {
      found += more
      if isBoundary { break }
    }
    if isBoundary, !found.isEmpty {
      parts += found
    } else if !parseLabelled(from: start) {
      place = max(place, found.last?.tokens.upperBound ?? start)
      skipUnknown()
    }
  }

  /// «звіт – до 1 березня»: the words before a dash or colon are what the deadline is for.
  private mutating func parseLabelled(from start: Int) -> Bool {
    var index = start + 1
    while index < tokens.count, tokens[index].kind != .semicolon {
      defer { index += 1 }
      let isDash = tokens[index].kind == .dash && tokens[index].hasSpaceBefore
      guard isDash || tokens[index].kind == .colon, index + 1 < tokens.count else { continue }
      var rest = DeadlineParser(tokens)
      rest.place = index + 1
      rest.attempts = 2
      guard var found = rest.parseItem() else { continue }
      while !rest.isBoundary, let more = rest.parseItem() { found += more }
      guard rest.isBoundary else { continue }
      place = rest.place
      parts += found.map { part in
        var part = part
        part.subject = start..<index
        return part
      }
      return true
    }
    return false
  }

  private mutating func skipUnknown() {
    let start = place
    var depth = 0
    repeat {
      if tokens[place].kind == .open { depth += 1 }
      if tokens[place].kind == .close { depth -= 1 }
      place += 1
    } while place < tokens.count && !(depth <= 0 && isHardSeparator) && depth >= 0
    unknown.append(start..<place)
  }

  /// What stands in parentheses counts as one more deadline, or as not understood.
  private mutating func parseParenthesis() {
    let start = place
    place += 1
    let known = parts.count
    while place < tokens.count, tokens[place].kind != .close {
      if isSeparator {
        place += 1
        continue
      }
      guard let found = parseItem(), isBoundary else {
        parts.removeLast(parts.count - known)
        place = start
        return skipUnknown()
      }
      parts += found
    }
    place += 1
  }

  // MARK: One item

  /// What stands here, or nil with the place unmoved. A list, «січень, квітень», gives several.
  mutating func parseItem() -> [Part]? {
    let start = place
    if let phrase = parseRecurring() ?? parseStanding() {
      return [Part(phrase: phrase, tokens: start..<place)]
    }
    if let (term, event) = attempt({ $0.parseTerm() }) {
      return [Part(phrase: .relative(term), tokens: start..<place, words: event)]
    }
    if let windows = attempt({ $0.parseWindows() }) {
      if windows.count == 1, let phrase = parseYearly(windows[0]) {
        return [Part(phrase: phrase, tokens: start..<place)]
      }
      return windows.map { Part(phrase: .time($0), tokens: start..<place) }
    }
    if let words = parseCondition() {
      return [Part(phrase: .condition, tokens: start..<place, words: words)]
    }
    return nil
  }

  private mutating func parseStanding() -> DeadlinePhrase? {
    let isStanding =
      accept(.standing)
      || attempt { $0.accept(.on) && $0.accept(.permanent) && $0.accept(.basis) ? true : nil }
        == true
    return isStanding ? .standing(within: parseFollowingWindow()) : nil
  }

  // MARK: Tokens

  /// What stands at the place: a word's meaning, or a mark.
  enum Next: Equatable {
    case word(DeadlineWord)
    case mark(DeadlineToken.Kind)
    case end
  }

  var next: Next { peek(0) }

  func peek(_ distance: Int) -> Next {
    guard place + distance < tokens.count else { return .end }
    if case .word(let word) = tokens[place + distance].kind { return .word(word) }
    return .mark(tokens[place + distance].kind)
  }

  var word: DeadlineWord? { if case .word(let word) = next { word } else { nil } }

  var isLast: Bool { place + 1 == tokens.count }

  mutating func accept(_ wanted: DeadlineWord) -> Bool {
    guard word == wanted else { return false }
    place += 1
    return true
  }

  mutating func accept(_ mark: DeadlineToken.Kind) -> Bool {
    guard next == .mark(mark) else { return false }
    place += 1
    return true
  }

  mutating func accept(unit: TimeUnit) -> Bool { accept(.unit(unit)) }

  /// Tries to read something; where it cannot be read, nothing is.
  mutating func attempt<Result>(_ read: (inout Self) -> Result?) -> Result? {
    let start = place
    let result = read(&self)
    if result == nil { place = start }
    return result
  }

  private var isHardSeparator: Bool {
    switch next {
    case .end, .mark(.comma), .mark(.semicolon), .mark(.slash), .mark(.stop): true
    default: false
    }
  }

  var isSeparator: Bool {
    switch next {
    case .word(.and), .word(.but), .word(.loneI), .mark(.colon): true
    default: place < tokens.count && isHardSeparator
    }
  }

  /// Whether an item may end here.
  var isBoundary: Bool {
    switch next {
    case .end, .mark(.open), .mark(.close): true
    case .mark(.dash): isLast
    default: isSeparator
    }
  }
}
