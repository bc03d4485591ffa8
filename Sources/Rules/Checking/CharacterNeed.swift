internal import Diagnostics
internal import Patterns

/// Runs of characters of which a plan must hold one for a rule to find anything in it.
struct CharacterNeed: Sendable {
  /// The bits that the runs set, and where they stand in ``CharacterPairs``; any of them will do.
  private let masks: [(word: Int, mask: UInt64)]

  /// Makes a need of runs, one of which must stand somewhere.
  init(oneOf runs: [RequiredRun]) {
    var masks: [Int: UInt64] = [:]
    for run in runs {
      let next = run.second ?? .all
      for sort in run.first.numbers {
        for word in 0..<4 where next.words[word] != 0 {
          masks[sort << 2 | word, default: 0] |= next.words[word]
        }
      }
    }
    self.masks = masks.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Whether a plan of such characters may hold one; it need not, where characters share a sort.
  func isMet(by characters: borrowing CharacterPairs) -> Bool {
    for (word, mask) in masks where characters.holds(word: word, mask: mask) { return true }
    return false
  }

  /// How common a run is in the texts of plans; nil where nearly every plan has it.
  static func weight(_ run: RequiredRun) -> Double? {
    let weight = run.first.weight * (run.second?.weight ?? 1)
    return weight < 0.02 ? weight : nil
  }
}
