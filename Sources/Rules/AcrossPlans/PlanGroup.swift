/// The plans of one key before one rule: which are wrong, and against which others.
///
/// Others that tell the assertion the same are of one sort, and those that are judged and tell it
/// the same are one case: what was found of one holds for all. A case is held only against sorts
/// that its assertion may fail with, as far as the rule's ``PairCondition`` tells.
struct PlanGroup {
  enum Outcome {
    case right
    /// Wrong against the member at that place.
    case wrong(Int)
    /// The assertion takes too many steps, or there are too many pairs.
    case endless
  }

  private struct Sort {
    /// The places of the first two members.
    let first: Int
    var second: Int?
  }

  private struct Case {
    /// The sorts to look at, in lists by rising numbers, and the next in each.
    let lists: [[Int]]
    var next: [Int]
    /// The sorts that the assertion fails with, as far as they were looked for.
    var wrong: [Int] = []

    init(_ lists: [[Int]]) {
      self.lists = lists
      next = lists.map { _ in 0 }
    }

    mutating func nextSort() -> Int? {
      var best: Int?
      for list in lists.indices where next[list] < lists[list].count {
        if best.map({ lists[list][next[list]] < lists[$0][next[$0]] }) ?? true { best = list }
      }
      guard let best else { return nil }
      defer { next[best] += 1 }
      return lists[best][next[best]]
    }
  }

  private let members: [CrossPlanChecker.Member]
  private let rule: PairRule
  private var sorts: [Sort] = []
  private var candidates: PairCandidates
  private var cases: [[UInt8]: Case] = [:]
  private var pairsLeft: Int

  init(_ members: [CrossPlanChecker.Member], _ rule: PairRule, pairsLeft: Int) {
    self.members = members
    self.rule = rule
    self.pairsLeft = pairsLeft
    candidates = PairCandidates(rule.condition.hurdles)
    var numbers: [[UInt8]: Int] = [:]
    for (place, other) in members.enumerated() where other.facts.isOther {
      let values = other.facts.values
      let told = values.joined(rule.condition.other)
      guard let number = numbers[told] else {
        numbers[told] = sorts.count
        candidates.add(sorts.count, values, rule)
        sorts.append(Sort(first: place))
        continue
      }
      if sorts[number].second == nil { sorts[number].second = place }
    }
  }

  /// Holds a member against the others; the first that it is wrong against is told.
  mutating func outcome(on this: CrossPlanChecker.Member) -> Outcome {
    let told = this.facts.values.joined(rule.condition.this)
    var own = cases[told] ?? Case(candidates.lists(for: this.facts.values))
    defer { cases[told] = own }
    var found: Int?
    var index = 0
    while true {
      if index == own.wrong.count, let broken = search(&own, this) { return broken }
      guard index < own.wrong.count else { break }
      let sort = sorts[own.wrong[index]]
      if members[sort.first].plan != this.plan {
        found = min(found ?? sort.first, sort.first)
        break
      }
      found = sort.second
      index += 1
    }
    return found.map { .wrong($0) } ?? .right
  }

  /// Looks for the next sort that a case is wrong against; gives a outcome only where none is to be
  /// had.
  private mutating func search(_ own: inout Case, _ this: CrossPlanChecker.Member) -> Outcome? {
    rule.setThis(this.facts.values)
    while let sort = own.nextSort() {
      pairsLeft -= 1
      guard pairsLeft >= 0,
        let holds = rule.holds(against: members[sorts[sort].first].facts.values)
      else { return .endless }
      if !holds {
        own.wrong.append(sort)
        break
      }
    }
    return nil
  }
}
