internal import Calendars
internal import Digests
internal import Plans
internal import XML

extension PlanValue {
  /// A monitoring card begun from its plan: what the plan says, word for word, and a place for the
  /// state of each indicator that was due.
  ///
  /// - Parameters:
  ///   - date: the day on which the card is given.
  ///   - path: the path of the plan from the folder of the card.
  static func card(of plan: PlanTree, quarter: Quarter, date: LocalDate, path: String)
    -> PlanValue
  {
    let reader = XPathReader()
    let root = plan.root
    let year = Int(reader.text("year", root)) ?? date.year
    let end = quarter.end(in: year)?.iso ?? ""
    func given(_ expression: String, _ node: XMLNode) -> PlanValue? {
      .given(reader.text(expression, node))
    }
    let tasks = PlanValue.list(of: reader.nodes("tasks/task", root)) { task in
      let indicators = PlanValue.list(of: reader.nodes("indicators/indicator", task)) { indicator in
        let term = reader.text("(deadline | self::*[not(deadline)]/../../deadline)/@to", indicator)
        return .object([
          "text": given("text", indicator), "deadline": given("deadline", indicator),
          "state": term > end ? .text(IndicatorState.notDue.rawValue) : .blank,
        ])
      }
      return .object([
        "title": given("title", task), "indicators": indicators,
        "deadline": given("deadline", task),
      ])
    }
    return .object([
      "year": .number(year), "quarter": .text(quarter.rawValue), "date": .text(date.iso),
      "agency": given("agency", root),
      "servant": .servant(of: root, reader),
      "unit": given("unit", root), "department": given("department", root),
      "review": .list(of: reader.nodes("review/quarter", root)) { .text($0.stringValue) },
      "plan": .object([
        "file": .text(path), "digest": .text(plan.digest.hex),
      ]),
      "tasks": tasks,
      "signature": .object(["name": given("acknowledgement/name", root) ?? .blank]),
      "superior": .superior(of: root, reader),
    ])
  }
}
