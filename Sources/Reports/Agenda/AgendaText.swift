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
    var text = "\(title[language]): \(lines.count)\n"
    for entry in lines { text += "  \(line(of: entry, language))\n" }
    return text
  }

  private func line(of entry: Entry, _ language: Language) -> String {
    let (file, duty) = duties[entry.number]
    let nobody = Message(uk: "виконавця не названо", en: "nobody is named")
    let who = duty.who.isEmpty ? nobody[language] : duty.who.joined(separator: ", ")
    let read = Message(uk: " [з тексту пункту]", en: " [from the point's text]")
    let day = entry.day.map { $0.formatted("dd.MM.yyyy") + " " }
    let when = day ?? duty.undatedWords(language) + ":"
    return "\(when) \(who) – \(duty.what.withoutDash) (\(file):\(duty.place.start.line))"
      + (duty.isReadFromText ? read[language] : "")
  }
}

extension String {
  /// What is owed, without the dash of a paragraph.
  var withoutDash: String { hasPrefix("— ") ? String(dropFirst(2)) : self }
}

extension Duty {
  /// When it is due, where that is no day.
  fileprivate func undatedWords(_ language: Language) -> String {
    if words.isEmpty {
      return Message(uk: "строку не названо", en: "no deadline is given")[language]
    }
    guard deadline == nil else { return words }
    return Message(uk: "\(words) (строк не прочитано)", en: "\(words) (not understood)")[language]
  }
}
