internal import Deadlines
internal import DeadlineWords

/// Finds the words for time in a sentence that says who must do what by when.
package struct DeadlineScanner {
  /// On which side of the verb words stand: what stands before it can only say when it is due,
  /// behind it words may belong to a noun: «звіт за 2026 рік», «робіт, виконаних до 1 січня».
  package enum Side: Sendable {
    case beforeVerb, behindVerb
    /// Behind words that say that a time follows: «Строк виконання – 1 березня 2027 р.»
    case labelled
  }

  private let lexer: DeadlineLexer
  private var tokens: [DeadlineToken]

  /// Makes a scanner of a text.
  package init(_ text: String) {
    var lexer = DeadlineLexer(text)
    tokens = lexer.read().tokens
    self.lexer = lexer
    hideQuoted()
  }

  /// What stands between «ялинки» is cited: «слова «до 1 травня» замінити» sets no deadline.
  private mutating func hideQuoted() {
    var depth = 0
    var place = 0
    for index in tokens.indices {
      for scalar in lexer.scalars[place..<tokens[index].end] {
        if scalar == "«" { depth += 1 }
        if scalar == "»" { depth = max(0, depth - 1) }
      }
      place = tokens[index].end
      if depth > 0 { tokens[index].kind = .unknownWord }
    }
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
      guard opens(within, index, side), let parts = parser.parseItem(), parser.place > index else {
        continue
      }
      // «за період з 1 січня до 31 грудня» is no deadline, and no part of it is.
      if side != .labelled, belongsToNoun(within, index..<parser.place) {
        index = parser.place - 1
        continue
      }
      readNarrower(within, &parser)
      let isFirst = index == 0
      let isLast = within[parser.place...].allSatisfy { $0.kind == .stop || $0.kind == .semicolon }
      let isBare = side == .behindVerb && !opens(within, index)
      let isSetApart = isLast && index > 0 && within[index - 1].kind == .comma
      guard !isBare || isLast,
        parts.allSatisfy({ part in
          part.phrase == .condition
            ? part.tokens.count == 1 && within[index].kind == .word(.promptly)
              || side == .beforeVerb && opensDay(within, index)
            : saysWhen(part.phrase, side, isFirst: isFirst || isBare || isSetApart)
        })
      else { continue }
      let last = trimmed(within[index..<parser.place])
      result.append(within[index].start..<within[last].end)
      index = last
    }
    return result
  }

  /// The place of the first words behind those at its beginning that say on what it depends when
  /// something is due: «негайно після отримання листа», «до прийняття рішення».
  package func condition(in range: Range<Int>) -> Range<Int>? {
    var parser = DeadlineParser(tokens.filter { $0.end <= range.upperBound })
    for index in parser.tokens.indices.dropFirst()
    where tokens[index].start > range.lowerBound && opensCondition(index) {
      parser.place = index
      guard let place = parser.parseCondition() else { continue }
      let last = trimmed(tokens[place])
      return tokens[index].start..<tokens[last].end
    }
    return nil
  }

  /// Goes on over a time within the one just read: «протягом року, але не пізніше 1 грудня», «у III
  /// кварталі (до 20 серпня)».
  private func readNarrower(_ tokens: [DeadlineToken], _ parser: inout DeadlineParser) {
    let end = parser.place
    func kind(_ index: Int) -> DeadlineToken.Kind? {
      index < tokens.count ? tokens[index].kind : nil
    }
    let isBut = kind(end) == .comma && kind(end + 1) == .word(.but)
    guard isBut || kind(end) == .open else { return }
    parser.place = isBut ? end + 2 : end + 1
    guard let parts = parser.parseItem(), parts.allSatisfy({ $0.phrase.window != nil }),
      isBut || kind(parser.place) == .close
    else {
      parser.place = end
      return
    }
    if !isBut { parser.place += 1 }
  }

  /// Whether a text says when something is due, how often, or on what that depends. In doubt it does:
  /// «забезпечити видатки у 2027 році».
  package var saysWhen: Bool {
    var parser = DeadlineParser(tokens)
    return tokens.indices.contains { index in
      parser.place = index
      if opensCondition(index), parser.parseCondition() != nil { return true }
      parser.place = index
      guard opens(tokens, index, .beforeVerb), let parts = parser.parseItem(),
        parser.place > index, !belongsToNoun(tokens, index..<parser.place)
      else { return false }
      return parts.contains { part in
        switch part.phrase {
        case .time(let window): window.last != nil || window.first?.isDay == true
        case .recurring, .relative, .standing: true
        case .condition: false
        }
      }
    }
  }

  /// Whether a day that an event has opens here: «в день видання наказу».
  private func opensDay(_ tokens: [DeadlineToken], _ index: Int) -> Bool {
    tokens[index].kind == .word(.into) && index + 1 < tokens.count
      && tokens[index + 1].kind == .word(.unit(.day))
  }

  /// Whether a time opens here that is counted back from something: «за п’ять днів до відпустки».
  private func opensCountdown(_ tokens: [DeadlineToken], _ index: Int) -> Bool {
    guard tokens[index].kind == .word(.about), index + 3 < tokens.count,
      case .word(.unit) = tokens[index + 2].kind, tokens[index + 3].kind == .word(.until)
    else { return false }
    switch tokens[index + 1].kind {
    case .number, .word(.cardinal): return true
    default: return false
    }
  }

  /// Whether a day stands by itself, perhaps with others of its month, and is not that of an act:
  /// «від 28.03.2027 № 5».
  private func isDay(_ tokens: [DeadlineToken], _ index: Int) -> Bool {
    switch tokens[index].kind {
    // «о 9.00 та 16.00»
    case .date(_, let month, nil) where month == 0 || month > 12: return false
    case .date: break
    case .number, .word(.ordinal):
      var end = index + 1
      while end + 1 < tokens.count, case .number = tokens[end + 1].kind,
        [.dash, .comma, .word(.and), .word(.loneI)].contains(tokens[end].kind)
      {
        end += 2
      }
      guard end < tokens.count, case .word(.month) = tokens[end].kind else { return false }
    default: return false
    }
    guard index > 0 else { return true }
    switch tokens[index - 1].kind {
    // «графік роботи на 13–15 березня»
    case .word(.from), .word(.since), .word(.about), .word(.until), .word(.by), .word(.at),
      .word(.on),
      .dash:
      return false
    default: return true
    }
  }

  /// Whether a deadline of a duty may begin here, with words or with a mere day.
  private func opens(_ tokens: [DeadlineToken], _ index: Int, _ side: Side) -> Bool {
    if opens(tokens, index) || isDay(tokens, index) || opensCountdown(tokens, index)
      || side == .labelled && index == 0
    {
      return true
    }
    switch tokens[index].kind {
    case .word(.since), .word(.starting), .word(.at): return true
    default: return false
    }
  }

  /// Whether a word says on what it depends when something is due; others that open a condition say
  /// how, or by what: «під контроль», «відповідно до», «у межах».
  private func opensCondition(_ index: Int) -> Bool {
    switch tokens[index].kind {
    case .word(.after), .word(.before), .word(.promptly): return true
    case .word(.into) where opensDay(tokens, index): return true
    default:
      let word = self.word(index)
      return Self.conditions.contains(word)
        || Self.conditions.contains(word + " " + self.word(index + 1))
    }
  }

  private func word(_ index: Int) -> String { word(index, of: tokens) }

  private func word(_ index: Int, of tokens: [DeadlineToken]) -> String {
    tokens.indices.contains(index)
      ? lexer.text(in: tokens[index].start..<tokens[index].end).lowercased() : ""
  }

  private static let conditions: Set<String> = [
    "одночасно", "напередодні", "якщо", "коли", "під час", "у разі", "в разі", "у міру", "в міру",
    "по мірі", "за потреби", "за необхідності", "за запитом", "на запит", "на вимогу", "до початку",
    "до кінця", "до завершення", "до закінчення", "до прийняття", "до настання",
  ]

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
  ///
  /// - Parameter isFirst: whether it stands right behind the verb, or at the end of the sentence.
  private func saysWhen(_ phrase: DeadlinePhrase, _ side: Side, isFirst: Bool) -> Bool {
    switch phrase {
    case .time(let window):
      if window.last == nil { return false }
      return window.first == nil || side != .behindVerb || isFirst
    case .recurring, .relative: return true
    case .standing: return side != .behindVerb || isFirst
    case .condition: return false
    }
  }

  /// Whether the word before says that the time is that of a thing: «виконаних до 1 січня», «за
  /// період до 1 січня».
  private func belongsToNoun(_ tokens: [DeadlineToken], _ phrase: Range<Int>) -> Bool {
    let index = phrase.lowerBound
    guard index > 0 else { return false }
    let before = tokens[index - 1]
    if before.kind == .word(.period) || before.kind == .word(.since) { return true }
    let word = lexer.text(in: before.start..<before.end).lowercased()
    // «договір на строк до 31 грудня», «станом на 1 січня», «після 1 січня»
    if ["строк", "термін", "строком", "терміном", "час"].contains(word) {
      return index < 2 || !["в", "у"].contains(self.word(index - 2, of: tokens))
    }
    if word == "на", index > 1 { return self.word(index - 2, of: tokens) == "станом" }
    if word == "після" || word == "раніше" { return true }
    if ThingInTime.isValidity(word) { return true }
    guard before.kind == .unknownWord else { return false }
    return isParticiple(word, before: phrase, tokens) || ThingInTime.isAbsence(word)
  }

  /// Whether a word says what was done to a thing by a time; one that may be a noun or a name has the
  /// thing behind the time, or a comma before itself.
  private func isParticiple(_ word: String, before phrase: Range<Int>, _ tokens: [DeadlineToken])
    -> Bool
  {
    if ThingInTime.isParticiple(word) { return true }
    let index = phrase.lowerBound - 1
    guard ThingInTime.mayBeParticiple(word),
      lexer.scalars[tokens[index].start].properties.isLowercase
    else { return false }
    if index > 0, tokens[index - 1].kind == .comma { return true }
    guard phrase.upperBound < tokens.count,
      [.unknownWord, .word(.paper)].contains(tokens[phrase.upperBound].kind)
    else { return false }
    return ThingInTime.mayBeThing(self.word(phrase.upperBound, of: tokens))
  }
}
