internal import Calendars
internal import Deadlines
internal import DeadlineWords

/// Parts that stand within what is beside them: the stretch of a recurrence, a time within a longer
/// one.
extension DeadlineParser {
  /// Makes one deadline of two parts that say it together; where nobody can tell whether they do,
  /// neither is understood.
  ///
  /// - Parameter planYear: the plan's year; without it any year serves to compare days.
  mutating func joinNested(planYear: Int?) {
    let year = planYear ?? 2000
    var index = 0
    while index + 1 < parts.count {
      let isGone =
        joinYearly(at: index) || setStretch(of: index, behind: index + 1, in: year)
        || setStretch(of: index + 1, behind: index, in: year) || narrow(at: index, in: year)
        || closeStretch(at: index)
      index = isGone ? max(0, index - 1) : index + 1
    }
  }

  /// Makes one recurrence of «до 1 червня, до 1 грудня щороку».
  private mutating func joinYearly(at index: Int) -> Bool {
    guard case .time(let window) = parts[index].phrase, window.first == nil,
      let due = Self.due(window), parts[index].subject == nil,
      case .recurring(var recurrence, within: nil) = parts[index + 1].phrase,
      recurrence.unit == .year, recurrence.interval == 1, !recurrence.due.isEmpty,
      tokens[parts[index + 1].tokens.lowerBound].kind == .word(.until),
      stands(index + 1, behind: index, after: [.comma, .word(.and), .word(.loneI)])
    else { return false }
    recurrence.due.insert(due, at: 0)
    recurrence.times = recurrence.due.count
    parts[index].phrase = .recurring(recurrence, within: nil)
    parts[index].tokens = parts[index].tokens.lowerBound..<parts[index + 1].tokens.upperBound
    parts.remove(at: index + 1)
    return true
  }

  /// Gives a recurrence or a standing duty the stretch beside it: «щомісяця, I–III квартали»,
  /// «щопонеділка, з 5 квітня до 31 травня», «I півріччя, щомісяця», «постійно, до 1 грудня».
  ///
  /// - Returns: whether parts are gone.
  private mutating func setStretch(of index: Int, behind other: Int, in year: Int) -> Bool {
    let (left, right) = (min(index, other), max(index, other))
    guard case .time(let window) = parts[other].phrase, window.first != nil || other == right,
      stands(right, behind: left, after: [.comma, .colon, .dash, .open])
        || parts[index].phrase == .standing(within: nil)
          && parts[left].tokens.upperBound == parts[right].tokens.lowerBound
    else { return false }
    let unit: Int
    switch parts[index].phrase {
    case .recurring(let recurrence, within: nil): unit = recurrence.approximateDays
    case .recurring(let recurrence, _?) where recurrence.unit == .year && recurrence.due.isEmpty:
      // «щороку, починаючи з 2028 року, до 1 березня»
      return other == right && window.namesNoYear && refuse(left...right, .words)
    case .standing(within: nil): unit = 0
    default: return false
    }
    // «щомісяця, лютий, травень» is no stretch.
    let isAlone =
      right + 1 == parts.count
      || parts[right + 1].tokens != parts[right].tokens
        && !stands(right + 1, behind: right, after: [.comma, .open])
    guard isAlone, isLonger(window, than: unit, in: year), parts[other].subject == nil else {
      return refuse(left...right, .words)
    }
    parts[index].phrase.window = window
    parts[index].tokens = parts[left].tokens.lowerBound..<parts[right].tokens.upperBound
    parts.remove(at: other)
    return true
  }

  /// Whether a stretch has room for more than one time of what comes again so often; one without a
  /// beginning or an end has.
  private func isLonger(_ window: DeadlinePhrase.Window, than days: Int, in year: Int) -> Bool {
    guard let first = window.first, let last = window.last else { return true }
    guard let start = first.days(planYear: year, period: nil)?.lowerBound,
      let end = last.days(planYear: year, period: nil)?.upperBound
    else { return true }
    return end.dayNumber - start.dayNumber >= days
  }

  /// Of a stretch and a time within it keeps the time: «III квартал (до 20 серпня)», «протягом року,
  /// але не пізніше 1 грудня», «травень (II квартал)».
  ///
  /// - Returns: whether parts are gone.
  private mutating func narrow(at index: Int, in year: Int) -> Bool {
    guard let here = days(index, in: year), let next = days(index + 1, in: year) else {
      return false
    }
    let isOfOneList = parts[index].tokens == parts[index + 1].tokens
    if isOfOneList, here.isWider(than: next) || next.isWider(than: here) {
      // «у 2028 році, червень»
      guard parts[index].phrase.wholeYear != nil else { return refuse(index...index + 1, .words) }
      parts.remove(at: index)
      return true
    }
    // «(до 20 серпня)», «: 25 березня»
    let isSetApart =
      stands(index + 1, behind: index, after: [.open])
      || stands(index + 1, behind: index, after: [.colon])
    if here.isWider(than: next) {
      guard isSetApart || stands(index + 1, behind: index, after: [.comma, .word(.but)]) else {
        return false
      }
      let isOfOneYear = here.lowerBound.year == here.upperBound.year
      if !isOfOneYear, parts[index + 1].phrase.window?.namesNoYear ?? true {
        return refuse(index...index + 1)
      }
      if parts[index + 1].phrase.window?.first == nil {
        let first = parts[index].phrase.window?.first
        parts[index + 1].phrase.window?.first = first
      } else if !isSetApart {
        return refuse(index...index + 1, .words)
      }
      parts.remove(at: index)
      return true
    }
    guard next.isWider(than: here) else { return false }
    if isSetApart {
      parts.remove(at: index + 1)
      return true
    }
    return stands(index + 1, behind: index, after: [.comma]) && refuse(index...index + 1, .words)
  }

  /// Makes one stretch of its two ends: «не раніше 1 квітня і не пізніше 30 квітня».
  ///
  /// - Returns: whether a part is gone.
  private mutating func closeStretch(at index: Int) -> Bool {
    guard case .time(let begin) = parts[index].phrase, begin.last == nil,
      case .time(let end) = parts[index + 1].phrase, end.first == nil,
      parts[index].subject == nil, parts[index + 1].subject == nil,
      stands(index + 1, behind: index, after: [.comma, .word(.and), .word(.loneI), .word(.but)])
    else { return false }
    parts[index].phrase = .time(DeadlinePhrase.Window(first: begin.first, last: end.last))
    parts[index].tokens = parts[index].tokens.lowerBound..<parts[index + 1].tokens.upperBound
    parts.remove(at: index + 1)
    return true
  }

  /// The days of a part that is a time and nothing else.
  private func days(_ index: Int, in year: Int) -> ClosedRange<LocalDate>? {
    guard case .time(let window) = parts[index].phrase, parts[index].subject == nil,
      let last = window.last?.days(planYear: year, period: nil)?.upperBound
    else { return nil }
    let first = window.first?.days(planYear: year, period: nil)?.lowerBound ?? last
    return first <= last ? first...last : nil
  }

  /// Whether nothing but some marks stands between a part and the one before it.
  private func stands(_ next: Int, behind index: Int, after marks: [DeadlineToken.Kind]) -> Bool {
    let (start, end) = (parts[index].tokens.upperBound, parts[next].tokens.lowerBound)
    return start < end && tokens[start..<end].allSatisfy { marks.contains($0.kind) }
  }
}

extension ClosedRange<LocalDate> {
  fileprivate func isWider(than other: Self) -> Bool {
    self != other && lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
