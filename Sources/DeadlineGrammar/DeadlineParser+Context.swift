internal import Deadlines
internal import DeadlineWords

/// What the parts of a text say of one another, and of the plan that they stand in.
extension DeadlineParser {
  /// A day of the plan's own act that a term may count from.
  enum OwnEvent {
    /// The day it came into force.
    case inForce
    /// The day it was made.
    case made
  }

  /// Whether words say «з дня набрання чинності цим розпорядженням», «з дня прийняття цієї
  /// постанови», «з дня затвердження плану», and nothing more; «набрання чинності» alone is that of the
  /// act itself.
  func ownEvent(in range: Range<Int>) -> OwnEvent? {
    var words = tokens[range].filter { $0.kind != .colon && $0.kind != .stop }[...]
    switch words.first?.kind {
    case .word(.since), .word(.from), .word(.after): words.removeFirst()
    default: return nil
    }
    if case .word(.unit(.day))? = words.first?.kind {
      words.removeFirst()
    } else if case .word(.noun(.z))? = words.first?.kind {
      words.removeFirst()
    }
    guard let verb = words.popFirst()?.key else { return nil }
    let event: OwnEvent
    if verb == DeadlineLexicon.entry {
      guard words.popFirst()?.key == DeadlineLexicon.force else { return nil }
      if words.isEmpty { return .inForce }
      event = .inForce
    } else if verb == DeadlineLexicon.approval {
      if let this = words.first?.key, DeadlineLexicon.isThis(this) { words.removeFirst() }
      return words.count == 1 && words.first?.key == DeadlineLexicon.plan ? .made : nil
    } else if DeadlineLexicon.isMaking(verb) {
      event = .made
    } else {
      return nil
    }
    guard words.count == 2, let this = words.first?.key, let act = words.last?.key,
      DeadlineLexicon.isThis(this), DeadlineLexicon.isAct(act)
    else { return nil }
    return event
  }

  /// Whether a word that is not known may belong to the name of a holiday.
  var hasUnknownName: Bool {
    let isDay = tokens.contains { $0.kind == .word(.unit(.day)) }
    return tokens.contains { token in
      token.kind == .unknownWord && (isDay || HolidayNames.mayBegin(token.key))
    }
  }

  /// Gives parts that name no year the year of a part beside them, as one reads «до 15 січня, до 15
  /// лютого 2028 р.» and «протягом 2028 року (щокварталу)». Where it cannot be told whose year is
  /// meant, the part is not understood.
  mutating func shareYears(planYear: Int?) {
    guard parts.count > 1,
      parts.contains(where: { $0.phrase.window?.numberedYears.isEmpty == false })
    else { return }
    for index in parts.indices.dropLast().reversed() {
      guard isJoined(parts[index].tokens, parts[index + 1].tokens),
        let window = parts[index].phrase.window, case .time = parts[index].phrase,
        window.namesNoYear, let next = parts[index + 1].phrase.window,
        let year = next.numberedYears.first, case .time = parts[index + 1].phrase,
        let last = window.last ?? window.first, let first = next.first ?? next.last,
        last.kind != .period, last.precedes(first)
      else { continue }
      parts[index].phrase.window = window.inYear(.number(year))
    }
    var known: Int?
    var before: TimeSpan?
    var kept: [Part] = []
    for part in parts {
      var part = part
      let window = part.phrase.window
      if let year = window?.numberedYears.last {
        known = year
        before = window?.last ?? window?.first
      } else if let year = known {
        switch part.phrase {
        case .time(let window) where window.namesNoYear:
          guard let own = window.first ?? window.last, let before, before.precedes(own) else {
            // «…; …» says two things, of which the second may be of the plan's year.
            if year == planYear, let last = kept.indices.last,
              !isJoined(kept[last].tokens, part.tokens)
            {
              break
            }
            unread.append((part.tokens, .unclearYear))
            continue
          }
          part.phrase.window = window.inYear(.number(year))
        case .recurring(_, nil) where year != planYear:
          unread.append((part.tokens, .unclearYear))
          continue
        default: break
        }
      }
      kept.append(part)
    }
    parts = kept
  }

  /// Whether only a comma or «та» stands between one part and the next.
  private func isJoined(_ part: Range<Int>, _ next: Range<Int>) -> Bool {
    guard part.upperBound <= next.lowerBound else { return true }
    return tokens[part.upperBound..<next.lowerBound].allSatisfy { token in
      switch token.kind {
      case .comma, .word(.and), .word(.loneI): true
      default: false
      }
    }
  }
}
