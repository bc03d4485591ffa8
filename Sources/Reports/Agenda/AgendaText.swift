internal import Calendars
package import Diagnostics
internal import Plans

extension Agenda {
  /// The agenda for people.
  package func text(_ language: Language) -> String {
    let day = on.formatted("dd.MM.yyyy")
    return section(
      .overdue, Message(uk: "прострочено станом на \(day)", en: "overdue on \(day)"), language)
      + section(.ahead, Message(uk: "попереду", en: "ahead"), language)
      + section(
        .undated, Message(uk: "без визначеної дати", en: "without a definite day"), language)
  }

  private func section(_ state: State, _ title: Message, _ language: Language) -> String {
    let lines = entries.filter { $0.state == state }
    guard !lines.isEmpty else { return "" }
    return "\(title[language]): \(lines.count)\n"
      + lines.map { "  \($0.line(language))\n" }.joined()
  }
}

extension Agenda.Entry {
  fileprivate func line(_ language: Language) -> String {
    let nobody = Message(uk: "виконавця не названо", en: "nobody is named")
    let who = duty.who.isEmpty ? nobody[language] : duty.who.joined(separator: ", ")
    let read = Message(uk: " [з тексту пункту]", en: " [from the point's text]")
    let place = "(\(file):\(duty.place.start.line))"
    return "\(when(language))\(day == nil ? "" : " ") \(who) – \(what) \(place)"
      + (duty.isReadFromText ? read[language] : "")
  }

  /// What is owed, without the dash of a paragraph.
  var what: String {
    duty.what.hasPrefix("— ") ? String(duty.what.dropFirst(2)) : duty.what
  }

  private func when(_ language: Language) -> String {
    if let day { return day.formatted("dd.MM.yyyy") }
    if duty.words.isEmpty {
      return Message(uk: "строку не названо:", en: "no deadline is given:")[language]
    }
    guard duty.deadline == nil else { return duty.words + ":" }
    return Message(
      uk: "\(duty.words) (строк не прочитано):", en: "\(duty.words) (not understood):")[language]
  }
}
