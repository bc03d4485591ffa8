internal import Calendars
internal import Diagnostics
internal import Plans
internal import XML

extension PlanValue {
  /// The sheet of the talk before the tasks of the next year are set, begun from this year's plan.
  static func interview(after plan: PlanTree, on date: LocalDate) -> PlanValue {
    let reader = XPathReader()
    let root = plan.root
    let year = (Int(reader.text("year", root)) ?? date.year) + 1
    return .object([
      "year": .number(year), "date": .text(date.iso),
      "agency": .given(reader.text("agency", root)), "servant": .servant(of: root, reader),
      "unit": .given(reader.text("unit", root)),
      "department": .given(reader.text("department", root)),
      "previous-tasks": .list(of: reader.nodes("tasks/task/title", root)) { .text($0.stringValue) },
      "signature": .object([
        "name": .given(reader.text("acknowledgement/name", root)) ?? .blank
      ]),
      "superior": .superior(of: root, reader),
    ])
  }

  /// The SMART sheet of a plan's indicators: what the rules have found on one is the answer to the
  /// criterion; the other criteria are left to who judges.
  static func smartSheet(of plan: PlanTree, _ findings: [Diagnostic], on date: LocalDate)
    -> PlanValue
  {
    let reader = XPathReader()
    let root = plan.root
    func criterion(_ name: String, _ indicator: XMLNode) -> PlanValue {
      // What is said of the term stands at the task's own where the indicator has none.
      let nodes =
        [indicator] + reader.nodes("self::*[not(deadline)]/../../deadline", indicator)
      let found = findings.first { finding in
        guard let start = finding.range?.start, finding.code.hasSuffix("/" + name) else {
          return false
        }
        return nodes.map(plan.range).contains { $0.start <= start && start < $0.end }
      }
      guard let found else { return .blank }
      return .object(["met": .text("false"), "note": .text(found.message.uk)])
    }
    let tasks = PlanValue.list(of: reader.nodes("tasks/task", root)) { task in
      let indicators = PlanValue.list(of: reader.nodes("indicators/indicator", task)) { indicator in
        .members(
          [("text", .text(reader.text("text", indicator)))]
            + ["specific", "measurable", "attainable", "relevant", "time-bound"].map { name in
              (name, criterion(name, indicator))
            }
            + (PlanValue.given(reader.text("deadline", indicator)).map { [("deadline", $0)] } ?? [])
        )
      }
      return .object([
        "title": .given(reader.text("title", task)), "indicators": indicators,
        "deadline": .given(reader.text("deadline", task)),
      ])
    }
    return .object([
      "year": .number(Int(reader.text("year", root)) ?? date.year), "date": .text(date.iso),
      "agency": .given(reader.text("agency", root)), "servant": .servant(of: root, reader),
      "unit": .given(reader.text("unit", root)),
      "department": .given(reader.text("department", root)),
      "review": .list(of: reader.nodes("review/quarter", root)) { .text($0.stringValue) },
      "tasks": tasks, "superior": .superior(of: root, reader),
    ])
  }

  /// The servant of a plan.
  static func servant(of root: XMLNode, _ reader: XPathReader) -> PlanValue {
    .object([
      "id": .given(reader.text("servant/id", root)),
      "name": .given(reader.text("servant/name", root)),
      "position": .given(reader.text("servant/position", root)),
      "category": .given(reader.text("servant/category", root)),
    ])
  }

  /// The immediate superior: who is the last to approve a plan.
  static func superior(of root: XMLNode, _ reader: XPathReader) -> PlanValue {
    .object([
      "position": .given(reader.text("approvals/approval[last()]/position", root)) ?? .blank,
      "name": .given(reader.text("approvals/approval[last()]/name", root)) ?? .blank,
    ])
  }
}
