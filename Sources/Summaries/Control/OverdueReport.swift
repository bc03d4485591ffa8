internal import Bytes
internal import Calendars

/// What is overdue on a day, and how all duties under control stand, by executor.
package struct OverdueReport {
  /// A duty under control: as its card has it, or as its plan sets it where there is no card.
  private struct Line {
    let document: String, place: String, text: String, executor: String
    let due: LocalDate?, removed: LocalDate?, done: LocalDate?
    let extensions: Int
    let last: String
    let card: String?
  }

  private let asOf: LocalDate
  private let agency: String?
  /// The executors with their duties, in the order of their names.
  private let executors: [(name: String, lines: [Line])]
  /// How many duties without a card name no day: they are not counted.
  package let undated: Int

  /// Counts what was read: acts and plans, and the cards of their duties.
  ///
  /// - Parameters:
  ///   - days: the day that is spoken of: what came later is not known yet.
  ///   - agency: whose control it is.
  package init(of reader: ControlReader, _ days: ReportDays, agency: String?) {
    let asOf = days.asOf
    self.asOf = asOf
    self.agency = agency
    let known = reader.cards.filter { $0.opened.map { $0 <= asOf } ?? true }
    var lines = known.map { card in
      let extensions = card.extensions(on: asOf)
      return Line(
        document: card.reference.line, place: card.place,
        text: card.lead.isEmpty ? card.text : card.lead + " " + card.text, executor: card.executor,
        due: (extensions.last ?? nil) ?? card.firstDue,
        removed: card.removed.flatMap { $0 <= asOf ? $0 : nil }, done: card.done,
        extensions: extensions.count, last: card.last(on: asOf), card: card.file)
    }
    var carded: [[String]: Int] = [:]
    for card in reader.cards { carded[card.key, default: 0] += 1 }
    var undated = 0
    for document in reader.documents where document.reference.day.map({ $0 <= asOf }) ?? true {
      for duty in document.duties {
        for term in duty.terms {
          let key = [document.reference.key, duty.lead, duty.text, term.words]
          if let count = carded[key], count > 0 {
            carded[key] = count - 1
          } else if let due = term.due {
            lines.append(
              Line(
                document: document.reference.line, place: duty.place,
                text: duty.lead.isEmpty ? duty.text : duty.lead + " " + duty.text,
                executor: duty.mainExecutor ?? "", due: due, removed: nil, done: nil,
                extensions: 0, last: "", card: nil))
          } else {
            undated += 1
          }
        }
      }
    }
    self.undated = undated
    let groups = Dictionary(grouping: lines) { reader.key(of: $0.executor) }
    let names = groups.values.map { $0[0].executor }
    executors = UkrainianOrder.sorted(names).map { name in
      (name.isEmpty ? "виконавця не визначено" : name, groups[reader.key(of: name)] ?? [])
    }
  }

  /// The report as a plan.
  package func plan() -> PlanValue {
    let lines = executors.flatMap(\.lines)
    let overdue = lines.filter(isOverdue).sorted {
      ($0.due ?? asOf, $0.document) < ($1.due ?? asOf, $1.document)
    }
    return .object([
      "as-of": .text(asOf.iso), "agency": .given(agency ?? ""), "totals": counts(lines),
      "executors": .list(of: executors) { name, lines in
        .object(["name": .text(name), "counts": counts(lines)])
      },
      "overdue": .list(of: overdue, value),
    ])
  }

  private func isOverdue(_ line: Line) -> Bool {
    line.removed == nil && (line.due.map { $0 < asOf } ?? false)
  }

  private func counts(_ lines: [Line]) -> PlanValue {
    let done = lines.filter { $0.removed != nil }
    let late = done.count { line in
      if let day = line.done, let due = line.due { day > due } else { false }
    }
    let overdue = lines.count(where: isOverdue)
    return .object([
      "total": .number(lines.count), "done": .number(done.count),
      "ahead": .number(lines.count - done.count - overdue), "overdue": .number(overdue),
      "late": .number(late), "extended": .number(lines.count { $0.extensions > 0 }),
    ])
  }

  private func value(of line: Line) -> PlanValue {
    let days = line.due.map { asOf.dayNumber - $0.dayNumber } ?? 0
    return .object([
      "document": .text(line.document), "place": .given(line.place), "text": .text(line.text),
      "executor": .given(line.executor), "due": line.due.map { .text($0.iso) },
      "days": .number(days), "extended": line.extensions > 0 ? .number(line.extensions) : nil,
      "last": .given(line.last), "card": .given(line.card ?? ""),
    ])
  }
}
