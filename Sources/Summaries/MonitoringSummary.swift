internal import Bytes
package import Calendars
package import Diagnostics

/// What the cards of a quarter come to: a report for each unit, or one summary for each body.
package struct MonitoringSummary {
  /// What the figures are given by.
  package enum Grouping: String, CaseIterable, Sendable {
    case unit, department, agency

    /// The kind of plan that such a summary is.
    package var kind: String {
      self == .agency ? "agency-monitoring-summary" : "unit-monitoring-report"
    }
  }

  private let grouping: Grouping
  private let quarter: Quarter
  private let date: LocalDate
  private let year: Int
  let cards: [MonitoringCard]
  /// Each servant once, in the order of their names.
  let servants: [MonitoredServant]
  private let addressees: [String: (report: String, summary: String)]
  /// Those who have plans for the year.
  let planned: Set<ServantKey>

  /// Sums up what was read.
  ///
  /// - Parameters:
  ///   - year: the year; nil where there is only one.
  ///   - date: the day of the report.
  /// - Throws: that there are no cards, that they are of several years, or that somebody has two.
  package init(
    of reader: MonitoringReader, by grouping: Grouping, quarter: Quarter, year: Int?,
    date: LocalDate
  ) throws(ProgramFault) {
    let found = reader.cards.filter {
      $0.quarter == quarter && (year == nil || $0.year == year)
    }
    let years = Set(found.map(\.year)).sorted()
    guard let only = year ?? years.last else {
      throw ProgramFault(
        uk: "карток моніторингу за \(quarter.rawValue) квартал немає",
        en: "there are no monitoring cards of quarter \(quarter.rawValue)")
    }
    guard years.count <= 1 else {
      let list = years.map(String.init).joined(separator: ", ")
      throw ProgramFault(
        uk: "картки за різні роки (\(list)): назвіть рік, --year \(only)",
        en: "the cards are of several years (\(list)): name one, --year \(only)")
    }
    var seen: [ServantKey: String] = [:]
    for card in found {
      if let other = seen.updateValue(card.file, forKey: card.servant.key) {
        throw ProgramFault(
          uk: "«\(other)» і «\(card.file)» – дві картки (\(card.servant.name)): залиште одну",
          en: "'\(other)' and '\(card.file)' are two cards of \(card.servant.name): keep one")
      }
    }
    var known: Set<ServantKey> = []
    // Who came after the quarter had no tasks in it.
    let due = reader.servants.filter { servant in
      servant.year == only
        && servant.since.flatMap { since in quarter.end(in: only).map { since <= $0 } } ?? true
    }
    let all = (due + found.map(\.servant)).filter { known.insert($0.key).inserted }
    let names = UkrainianOrder.sorted(Set(all.map(\.name)))
    let places = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    func place(_ servant: MonitoredServant) -> Int { places[servant.name] ?? names.count }
    servants = all.sorted { place($0) < place($1) }
    planned = Set(reader.servants.filter { $0.year == only }.map(\.key))
    self.grouping = grouping
    self.quarter = quarter
    self.date = date
    self.year = only
    cards = found.sorted { place($0.servant) < place($1.servant) }
    addressees = reader.addressees
  }

  /// The plans of the reports, one for each unit or body, in the order of their names.
  package func plans() -> [PlanValue] {
    let groups = Dictionary(grouping: servants) { servant in
      grouping == .agency ? servant.key.agency : "\(servant.key.agency)\n\(servant.key.unit)"
    }
    return UkrainianOrder.sorted(groups.keys).compactMap { groups[$0].map(plan) }
  }

  private func plan(of servants: [MonitoredServant]) -> PlanValue {
    let keys = Set(servants.map(\.key))
    let own = cards.filter { keys.contains($0.servant.key) }
    let addressee = addressees[servants[0].key.agency]
    return .object([
      "year": .number(year), "quarter": .text(quarter.rawValue), "date": .text(date.iso),
      "agency": .text(servants[0].agency),
      "department": grouping == .agency ? nil : .text(servants[0].unit),
      "order": order(of: own),
      "addressee": .given((grouping == .agency ? addressee?.summary : addressee?.report) ?? ""),
      "servants": Self.servants(servants.count, own.count),
      "not-reported": absent(servants, own), "indicators": Self.counts(own),
      "rows": grouping == .agency ? unitRows(servants, own) : servantRows(own),
      "overdue": overdue(own), "help": help(own),
    ])
  }

  /// The order that all cards name.
  private func order(of cards: [MonitoringCard]) -> PlanValue? {
    let orders = Set(cards.map { [$0.orderDate, $0.orderNumber] })
    guard orders.count == 1, let order = orders.first, !order.contains("") else { return nil }
    return .object(["date": .text(order[0]), "number": .text(order[1])])
  }

  private func absent(_ servants: [MonitoredServant], _ cards: [MonitoringCard]) -> PlanValue? {
    let reported = Set(cards.map(\.servant.key))
    let missing = servants.filter { !reported.contains($0.key) }.map(\.name)
    guard grouping == .agency else { return Self.names(missing) }
    let units = Set(cards.map(\.servant.key.unit))
    var seen: Set<String> = []
    return Self.names(
      servants.filter { !units.contains($0.key.unit) && seen.insert($0.key.unit).inserted }
        .map(\.unit))
  }

  private func servantRows(_ cards: [MonitoringCard]) -> PlanValue? {
    .list(of: cards) { card in
      .object(["name": .text(card.servant.name), "indicators": Self.counts([card])])
    }
  }

  private func unitRows(_ servants: [MonitoredServant], _ cards: [MonitoringCard]) -> PlanValue? {
    let units = Dictionary(grouping: servants, by: \.key.unit)
    return .list(of: UkrainianOrder.sorted(units.keys)) { unit in
      let servants = units[unit] ?? []
      let own = cards.filter { $0.servant.key.unit == unit }
      return .object([
        "name": .given(servants.first?.unit ?? ""),
        "servants": Self.servants(servants.count, own.count), "indicators": Self.counts(own),
      ])
    }
  }

  private func overdue(_ cards: [MonitoringCard]) -> PlanValue? {
    let late = cards.flatMap { card in
      card.indicators.filter { $0.isPast && $0.state.isOpen }.map { (card.servant.name, $0) }
    }
    return .list(of: late) { name, indicator in
      .object([
        "servant": .text(name), "indicator": .text(indicator.text),
        "deadline": .text(indicator.deadline), "reason": .given(indicator.reason),
      ])
    }
  }

  private func help(_ cards: [MonitoringCard]) -> PlanValue? {
    let asked = cards.flatMap { card in
      card.indicators.filter { !$0.help.isEmpty }.map { (card.servant.name, $0.help) }
    }
    return .list(of: asked) { name, help in
      .object(["servant": .text(name), "text": .text(help)])
    }
  }

  private static func names(_ names: [String]) -> PlanValue? {
    .list(of: names) { .object(["name": .text($0)]) }
  }

  private static func servants(_ total: Int, _ reported: Int) -> PlanValue {
    .object(["total": .number(total), "reported": .number(reported)])
  }

  private static func counts(_ cards: [MonitoringCard]) -> PlanValue {
    let states = cards.flatMap(\.indicators).map(\.state)
    return .members(
      [("total", .number(states.count))]
        + IndicatorState.allCases.map { state in
          (state.rawValue, .number(states.count { $0 == state }))
        })
  }
}
