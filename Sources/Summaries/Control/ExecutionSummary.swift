internal import Calendars
package import Diagnostics

/// What the reports of all executors of a plan come to.
package struct ExecutionSummary {
  /// A measure of the plan, and what its main executor has reported of it.
  private struct Row {
    let duty: ControlledDuty
    let report: ExecutorReport.Measure?
    let isOverdue: Bool

    var state: MeasureState { report?.state ?? .notReported }
  }

  private let document: ControlledDocument
  private let days: ReportDays
  private let rows: [Row]
  /// The main executors in the order of the plan, with their report and their measures.
  private let executors: [(name: String, report: ExecutorReport?, rows: [Row])]

  /// Sums up what was read: one plan and the reports on it.
  ///
  /// - Throws: that there is not one plan, or that the reports do not fit it.
  package init(of reader: ControlReader, _ days: ReportDays) throws(ProgramFault) {
    let document = try reader.oneDocument()
    var reports: [String: ExecutorReport] = [:]
    for report in reader.reports {
      guard report.reference.key == document.reference.key else {
        throw ProgramFault(
          uk:
            "«\(report.file)» – звіт про «\(report.reference.title)», а не про «\(document.reference.title)»",
          en:
            "'\(report.file)' is on '\(report.reference.title)', not on '\(document.reference.title)'"
        )
      }
      if let other = reports.updateValue(report, forKey: reader.key(of: report.executor)) {
        throw ProgramFault(
          uk:
            "«\(other.file)» і «\(report.file)» – два звіти одного виконавця (\(report.executor)): залиште один",
          en: "'\(other.file)' and '\(report.file)' are two reports of \(report.executor): keep one"
        )
      }
    }
    var left = reports.mapValues { report in
      Dictionary(grouping: report.measures.reversed(), by: \.key)
    }
    var order: [String] = []
    var owned: [String: [Row]] = [:]
    var rows: [Row] = []
    for duty in document.measures {
      let key = duty.mainExecutor.map(reader.key) ?? ""
      let report = left[key]?[duty.key]?.popLast()
      let isPast = duty.due.map { $0 < days.asOf } ?? false
      let row = Row(
        duty: duty, report: report,
        isOverdue: isPast && (report?.state ?? .notReported).isOpen)
      rows.append(row)
      if owned[key] == nil { order.append(key) }
      owned[key, default: []].append(row)
    }
    for report in reader.reports {
      for measure in report.measures
      where !(left[reader.key(of: report.executor)]?[measure.key] ?? []).isEmpty {
        throw ProgramFault(
          uk:
            "у звіті «\(report.file)» є захід «\(measure.key[1])», якого план не дає виконавцеві «\(report.executor)»: перепишіть захід і строк дослівно або заберіть",
          en:
            "the report '\(report.file)' has the measure '\(measure.key[1])', which the plan does not give to '\(report.executor)': copy it word for word, or leave it out"
        )
      }
    }
    self.document = document
    self.days = days
    self.rows = rows
    executors = order.map { key in
      let rows = owned[key] ?? []
      return (rows.first?.duty.mainExecutor ?? "виконавця не визначено", reports[key], rows)
    }
  }

  /// The summary as a plan.
  ///
  /// - Parameters:
  ///   - agency: who sums up; without it, the place is left to be filled in.
  ///   - addressee: who gets it.
  ///   - folder: where the summary will lie.
  package func plan(agency: String?, addressee: String?, in folder: String) -> PlanValue {
    let ends: [(key: String, value: PlanValue?)] = [
      ("agency", .given(agency ?? "") ?? .blank), ("addressee", .given(addressee ?? "")),
      ("due", days.due.map { .text($0.iso) }), ("document", document.reference.value),
      ("plan", document.plan(from: folder)), ("totals", Self.counts(rows)),
      (
        "executors",
        .list(of: executors) { name, report, rows in
          .object([
            "name": .text(name), "reported": .given(report?.date ?? ""),
            "counts": Self.counts(rows),
          ])
        }
      ),
      ("measures", .list(of: rows, Self.value)),
    ]
    return .members(
      days.value(of: document) + ends.compactMap { key, value in value.map { (key, $0) } })
  }

  private static func counts(_ rows: [Row]) -> PlanValue {
    .members(
      [("total", .number(rows.count))]
        + MeasureState.allCases.map { state in
          (state.rawValue, .number(rows.count { $0.state == state }))
        } + [("overdue", .number(rows.count(where: \.isOverdue)))])
  }

  private static func value(of row: Row) -> PlanValue {
    let texts = Dictionary(uniqueKeysWithValues: row.report?.texts ?? [])
    let text = { (key: String) -> PlanValue? in .given(texts[key] ?? "") }
    return .object([
      "place": .given(row.duty.place), "task": .given(row.duty.task), "text": .text(row.duty.text),
      "deadline": row.duty.deadline,
      "executor": row.duty.mainExecutor.map { .text($0) }, "state": .text(row.state.rawValue),
      "completed": text("completed"), "action": text("action"), "result": text("result"),
      "documents": .list(of: row.report?.documents ?? []) { document in
        .members(document.compactMap { key, value in PlanValue.given(value).map { (key, $0) } })
      },
      "reason": text("reason"), "new-deadline": text("new-deadline"),
      "past-due": row.isOverdue ? .text("true") : nil,
    ])
  }
}
