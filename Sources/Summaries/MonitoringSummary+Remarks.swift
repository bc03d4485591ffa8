package import Diagnostics

extension MonitoringSummary {
  /// What the figures do not show of what they were counted from.
  package func remarks() -> [Message] {
    var remarks: [Message] = []
    if planned.isEmpty {
      remarks.append(
        Message(
          uk: "увага: планів на цей рік серед поданого немає: хто не подав картки, не видно",
          en: "note: there are no plans of the year here: who has given no card is not seen"))
    } else if let strangers = Self.listed(cards.filter { !planned.contains($0.servant.key) }) {
      remarks.append(
        Message(
          uk: "увага: карток тих, чиїх планів серед поданого немає: \(strangers); їх пораховано: "
            + "звірте прізвище й підрозділ або назвіть плани",
          en: "note: cards of servants without a plan here: \(strangers); they are counted: "
            + "compare name and unit, or name the plans"))
    }
    if let unsigned = Self.listed(cards.filter { !$0.isSigned }) {
      remarks.append(
        Message(
          uk: "увага: карток без дати підпису службовця: \(unsigned); їх пораховано як подані",
          en:
            "note: cards without the day of the servant's signature: \(unsigned); they count as given"
        ))
    }
    let bodies = Set(servants.map(\.key.agency))
    if bodies.count > 1 {
      let names = bodies.compactMap { body in servants.first { $0.key.agency == body }?.agency }
      let list = names.sorted().map { "«\($0)»" }.joined(separator: ", ")
      remarks.append(
        Message(
          uk: "увага: органів \(bodies.count): \(list); якщо це один орган, виправте назву",
          en: "note: there are \(bodies.count) bodies: \(list); where that is one, mend its name"))
    }
    return remarks
  }

  /// How many cards there are, and the first file; nil for none.
  private static func listed(_ cards: [MonitoringCard]) -> String? {
    cards.first.map { "\(cards.count) (\($0.file)\(cards.count > 1 ? ", …" : ""))" }
  }
}
