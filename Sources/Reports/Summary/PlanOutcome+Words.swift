package import Diagnostics

extension PlanOutcome.State {
  /// How people call it.
  package var words: Message {
    switch self {
    case .built: Message(uk: "складено", en: "built")
    case .faulty: Message(uk: "з помилками", en: "with errors")
    case .unsigned: Message(uk: "не підписано", en: "not signed")
    case .failed: Message(uk: "не вдалося", en: "failed")
    case .gone: Message(uk: "план зник", en: "plan gone")
    }
  }
}
