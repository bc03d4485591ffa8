package import Diagnostics

/// How many plans changed in which respect.
package struct ManifestDiffTotals: Sendable {
  private var plans = 0
  private var counts: [ManifestChange.Aspect: Int] = [:]

  /// Counts nothing yet.
  package init() {}

  /// Whether nothing changed.
  package var isEmpty: Bool { plans == 0 }

  /// Counts a change.
  package mutating func add(_ change: ManifestChange) {
    plans += 1
    for aspect in change.aspects { counts[aspect, default: 0] += 1 }
  }

  /// The counts that are not zero, in one line.
  package func text(_ language: Language) -> String {
    let parts = ManifestChange.Aspect.allCases.compactMap { aspect in
      counts[aspect].map { "\(Self.words(for: aspect)[language]): \($0.grouped(language))" }
    }
    return parts.joined(separator: ", ")
  }

  private static func words(for aspect: ManifestChange.Aspect) -> Message {
    switch aspect {
    case .added: Message(uk: "нових", en: "new")
    case .gone: Message(uk: "зникло", en: "gone")
    case .content: Message(uk: "змінено", en: "changed")
    case .state: Message(uk: "змінили стан", en: "changed their state")
    case .renditions:
      Message(uk: "з іншими документами без зміни плану", en: "documents differ, the plan does not")
    case .findings: Message(uk: "з іншими зауваженнями", en: "findings differ")
    case .stale: Message(uk: "з іншими застарілими документами", en: "stale documents differ")
    case .name: Message(uk: "з іншою назвою", en: "called otherwise")
    }
  }
}
