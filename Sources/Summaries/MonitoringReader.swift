internal import Calendars
package import Diagnostics
internal import Files
internal import Plans
package import Renditions
internal import Schemas
internal import XML

/// Reads from plans what monitoring sums up: who has tasks, and what the cards say.
package final class MonitoringReader {
  private let reader = XPathReader()
  private let unit: String
  private(set) var servants: [MonitoredServant] = []
  private(set) var cards: [MonitoringCard] = []
  /// To whom the orders of monitoring have reports and summaries given, by body.
  private(set) var addressees: [String: (report: String, summary: String)] = [:]

  /// Makes a reader.
  ///
  /// - Parameter unit: where the unit stands that figures are given by.
  package init(by unit: MonitoringSummary.Grouping) {
    self.unit =
      unit == .unit
      ? "unit | department[not(../unit)]" : "department | unit[not(../department)]"
  }

  /// Takes what the plans of a file or of a folder say to the matter.
  ///
  /// - Returns: what is wrong with them.
  package func read(_ path: String, with renderer: PlanRenderer) -> [Diagnostic] {
    renderer.forEachPlan(of: path, read)
  }

  /// Takes what a plan says to the matter.
  func read(_ plan: PlanTree) {
    let root = plan.root
    switch plan.kind.name {
    case "performance-plan":
      servants.append(servant(of: root))
    case "performance-monitoring": if let card = card(of: plan) { cards.append(card) }
    case "monitoring-order":
      addressees[reader.text("name-key(act/issuer)", root)] = (
        reader.text("terms/report/to", root), reader.text("terms/summary/to", root)
      )
    default: break
    }
  }

  private func servant(of root: XMLNode) -> MonitoredServant {
    MonitoredServant(
      key: ServantKey(
        person: reader.text("person-key(servant/name)", root),
        agency: reader.text("name-key(agency)", root),
        unit: reader.text("name-key(\(unit))", root)),
      name: reader.text("servant/name", root), agency: reader.text("agency", root),
      unit: reader.text(unit, root), year: Int(reader.text("year", root)),
      since: try? DateReader.read(Array(reader.text("occasion/date", root).utf8)))
  }

  private func card(of plan: PlanTree) -> MonitoringCard? {
    let root = plan.root
    guard let year = Int(reader.text("year", root)),
      let quarter = Quarter(rawValue: reader.text("quarter", root)), let end = quarter.end(in: year)
    else { return nil }
    let indicators = reader.nodes("tasks/task/indicators/indicator", root).compactMap {
      indicator(of: $0, end)
    }
    return MonitoringCard(
      servant: servant(of: root), year: year, quarter: quarter,
      orderDate: reader.text("order/date", root), orderNumber: reader.text("order/number", root),
      isSigned: !reader.text("signature/date", root).isEmpty, indicators: indicators,
      file: plan.source.name)
  }

  private func indicator(of node: XMLNode, _ end: LocalDate) -> MonitoringCard.Indicator? {
    guard let state = IndicatorState(rawValue: reader.text("state", node)) else { return nil }
    let term = "(deadline | self::*[not(deadline)]/../../deadline)"
    let last = try? DateReader.read(Array(reader.text(term + "/@to", node).utf8))
    return MonitoringCard.Indicator(
      text: reader.text("text", node), state: state, deadline: reader.text(term, node),
      reason: reader.text("reason", node), help: reader.text("help", node),
      isPast: last.map { $0 <= end } ?? false)
  }
}
