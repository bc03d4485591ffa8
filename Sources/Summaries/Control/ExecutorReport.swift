internal import Contents
package import Calendars
package import Diagnostics
internal import Files
internal import Plans

/// The states of a measure, as reports name them, in the order of summaries.
enum MeasureState: String, CaseIterable {
  case done
  case inProgress = "in-progress"
  case notDone = "not-done"
  case obsolete
  case notReported = "not-reported"

  /// Whether a measure in this state is overdue once its term is past.
  var isOpen: Bool { self != .done && self != .obsolete }
}

/// What a main executor reports of its measures.
struct ExecutorReport {
  /// A measure of it.
  struct Measure {
    /// What tells it from others of its plan.
    let key: [String]
    let state: MeasureState
    let texts: [(key: String, value: String)]
    let documents: [[(key: String, value: String)]]
  }

  let reference: DocumentReference
  let executor: String, date: String
  let measures: [Measure]
  let file: String
}

/// When a report is given, what day it speaks of, and by when it must be given.
package struct ReportDays {
  let date: LocalDate, asOf: LocalDate, due: LocalDate?

  /// Makes the days of a report.
  package init(date: LocalDate, asOf: LocalDate, due: LocalDate?) {
    self.date = date
    self.asOf = asOf
    self.due = due
  }

  /// The beginning of a report on a document.
  func value(of document: ControlledDocument) -> [(key: String, value: PlanValue)] {
    [
      ("year", .text(document.years.isEmpty ? String(date.year) : document.years)),
      ("date", .text(date.iso)), ("as-of", .text(asOf.iso)),
    ]
  }
}

/// The reports that are begun for the main executors of a plan.
package struct ExecutorReportStart {
  /// The reports with the files that they are for.
  package private(set) var reports: [(path: String, plan: PlanValue)] = []
  /// The executors that have a report already.
  package private(set) var kept: [String] = []
  /// How many measures in them have a term that is past.
  package private(set) var past = 0
  /// How many measures have no executor.
  package private(set) var unowned = 0

  /// Begins a report for each main executor that has none.
  ///
  /// - Parameters:
  ///   - folder: where the reports will lie.
  ///   - executor: whose report; nil for all.
  ///   - addressee: who gets them.
  package init(
    of reader: ControlReader, in folder: String, _ days: ReportDays, executor: String?,
    addressee: String?
  ) throws(ProgramFault) {
    let document = try reader.oneDocument()
    var order: [String] = []
    let owned = Dictionary(grouping: document.measures) { duty -> String in
      guard let name = duty.mainExecutor else { return "" }
      let key = reader.key(of: name)
      if !order.contains(key) { order.append(key) }
      return key
    }
    unowned = owned[""]?.count ?? 0
    let reported = Set(
      reader.reports.filter { $0.reference.key == document.reference.key }
        .map { reader.key(of: $0.executor) })
    for key in order {
      guard let measures = owned[key], let name = measures[0].mainExecutor,
        executor.map({ ExecutorName.holds(name, $0) }) ?? true
      else { continue }
      let path = Self.path(of: name, in: folder, document)
      if reported.contains(key) || FileSystem.exists(path) {
        kept.append(name)
        continue
      }
      past += measures.count { measure in measure.due.map { $0 < days.asOf } ?? false }
      let report =
        days.value(of: document) + [("executor", .text(name))]
        + [
          ("addressee", PlanValue.given(addressee ?? "")), ("due", days.due.map { .text($0.iso) }),
        ]
        .compactMap { key, value in value.map { (key, $0) } }
        + [
          ("document", document.reference.value), ("plan", document.plan(from: folder)),
          ("measures", .items(measures.map(Self.begun))),
          ("signatory", .object(["position": .blank, "name": .blank])),
        ]
      reports.append((path, .members(report)))
    }
  }

  /// A measure whose state is left to be written.
  private static func begun(_ measure: ControlledDuty) -> PlanValue {
    .object([
      "place": .given(measure.place), "task": .given(measure.task), "text": .text(measure.text),
      "deadline": measure.deadline, "state": .blank,
    ])
  }

  private static func path(of name: String, in folder: String, _ document: ControlledDocument)
    -> String
  {
    let stem = (document.file.split(separator: "/").last ?? "plan").split(separator: ".")[0]
    let slug = name.split { !$0.isLetter && !$0.isNumber }.joined(separator: "-").prefix(60)
    return "\(folder)/\(stem)-\(slug).yaml"
  }
}

extension ControlReader {
  /// The act or plan that was read.
  ///
  /// - Throws: that there is none, or that there are several.
  func oneDocument() throws(ProgramFault) -> ControlledDocument {
    guard let document = documents.first, documents.count == 1 else {
      throw ProgramFault(
        uk: "планів чи актів названо \(documents.count), а звітують про один",
        en: "\(documents.count) plans or acts were named, and a report is on one")
    }
    guard !document.measures.isEmpty else {
      throw ProgramFault(
        uk: "у «\(document.file)» немає заходів зі строком чи виконавцем: звітувати немає про що",
        en: "'\(document.file)' has no measures with a deadline or an executor to report on")
    }
    return document
  }
}
