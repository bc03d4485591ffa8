internal import Calendars

/// The states of an indicator, as plans of the kind `performance-monitoring` name them, in the order
/// of reports.
enum IndicatorState: String, CaseIterable, Sendable {
  case doneEarly = "done-early"
  case doneOnTime = "done-on-time"
  case doneLate = "done-late"
  case inProgress = "in-progress"
  case partlyDone = "partly-done"
  case notDone = "not-done"
  case notDue = "not-due"

  /// Whether what is in this state after its term is overdue.
  var isOpen: Bool { ![.doneEarly, .doneOnTime, .doneLate].contains(self) }
}

/// Whom and what a document of monitoring concerns.
struct ServantKey: Hashable, Sendable {
  /// The servant, however the name is typed.
  let person: String
  /// The body and the unit, however they are typed.
  let agency: String, unit: String
}

/// A servant who has tasks for a year, or has given a card.
struct MonitoredServant: Sendable {
  let key: ServantKey
  /// The names as they were first written.
  let name: String, agency: String, unit: String
  let year: Int?
  /// The day of the appointment or return in whose course of the year tasks were set.
  let since: LocalDate?
}

/// What a card says.
struct MonitoringCard: Sendable {
  /// An indicator of it.
  struct Indicator: Sendable {
    let text: String
    let state: IndicatorState
    let deadline: String, reason: String, help: String
    /// Whether its term was past when the quarter ended.
    let isPast: Bool
  }

  let servant: MonitoredServant
  let year: Int
  let quarter: Quarter
  /// The order that it names: its day and its number.
  let orderDate: String, orderNumber: String
  /// Whether the servant's signature has its day.
  let isSigned: Bool
  let indicators: [Indicator]
  /// Where it was read.
  let file: String
}
