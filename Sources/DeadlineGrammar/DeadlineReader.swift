package import Calendars
package import Deadlines
internal import DeadlineWords

/// Reads the words in which plans speak of time: «до 15 листопада», «II-IV квартали»,
/// «раз на рік (до 31 грудня); у разі змін».
///
/// What it does not understand it says, with the place; it never guesses, and gives no day at all
/// where a part of the words is not understood.
package struct DeadlineReader: Sendable {
  private let facts: PlanTimes
  private let calendar: WorkingCalendar?
  private let holidays: HolidayNames

  /// Makes a reader for the plan of a year.
  ///
  /// - Parameters:
  ///   - year: the plan's year, which dates without one belong to; without it they have no days.
  ///   - period: the «звітний період» of the plan where it is not the whole year.
  package init(year: Int?, period: ClosedRange<LocalDate>? = nil) {
    self.init(PlanTimes(year: year, period: period), calendar: nil)
  }

  /// Makes a reader for a plan; a calendar lets it know holidays by their names and count working
  /// days.
  package init(_ facts: PlanTimes, calendar: WorkingCalendar?) {
    self.facts = facts
    self.calendar = calendar
    holidays = calendar.map { HolidayNames($0) } ?? HolidayNames()
  }

  /// What a text says of time.
  package func read(_ text: String) -> ReadDeadline {
    var lexer = DeadlineLexer(text)
    let (tokens, end) = lexer.read()
    var parser = DeadlineParser(tokens, holidays: holidays)
    parser.parse()
    parser.joinYears()
    parser.joinNested(planYear: facts.year)
    parser.joinStretchesWithoutDays()
    parser.refuseContradictions()
    parser.shareYears(planYear: facts.year)
    let resolver = DeadlineResolver(facts: facts, holidays: holidays)
    var result = ReadDeadline()
    let place = { (range: Range<Int>) in
      tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end
    }
    for part in parser.parts {
      let range = place(part.tokens)
      do throws(ReadDeadlineFault) {
        var deadline = try resolver.resolve(part.phrase, range: range)
        if deadline.kind == .condition, part.words == nil { deadline.text = lexer.text(in: range) }
        if let words = part.words {
          deadline.text = lexer.text(in: place(words))
          // It runs within a stretch without days.
          if deadline.kind == .recurrence { (deadline.from, deadline.to) = (nil, nil) }
          if let event = parser.ownEvent(in: words) {
            result.countsFromAct = true
            deadline.to = lastDay(of: deadline.term, event)
          }
        }
        if let subject = part.subject {
          deadline.subject = lexer.text(in: place(subject))
          // «березень – вересеня» is no subject, but a slip.
          if subject.lowerBound >= part.tokens.upperBound,
            DeadlineSpelling.mayBeMonth(in: deadline.subject)
          {
            result.unread.append(
              .init(range: place(part.tokens.lowerBound..<subject.upperBound), fault: .words))
            continue
          }
        }
        // «I півріччя (січень – червень)» says the same twice.
        if !result.deadlines.contains(where: { deadline.isSame(as: $0) }) {
          result.deadlines.append(deadline)
        }
      } catch {
        result.unread.append(.init(range: range, fault: error.fault))
      }
    }
    result.unread += parser.unread.map { .init(range: place($0.tokens), fault: $0.fault) }
    if end < lexer.scalars.count {
      result.unread.append(.init(range: end..<lexer.scalars.count, fault: .words))
    }
    if result.deadlines.isEmpty, result.unread.isEmpty, let first = tokens.first,
      let last = tokens.last
    {
      result.unread.append(.init(range: first.start..<last.end, fault: .words))
    }
    if !result.unread.isEmpty { result.deadlines = [] }
    result.mergeUnread()
    result.mayNameHoliday = calendar == nil && parser.hasUnknownName
    return result
  }

  /// The last day of a term that counts from a day of the plan's own act, moved from a day off to
  /// the next working day (ст. 253, 254 ЦК України).
  private func lastDay(of term: Term?, _ event: DeadlineParser.OwnEvent) -> LocalDate? {
    let day = event == .inForce ? facts.inForceOn : facts.madeOn
    guard let term, !term.isBeforeEvent, let day, let calendar else { return nil }
    return term.end(from: day, in: calendar).flatMap { calendar.nextWorkingDay(onOrAfter: $0) }
  }
}

extension Deadline {
  /// Whether it is a stretch of the same days, wherever its words stand.
  fileprivate func isSame(as other: Deadline) -> Bool {
    var other = other
    other.range = range
    return kind == .interval && self == other
  }
}
