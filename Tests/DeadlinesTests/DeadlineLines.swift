import Calendars
import DeadlineGrammar
import Deadlines

extension ReadDeadline {
  /// What was understood, a line each; behind `?` what was not, with its offset and length.
  func lines(of text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return deadlines.map(\.line)
      + unknown.map { range in
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return "? \(range.lowerBound)+\(range.count) \(view)"
      }
  }
}

extension Deadline {
  /// All that it says.
  var line: String {
    var parts = [kind.rawValue]
    if from != nil || to != nil {
      parts.append(from == to ? from?.iso ?? "" : (from?.iso ?? "") + ".." + (to?.iso ?? ""))
    }
    if let every {
      parts.append(every.duration + (every.timesInEach > 1 ? "×\(every.timesInEach)" : ""))
      for due in every.due {
        switch due {
        case .day(let day, let months): parts.append("by \(day) in month \(months + 1)")
        case .weekday(let day): parts.append("by weekday \(day)")
        case .workingDay(let number, let months):
          parts.append("by working day \(number) in month \(months + 1)")
        case .nth(let number, let weekday): parts.append("by weekday \(weekday) number \(number)")
        }
      }
    }
    if let term {
      parts.append("\(term.isBeforeEvent ? "-" : "+")\(term.count) \(term.unit.rawValue)")
    }
    if !text.isEmpty { parts.append("«\(text)»") }
    if !subject.isEmpty { parts.append("for «\(subject)»") }
    return parts.joined(separator: " ")
  }
}
