/// What an automaton may read next behind each of its states, found out when it is first asked for.
struct PatternSteps {
  /// How a text begins or ends, or what sort of scalar stands beside a place.
  enum Side: Int, CaseIterable {
    case edge
    case word
    case other
  }

  /// What stands before and behind a place, a bit for each pair of sides.
  typealias Sides = UInt16

  /// A scalar of a set is read, where assertions hold on the way to it.
  struct Step {
    let sides: Sides
    let set: UInt16
    let next: UInt16
  }

  private let states: [PatternAutomaton.State]
  /// The steps of all states that were asked for, and where those of each begin and end.
  private(set) var all: [Step] = []
  private var ranges: [(start: UInt32, end: UInt32)?]
  /// Between which sides the pattern matches at each state.
  private var matches: [Sides]
  /// Between which sides each state is reached from the one that is asked for.
  private var reached: [Sides]
  private var touched: [Int] = []

  init(_ automaton: PatternAutomaton) {
    states = automaton.states
    ranges = Array(repeating: nil, count: states.count)
    matches = Array(repeating: 0, count: states.count)
    reached = Array(repeating: 0, count: states.count)
  }

  /// The bit of a pair of sides.
  static func bit(_ before: Side, _ after: Side) -> Sides {
    1 << Sides(before.rawValue * Side.allCases.count + after.rawValue)
  }

  /// Which of ``all`` the steps of a state are, and between which sides the pattern matches there.
  mutating func steps(of state: Int) -> (steps: Range<Int>, matches: Sides) {
    if let range = ranges[state] { return (Int(range.start)..<Int(range.end), matches[state]) }
    var open: [(state: Int, sides: Sides)] = [(state, .max)]
    while let (other, sides) = open.popLast() {
      let new = sides & ~reached[other]
      guard new != 0 else { continue }
      if reached[other] == 0 { touched.append(other) }
      reached[other] |= new
      switch states[other] {
      case .match: matches[state] |= new
      case .split(let left, let right):
        open.append((Int(left), new))
        open.append((Int(right), new))
      case .assertion(let assertion, let next): open.append((Int(next), new & assertion.sides))
      case .scalar: continue
      }
    }
    let start = all.count
    for other in touched {
      if case .scalar(let set, let next) = states[other] {
        all.append(Step(sides: reached[other], set: set, next: next))
      }
      reached[other] = 0
    }
    touched.removeAll(keepingCapacity: true)
    ranges[state] = (UInt32(start), UInt32(all.count))
    return (start..<all.count, matches[state])
  }
}

extension PatternSyntax.Assertion {
  /// Between which sides it holds.
  fileprivate var sides: PatternSteps.Sides {
    var result: PatternSteps.Sides = 0
    for before in PatternSteps.Side.allCases {
      for after in PatternSteps.Side.allCases where holds(before, after) {
        result |= PatternSteps.bit(before, after)
      }
    }
    return result
  }

  private func holds(_ before: PatternSteps.Side, _ after: PatternSteps.Side) -> Bool {
    switch self {
    case .start: before == .edge
    case .end: after == .edge
    case .wordBoundary: (before == .word) != (after == .word)
    case .noWordBoundary: (before == .word) == (after == .word)
    }
  }
}
