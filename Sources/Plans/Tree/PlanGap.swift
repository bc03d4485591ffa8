internal import Schemas
package import XML

/// Something that a tree lacks because it could not be read: what is not there says nothing of what
/// the plan means.
package struct PlanGap {
  /// The element that lacks it.
  package let node: XMLNode
  /// The names of the elements and attributes that may be meant.
  package internal(set) var names: Set<String>
}

extension PlanTree {
  /// Whether rules can judge what could be read: the text came to its end, and nothing is missing
  /// that may tell the plan's own day, and with it the law that judges it.
  package var canBeJudged: Bool {
    if isWhole { return true }
    let days = Set(kind.schema.dayPaths.joined())
    return !isCutShort && !gaps.contains { !$0.names.isDisjoint(with: days) }
  }

  /// What is missing tells the dates of all deadlines, too, where it may be the year.
  func spreadGaps() {
    let years = Set(kind.schema.yearPaths.compactMap(\.last))
    for index in gaps.indices where !gaps[index].names.isDisjoint(with: years) {
      gaps[index].names.formUnion(kind.schema.deadlineElements)
    }
  }
}
