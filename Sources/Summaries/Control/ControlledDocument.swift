internal import Calendars
internal import Files

/// An act or a plan whose duties are controlled.
struct ControlledDocument {
  let reference: DocumentReference
  /// The years of the plan; empty where only the act's day says them.
  let years: String
  let digest: String
  let duties: [ControlledDuty]
  /// Where it was read.
  let file: String

  /// What is reported on: the measures of a plan, and not the points of the act that approves it;
  /// all duties of an act without a plan.
  var measures: [ControlledDuty] {
    let measures = duties.filter { !$0.isOfAct }
    return measures.isEmpty ? duties : measures
  }

  /// How a document that lies in a folder refers to it.
  func plan(from folder: String) -> PlanValue {
    let path =
      if let file = FileSystem.resolved(file), let folder = FileSystem.resolved(folder) {
        FileSystem.path(of: file, from: folder)
      } else { file }
    return .object(["file": .text(path), "digest": .text(digest)])
  }
}

/// An act or a plan as another document names it.
struct DocumentReference {
  let issuer: String, type: String, date: String, number: String, title: String
  /// What tells it from all others, however it is typed.
  let key: String

  /// As a kind of plan that shares the definition holds it.
  var value: PlanValue {
    .object([
      "issuer": .given(issuer), "type": .given(type), "date": .given(date),
      "number": .given(number), "title": .text(title),
    ])
  }

  /// Its day; nil where it has none yet.
  var day: LocalDate? { try? DateReader.read(Array(date.utf8)) }

  /// In one line: «наказ від 01.02.2027 № 5».
  var line: String {
    guard !type.isEmpty else { return title }
    let day = self.day.map { " від " + $0.formatted("dd.MM.yyyy") } ?? ""
    return type + day + (number.isEmpty ? "" : " № " + number)
  }
}

/// One duty of an act or a plan.
struct ControlledDuty {
  /// When it is due, in the words of the plan, and the last permitted working day, where they name one.
  struct Term {
    let words: String
    let due: LocalDate?
    /// Whether it is due again and again.
    var recurs = false
  }

  /// Where it stands, in words; empty where the plan numbers it in a way of its own.
  let place: String
  /// The task that it belongs to; empty where there is none, or it says no more.
  let task: String
  let lead: String, text: String
  let executors: [String]
  let terms: [Term]
  /// Whether a point of an act sets it, and not the plan itself.
  let isOfAct: Bool

  var mainExecutor: String? { executors.first }
  /// The words of all its terms; nil where it has none.
  var deadline: PlanValue? { .given(terms.map(\.words).joined(separator: "; ")) }
  /// The last permitted day of all its terms.
  var due: LocalDate? { terms.compactMap(\.due).max() }
  /// What tells it from other duties of its document.
  var key: [String] { [task, text, terms.map(\.words).joined(separator: "; ")] }
}
