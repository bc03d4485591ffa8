internal import Contents
package import Calendars
internal import Files
internal import Plans

/// What a card says of a duty under control.
struct ControlCard {
  let reference: DocumentReference
  let place: String, lead: String, text: String, words: String
  let executor: String
  let opened: LocalDate?
  /// The day by which the duty must be done, as it was when the card was begun.
  let firstDue: LocalDate?
  /// The extensions that were granted, each with the day of the decision.
  let extensions: [(decided: LocalDate?, until: LocalDate?)]
  /// The day on which it was taken off control; nil while it is under control.
  let removed: LocalDate?
  /// The day on which it was done.
  let done: LocalDate?
  /// The entries on its course.
  let course: [(date: LocalDate?, text: String)]
  let file: String

  /// What tells the duty from all others.
  var key: [String] { [reference.key, lead, text, words] }

  /// The extensions that were known on a day.
  func extensions(on day: LocalDate) -> [LocalDate?] {
    extensions.filter { $0.decided.map { $0 <= day } ?? true }.map(\.until)
  }

  /// The last entry on its course that was known on a day; empty where there was none.
  func last(on day: LocalDate) -> String {
    guard let entry = course.last(where: { $0.date.map { $0 <= day } ?? true }) else { return "" }
    return (entry.date.map { $0.formatted("dd.MM.yyyy") + ": " } ?? "") + entry.text
  }
}

/// The cards that are begun for the duties of acts and plans.
package struct ControlCardStart {
  /// The cards with the files that they are for.
  package private(set) var cards: [(path: String, plan: PlanValue)] = []
  /// How many duties have a card already.
  package private(set) var kept = 0
  /// How many duties have a term that names no day: standing ones, and those that wait for an event.
  package private(set) var undated = 0

  private let reader: ControlReader
  private let folder: String
  private let opened: LocalDate
  private let terms: ControlTerms

  /// Begins a card for each duty that has none.
  ///
  /// - Parameters:
  ///   - reader: what was read: acts and plans, and the cards that there are.
  ///   - folder: where the cards will lie.
  ///   - opened: the day on which the duties are taken under control.
  ///   - terms: those of duties whose documents set none.
  ///   - agency: whose control it is; without it, of the body that issued the act.
  ///   - executor: whose duties; nil for all.
  package init(
    of reader: ControlReader, in folder: String, opened: LocalDate, by terms: ControlTerms,
    agency: String?, executor: String?
  ) {
    self.reader = reader
    self.folder = folder
    self.opened = opened
    self.terms = terms
    var existing: [[String]: Int] = [:]
    for card in reader.cards { existing[card.key, default: 0] += 1 }
    for document in reader.documents {
      var number = 0
      for duty in document.duties
      where executor.map({ wanted in duty.executors.contains { ExecutorName.holds($0, wanted) } })
        ?? true
      {
        for term in duty.terms.isEmpty ? [.init(words: "", due: nil)] : duty.terms {
          let key = [document.reference.key, duty.lead, duty.text, term.words]
          if let count = existing[key], count > 0 {
            existing[key] = count - 1
            kept += 1
          } else if let due = due(duty, term, document) {
            let path = freePath(for: document.file, &number)
            cards.append(
              (path, card(of: duty, term, in: document, due: due, number: number, agency: agency)))
          } else {
            undated += 1
          }
        }
      }
    }
  }

  /// The day by which a duty must be done; nil where its term names none.
  private func due(
    _ duty: ControlledDuty, _ term: ControlledDuty.Term, _ document: ControlledDocument
  ) -> LocalDate? {
    guard term.words.isEmpty else { return term.due }
    return terms.due(by: document.reference, opened: opened).map(reader.moved)
  }

  private func freePath(for file: String, _ number: inout Int) -> String {
    let stem = (file.split(separator: "/").last ?? "card").split(separator: ".")[0]
    var path: String
    repeat {
      number += 1
      path = "\(folder)/\(stem)-\(number < 10 ? "0" : "")\(number).yaml"
    } while FileSystem.exists(path)
    return path
  }

  private func card(
    of duty: ControlledDuty, _ term: ControlledDuty.Term, in document: ControlledDocument,
    due: LocalDate, number: Int, agency: String?
  ) -> PlanValue {
    let others = duty.executors.dropFirst()
    return .object([
      "agency": .given(agency ?? document.reference.issuer) ?? .blank,
      "number": .text(String(number)), "opened": .text(opened.iso),
      "document": document.reference.value, "year": .given(document.years),
      "plan": document.plan(from: folder),
      "duty": .object([
        "place": .given(duty.place), "lead": .given(duty.lead), "text": .text(duty.text),
        "deadline": .given(term.words),
      ]),
      "due": .text(due.iso), "executor": duty.mainExecutor.map { .text($0) } ?? .blank,
      "co-executors": .list(of: others) { name in
        .object(["name": .text(name), "by": term.recurs ? nil : share(due).map { .text($0.iso) }])
      },
    ])
  }

  /// The last working day of the co-executors' share of a term; nil where there is none.
  private func share(_ due: LocalDate) -> LocalDate? {
    var days = terms.share(of: due.dayNumber - opened.dayNumber)
    while days > 0 {
      guard let day = opened.adding(days: days) else { return nil }
      if reader.calendar?.isWorkingDay(day) ?? true { return day }
      days -= 1
    }
    return nil
  }
}
