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
    reading: while let element = parseElement(mayBeBare: mayBeBare) {
      if case .span(let span) = element {
        if days, span.kind != .day { break }
        elements.append((element, tie))
        end = place
        fullCount = elements.count
      } else {
        elements.append((element, tie))
      }
      switch next {
      case .mark(.dash): tie = .dash
      case .mark(.comma), .word(.and), .word(.loneI): tie = .list
      default: break reading
      }
      place += 1
    }
    place = end
    guard fullCount > 0, let spans = complete(Array(elements[..<fullCount])) else { return nil }
    var windows: [DeadlinePhrase.Window] = []
    for (index, span) in spans.enumerated() {
      if elements[index].tie == .dash {
        guard index > 0, let last = windows.popLast(), last.first == last.last else { return nil }
        windows.append(.init(first: last.first, last: span))
      } else {
        windows.append(.init(first: span, last: span))
      }
    }
    return windows
  }

  private mutating func parseElement(mayBeBare: Bool) -> Element? {
    if let span = parseSpan(mayBeBare: mayBeBare) { return .span(span) }
    let number: Int
    switch next {
    case .mark(.number(let value)): number = value
    case .word(.ordinal(let value)), .word(.roman(let value)): number = value
    case .word(.loneI): number = 1
    default: return nil
    }
    place += 1
    return .number(number)
  }

  /// Gives the numbers the noun that follows them, and the stretches the year that follows them
  /// where they come before it in that year.
  private func complete(_ elements: [(element: Element, tie: Tie)]) -> [TimeSpan]? {
    var spans: [TimeSpan] = []
    for (element, _) in elements.reversed() {
      guard let later = spans.last else {
        guard case .span(let span) = element else { return nil }
        spans.append(span)
        continue
      }
      switch element {
      case .number(let number):
        var span = later
        span.number = number
        guard later.kind != .month, later.kind != .year, later.kind != .period, number > 0,
          number < later.number
        else { return nil }
        spans.append(span)
      case .span(var span):
        let isOlder = span.precedes(later) && span.kind != .year && span.kind != .period
        if span.year == .unstated, isOlder { span.year = later.year }
        spans.append(span)
      }
    }
    return spans.reversed()
  }

  /// The first stretch of «з 1 по 15 березня», completed by the second.
  mutating func parseRange() -> DeadlinePhrase.Window? {
    guard let first = parseElement(mayBeBare: false) else { return nil }
    let isRange = accept(.until) || accept(.by) || accept(.dash)
    guard isRange else {
      guard case .span(let span) = first else { return nil }
      return .init(first: span, last: nil)
    }
    guard let last = parseSpan(),
      let spans = complete([(first, .list), (.span(last), .dash)])
    else { return nil }
    return .init(first: spans[0], last: spans[1])
  }
}
