internal import Deadlines
internal import DeadlineWords

extension DeadlineParser {
  /// A stretch in a list, or the mere number of one whose noun comes later: «I, III квартали».
  private enum Element {
    case span(TimeSpan)
    case number(Int)
  }

  /// How an element is tied to the one before it.
  private enum Tie {
    case list, dash
  }

  /// Stretches joined by dashes, commas and «та».
  ///
  /// - Parameter days: whether the list ends before the first element that is no single day.
  mutating func parseList(days: Bool = false, mayBeBare: Bool = false) -> [DeadlinePhrase.Window]? {
    var elements: [(element: Element, tie: Tie)] = []
    var end = place
    var fullCount = 0
    var tie = Tie.list
    reading: while var element = parseElement(mayBeBare: mayBeBare) {
      if tie == .list, let day = elements.last.flatMap({ sameDay(of: element, as: $0.element) }) {
        // «15–20 березня та вересня», «10 і 20 березня, квітня»: which days of the second?
        let isOneOfSeveral =
          if case .number? = elements.dropLast().last?.element { true } else { false }
        guard elements.last?.tie == .list, !isOneOfSeveral else {
          fault = .words
          return nil
        }
        element = day
      }
      if case .span(let span) = element {
        if days, !span.isDay { break }
        elements.append((element, tie))
        end = place
        fullCount = elements.count
      } else {
        elements.append((element, tie))
      }
      switch next {
      case .mark(.dash): tie = .dash
      case .mark(.comma), .word(.and), .word(.loneI), .mark(.slash): tie = .list
      default: break reading
      }
      place += 1
    }
    place = end
    let read = Array(elements[..<fullCount])
    guard fullCount > 0, let spans = complete(read) else {
      if fullCount > 0 { fault = .unclearYear }
      return nil
    }
    var windows: [DeadlinePhrase.Window] = []
    for (index, span) in spans.enumerated() {
      if elements[index].tie == .dash {
        guard index > 0, let last = windows.popLast(), last.first == last.last else { return nil }
        windows.append(.init(first: last.first, last: span))
      } else {
        windows.append(.init(first: span, last: span))
      }
    }
    return inEachYear(windows)
  }

  /// «15 січня, квітня, липня», «третій четвер березня, червня»: a month in the genitive behind a day, or
  /// another part of a month, is that of it.
  private func sameDay(of element: Element, as last: Element) -> Element? {
    guard case .span(let span) = element, span.kind == .month, case .span(var part) = last,
      [.day, .nthWeekday, .decade, .halfMonth].contains(part.kind),
      let month = tokens[..<place].last(where: { $0.kind == .word(.month(span.number)) }),
      DeadlineLexicon.isGenitiveMonth(month.key)
    else { return nil }
    part.month = span.number
    part.year = span.year
    if part.kind == .day { part.weekday = 0 }
    return .span(part)
  }

  private mutating func parseElement(mayBeBare: Bool) -> Element? {
    if let span = parseSpan(mayBeBare: mayBeBare) { return .span(span) }
    guard word != .last, let number = acceptNumeral() else { return nil }
    // «9-а – 15 вересня» is a day of a class.
    if next == .mark(.dash), tokens[place - 1].key == DeadlineLexicon.letterA { return nil }
    return .number(number)
  }

  /// Gives the numbers the noun that follows them, and the stretches the year that follows them
  /// where they come before it in that year; nil where a year cannot be told.
  private func complete(_ elements: [(element: Element, tie: Tie)]) -> [TimeSpan]? {
    var spans: [TimeSpan] = []
    for (index, (element, _)) in elements.enumerated().reversed() {
      guard let later = spans.last else {
        guard case .span(let span) = element else { return nil }
        spans.append(span)
        continue
      }
      switch element {
      case .number(let number):
        var span = later
        span.number = number
        span.weekday = 0
        guard later.kind != .month, later.kind != .year, later.kind != .period,
          later.kind != .holiday, later.kind != .nthWeekday, number > 0, number < later.number
        else { return nil }
        spans.append(span)
      case .span(var span):
        // «2027 рік – червень» is June, or begins with the year.
        if span.kind == .year, later.kind != .year, later.year == .unstated,
          elements[index + 1].tie == .dash
        {
          return nil
        }
        if span.kind != .year, span.kind != .period, span.kind != .schoolYear {
          if span.precedes(later) {
            if span.year == .unstated { span.year = later.year }
          } else if elements[index + 1].tie == .dash, span.year == .unstated {
            guard Self.goesAcrossYearsEnd(from: &span, to: &spans[spans.count - 1]) else {
              return nil
            }
          }
        }
        spans.append(span)
      }
    }
    return inherited(spans.reversed())
  }

  /// «листопад – січень», «грудень – січень 2028 року»: the first lies in the year before the second.
  /// What goes nearly around the year is a slip.
  private static func goesAcrossYearsEnd(from first: inout TimeSpan, to last: inout TimeSpan)
    -> Bool
  {
    guard first.kind == last.kind, first.kind == .month || first.kind == .day else { return false }
    let limit = first.kind == .month ? 9 : 5
    guard last.firstMonth + 12 - first.firstMonth <= limit else { return false }
    switch last.year {
    case .unstated: last.year = .next
    case .next: first.year = .current
    case .number(let year): first.year = .number(year - 1)
    default: return false
    }
    return true
  }

  /// Gives a stretch that names no year the one named before it, «I квартал 2028 р., II квартал»;
  /// nil where it comes earlier in the year than that one.
  private func inherited(_ spans: [TimeSpan]) -> [TimeSpan]? {
    var result = spans
    for index in result.indices.dropFirst() where result[index].year == .unstated {
      let before = result[index - 1]
      switch before.year {
      case .number, .next, .previous, .several:
        guard before.precedes(result[index]), result[index].kind != .period else { return nil }
        result[index].year = before.year
      default: break
      }
    }
    return result
  }

  /// The first stretch of «з 1 по 15 березня», completed by the second.
  mutating func parseRange() -> DeadlinePhrase.Window? {
    guard let first = parseElement(mayBeBare: false) else { return nil }
    let isRange = accept(.until) || accept(.by) || accept(.dash)
    guard isRange else {
      guard case .span(let span) = first else { return nil }
      return .init(first: span, last: nil)
    }
    let isToEnd = accept(.end)
    guard let last = parseSpan(mayBeBare: isToEnd) else { return nil }
    // «з квітня до кінця року», «з 15 жовтня до кінця IV кварталу»
    if isToEnd, case .span(var span) = first, last.kind == .year || span.isDay && !last.isDay {
      if span.year == .unstated { span.year = last.year }
      return .init(first: span, last: last)
    }
    guard let spans = complete([(first, .list), (.span(last), .dash)]) else {
      fault = .unclearYear
      return nil
    }
    return .init(first: spans[0], last: spans[1])
  }
}
