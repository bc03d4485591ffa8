import Deadlines
import Diagnostics
import Plans

/// Duties by the day they are due, as a text: what is overdue, what is to come, what has no day.
struct Agenda {
  private let on: LocalDate
  private let until: LocalDate?
  private let language: Language

  init(on: LocalDate, until: LocalDate?, language: Language) {
    self.on = on
    self.until = until
    self.language = language
  }

  func text(of duties: [(source: SourceFile, duty: Duty)]) -> String {
    var overdue: [(LocalDate, String)] = []
    var ahead: [(LocalDate, String)] = []
    var dateless: [String] = []
    for (source, duty) in duties {
      let line = line(of: duty, source)
      let days = days(of: duty.deadline)
      if days.isEmpty, duty.deadline.to == nil, duty.deadline.every == nil {
        dateless.append("  \(duty.words): \(line)\n")
      }
      if let last = days.last(where: { $0 < on }) { overdue.append((last, line)) }
      ahead += days.filter { $0 >= on && $0 <= until ?? $0 }.map { ($0, line) }
    }
    return section(
      Message(uk: "прострочено на \(on.iso)", en: "overdue on \(on.iso)"), dated(overdue))
      + section(Message(uk: "попереду", en: "ahead"), dated(ahead))
      + section(Message(uk: "без дня", en: "without a day"), dateless)
  }

  /// The last permitted days of a deadline.
  private func days(of deadline: Deadline) -> [LocalDate] {
    guard deadline.every != nil else { return deadline.to.map { [$0] } ?? [] }
    guard let last = until ?? deadline.to else { return [] }
    return deadline.occurrences(until: last)
  }

  private func line(of duty: Duty, _ source: SourceFile) -> String {
    let nobody = Message(uk: "виконавця не названо", en: "nobody is named")[language]
    let who = duty.who.isEmpty ? nobody : duty.who.joined(separator: ", ")
    let what = duty.what.hasPrefix("— ") ? duty.what.dropFirst(2) : duty.what[...]
    return "\(who) — \(what) (\(source.name):\(duty.place.start.line))"
  }

  private func dated(_ entries: [(LocalDate, String)]) -> [String] {
    entries.enumerated()
      .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
      .map { "  \($0.element.0.iso)  \($0.element.1)\n" }
  }

  private func section(_ title: Message, _ lines: [String]) -> String {
    lines.isEmpty ? "" : "\(title[language]): \(lines.count)\n" + lines.joined()
  }
}
