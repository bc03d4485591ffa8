import Bytes
internal import Diagnostics

/// Runs an automaton over a text, making deterministic states as it meets them.
///
/// A state is a set of the automaton's states and what stands before it; a transition into it is
/// found once and then read from a table. Whether the pattern matches up to a place is known when
/// the next scalar is read, for the sake of `\b` and `$`.
///
/// Mostly nothing of a pattern begins inside a word, and the state is the same behind each of its
/// letters. Such a state is a self-loop: the rest of the word is skipped.
struct PatternScanner {
  /// How a text begins or ends, or what sort of scalar stands beside a place.
  fileprivate enum Side: UInt16 {
    case edge
    case word
    case other
  }

  /// A transition is the row that it leads to, or one of these; with a match, it counts down from
  /// the last of them.
  private static let unknown: Int32 = -1
  private static let dead: Int32 = -2
  private static let deadAfterMatch: Int32 = -3
  private static let match: Int32 = -4
  /// How many transitions are remembered before all are forgotten: 256 KiB.
  private static let cellLimit = 65_536

  private let automaton: PatternAutomaton
  private let classes: ScalarClasses
  private let usesBoundaries: Bool
  private let isSearch: Bool
  private var transitions: [Int32] = []
  /// The row of a self-loop, -1 while none is known: a pattern has one, if any, that matters.
  private var selfLoop = -1
  /// The sets of states by number, each with its ``Side`` in front, and the numbers by set.
  private var kernels: [[UInt16]] = []
  /// How often all rows were forgotten.
  private(set) var generation = 0
  private var numbers: [[UInt16]: Int] = [:]
  /// When each state of the automaton was last visited.
  private var visited: [Int]
  private var visit = 0
  /// The states that are yet to be visited.
  private var open: [Int] = []
  /// What follows the automaton's start, which every state of a search has, by the side before a
  /// scalar and the class of the scalar, as far as it is known.
  private var begun: [Int: Followed] = [:]

  /// Makes a scanner that looks for matches from any place on, or from the first only.
  init(
    _ program: PatternProgram, _ classes: ScalarClasses, isReversed: Bool = false, isSearch: Bool
  ) {
    automaton = program.automaton(isReversed: isReversed)
    self.classes = classes
    usesBoundaries = program.usesBoundaries
    self.isSearch = isSearch
    visited = Array(repeating: 0, count: automaton.states.count)
    forget()
  }

  /// Whether the text has a match.
  mutating func isFound(in bytes: Span<UInt8>) -> Bool {
    var index = 0
    var row = 0
    while true {
      (index, row) = run(over: bytes, from: index, row)
      let length: Int
      let kind: Int
      if index < bytes.count {
        (kind, length) = classes.classOfScalar(in: bytes, at: index)
      } else {
        (kind, length) = (classes.endClass, 0)
      }
      let (next, isMatch) = step(row, kind)
      if isMatch { return true }
      guard index < bytes.count, let next else { return false }
      row = next
      index += length
    }
  }

  /// Goes on until near the end, or a transition that needs a closer look.
  private mutating func run(over bytes: Span<UInt8>, from start: Int, _ startRow: Int)
    -> (place: Int, row: Int)
  {
    let table = classes.table.span
    let transitions = transitions.span
    let last = bytes.count &- 1
    var place = start
    var row = startRow
    // The table has all classes of these scalars, and every row an entry for each class.
    while place < last {
      let lead = unsafe Int(bytes[unchecked: place])
      let next: Int
      if lead < 0x80 {
        next = unsafe Int(transitions[unchecked: row &+ Int(table[unchecked: lead])])
        guard next >= 0 else { break }
        place &+= 1
      } else if lead &- 0xC0 < 0x20, lead >= 0xC0 {
        let trail = unsafe Int(bytes[unchecked: place &+ 1] & 0x3F)
        let scalar = (lead &- 0xC0) &<< 6 &+ trail
        next = unsafe Int(transitions[unchecked: row &+ Int(table[unchecked: scalar])])
        guard next >= 0 else { break }
        place &+= 2
        if next == selfLoop { place = bytes.endOfLetters(at: place) }
      } else {
        let (scalar, length) = UTF8Scalars.scalar(in: bytes, at: place)
        guard scalar < UInt32(ScalarClasses.tableEnd) else { break }
        next = unsafe Int(transitions[unchecked: row &+ Int(table[unchecked: Int(scalar)])])
        guard next >= 0 else { break }
        place &+= length
      }
      row = next
    }
    return (place, row)
  }

  /// Where a class leads from a row, nil for nowhere, and whether there is a match in front of it.
  mutating func step(_ row: Int, _ kind: Int) -> (row: Int?, isMatch: Bool) {
    var entry = transitions[row + kind]
    if entry == Self.unknown { entry = makeTransition(row, kind) }
    switch entry {
    case Self.dead: return (nil, false)
    case Self.deadAfterMatch: return (nil, true)
    case 0...: return (Int(entry), false)
    default: return (Int(Self.match - entry), true)
    }
  }

  /// The row in which a scan begins that has a scalar of that class before it, or nothing.
  mutating func startRow(after kind: Int?) -> Int {
    guard let kind else { return 0 }
    return row([side(of: kind).rawValue, UInt16(automaton.start)])
  }

  private func side(of kind: Int) -> Side {
    if kind == classes.endClass { return .edge }
    return usesBoundaries && classes.isWord[kind] ? .word : .other
  }

  private mutating func makeTransition(_ row: Int, _ kind: Int) -> Int32 {
    let kernel = kernels[row / classes.width]
    let (targets, isMatch) = follow(kernel, kind)
    guard !targets.isEmpty else {
      let entry = isMatch ? Self.deadAfterMatch : Self.dead
      transitions[row + kind] = entry
      return entry
    }
    let known = kernels.count
    let next = Int32(self.row([side(of: kind).rawValue] + targets))
    let entry = isMatch ? Self.match - next : next
    if kernels.count >= known {
      transitions[row + kind] = entry
      if entry == row, selfLoop < 0, isSelfLoop(row) { selfLoop = row }
    }
    return entry
  }

  /// Whether every letter of U+0400 to U+047F leads from a row back to it.
  private mutating func isSelfLoop(_ row: Int) -> Bool {
    let kernel = kernels[row / classes.width]
    return Set(classes.table[0x400..<0x480]).allSatisfy { kind in
      let (targets, isMatch) = follow(kernel, Int(kind))
      return !isMatch && kernel == [side(of: Int(kind)).rawValue] + targets
    }
  }

  /// The states behind a scalar, and whether the pattern matches in front of it.
  private typealias Followed = (targets: [UInt16], isMatch: Bool)

  /// What follows a set of states where a scalar of a class is read.
  private mutating func follow(_ kernel: [UInt16], _ kind: Int) -> Followed {
    let before = Side(rawValue: kernel[0]) ?? .edge
    var result: Followed = ([], false)
    visit += 1
    for state in kernel.dropFirst() {
      if isSearch, state == automaton.start {
        let begun = beginning(behind: before, kind)
        result.targets += begun.targets
        result.isMatch = result.isMatch || begun.isMatch
      } else {
        follow(Int(state), behind: before, kind, into: &result)
      }
    }
    if isSearch, kind != classes.endClass { result.targets.append(UInt16(automaton.start)) }
    result.targets.sort()
    var last: UInt16?
    result.targets.removeAll { target in
      defer { last = target }
      return target == last
    }
    return result
  }

  /// What follows the automaton's start: found once for each class.
  private mutating func beginning(behind before: Side, _ kind: Int) -> Followed {
    let index = Int(before.rawValue) * classes.width + kind
    if let known = begun[index] { return known }
    var result: Followed = ([], false)
    visit += 1
    follow(automaton.start, behind: before, kind, into: &result)
    begun[index] = result
    return result
  }

  private mutating func follow(
    _ state: Int, behind before: Side, _ kind: Int, into result: inout Followed
  ) {
    let after = side(of: kind)
    open.append(state)
    while let state = open.popLast() {
      guard visited[state] != visit else { continue }
      visited[state] = visit
      switch automaton.states[state] {
      case .match: result.isMatch = true
      case .split(let left, let right):
        open.append(left)
        open.append(right)
      case .assertion(let assertion, let next):
        if assertion.holds(before, after) { open.append(next) }
      case .scalar(let set, let next):
        if kind != classes.endClass, classes.holds(kind, set: set) {
          result.targets.append(UInt16(next))
        }
      }
    }
  }

  /// The row of a set of states, a new one where it is not yet known.
  private mutating func row(_ kernel: [UInt16]) -> Int {
    if let number = numbers[kernel] { return number * classes.width }
    if (kernels.count + 1) * classes.width > Self.cellLimit { forget() }
    return add(kernel)
  }

  private mutating func add(_ kernel: [UInt16]) -> Int {
    if let number = numbers[kernel] { return number * classes.width }
    numbers[kernel] = kernels.count
    kernels.append(kernel)
    transitions += repeatElement(Self.unknown, count: classes.width)
    return (kernels.count - 1) * classes.width
  }

  /// Starts anew with the row of a text's start only.
  private mutating func forget() {
    transitions.removeAll(keepingCapacity: true)
    kernels.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    selfLoop = -1
    generation += 1
    _ = add([Side.edge.rawValue, UInt16(automaton.start)])
  }
}

extension PatternSyntax.Assertion {
  fileprivate func holds(_ before: PatternScanner.Side, _ after: PatternScanner.Side) -> Bool {
    switch self {
    case .start: before == .edge
    case .end: after == .edge
    case .wordBoundary: (before == .word) != (after == .word)
    case .noWordBoundary: (before == .word) == (after == .word)
    }
  }
}
