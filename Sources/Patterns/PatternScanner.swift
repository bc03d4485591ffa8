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
  private typealias Side = PatternSteps.Side

  /// A transition is the row that it leads to, or one of these; with a match, it counts down from
  /// the last of them.
  private static let unknown: Int32 = -1
  private static let dead: Int32 = -2
  private static let deadAfterMatch: Int32 = -3
  private static let match: Int32 = -4
  /// How many transitions are remembered before all are forgotten: 256 KiB.
  private static let cellLimit = 65_536

  /// The automaton's first state.
  private let firstState: Int
  private let classes: ScalarClasses
  private let usesBoundaries: Bool
  private let isSearch: Bool
  private var transitions: [Int32] = []
  /// The row of a self-loop, -1 while none is known: a pattern has one, if any, that matters.
  private var selfLoop = -1
  /// The sets of states of the rows, each with its ``Side`` in front.
  private var kernels: StateSets
  /// Whether it was found out of each row if it is a self-loop.
  private var isTried: [Bool] = []
  /// The classes of letters of U+0400 to U+047F, once they are asked for.
  private var letterClasses: [UInt8] = []
  /// How often all rows were forgotten.
  private(set) var generation = 0
  private var steps: PatternSteps
  /// The set of states that is being made.
  private var targets: [UInt64]
  /// Where in ``beginnings`` stands what follows the automaton's start, which every state of a search
  /// has, by the side before a scalar and the class of the scalar; 0 as long as it is not known.
  private var begun: [UInt32]
  /// Sets of states, each with 1 in front where the pattern matches, behind one that nothing is.
  private var beginnings: [UInt64]

  /// Makes a scanner that looks for matches from any place on, or from the first only.
  init(
    _ program: PatternProgram, _ classes: ScalarClasses, isReversed: Bool = false, isSearch: Bool
  ) {
    let automaton = program.automaton(isReversed: isReversed)
    firstState = automaton.start
    self.classes = classes
    usesBoundaries = program.usesBoundaries
    self.isSearch = isSearch
    steps = PatternSteps(automaton)
    kernels = StateSets(of: automaton.states.count)
    targets = Array(repeating: 0, count: kernels.width)
    begun = Array(repeating: 0, count: isSearch ? Side.allCases.count * classes.width : 0)
    beginnings = targets
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
        guard let cell = ScalarClasses.cell(of: scalar) else { break }
        next = unsafe Int(transitions[unchecked: row &+ Int(table[unchecked: cell])])
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
    return row(start(behind: side(of: kind)))
  }

  /// The automaton's start, behind something.
  private func start(behind side: Side) -> [UInt64] {
    var set = [UInt64](repeating: 0, count: kernels.width)
    set[0] = UInt64(side.rawValue)
    set.note(firstState)
    return set
  }

  private func side(of kind: Int) -> Side {
    if kind == classes.endClass { return .edge }
    return usesBoundaries && classes.isWord[kind] ? .word : .other
  }

  private mutating func makeTransition(_ row: Int, _ kind: Int) -> Int32 {
    let isMatch = follow(row, kind)
    guard targets.contains(where: { $0 != 0 }) else {
      let entry = isMatch ? Self.deadAfterMatch : Self.dead
      transitions[row + kind] = entry
      return entry
    }
    targets[0] = UInt64(side(of: kind).rawValue)
    let known = generation
    let next = Int32(self.row(targets))
    let entry = isMatch ? Self.match - next : next
    if generation == known {
      transitions[row + kind] = entry
      if entry == row, selfLoop < 0, isSelfLoop(row) { selfLoop = row }
    }
    return entry
  }

  /// Whether every letter of U+0400 to U+047F leads from a row back to it.
  private mutating func isSelfLoop(_ row: Int) -> Bool {
    let number = row / classes.width
    guard !isTried[number] else { return false }
    isTried[number] = true
    if letterClasses.isEmpty { letterClasses = classes.ofLetters }
    let start = number * kernels.width
    return letterClasses.allSatisfy { kind in
      let isMatch = follow(row, Int(kind))
      targets[0] = UInt64(side(of: Int(kind)).rawValue)
      return !isMatch && targets.elementsEqual(kernels.words[start..<(start + kernels.width)])
    }
  }

  /// Makes ``targets`` of what follows a row's states where a scalar of a class is read, without what
  /// stands in front; tells whether the pattern matches.
  private mutating func follow(_ row: Int, _ kind: Int) -> Bool {
    let start = row / classes.width * kernels.width
    let before = Side(rawValue: Int(kernels.words[start])) ?? .edge
    var isMatch = false
    for index in targets.indices { targets[index] = 0 }
    for index in 1..<kernels.width {
      var rest = kernels.words[start + index]
      while rest != 0 {
        let state = (index - 1) << 6 | rest.trailingZeroBitCount
        rest &= rest - 1
        // What every state of a search has comes last, since it is found out apart.
        guard !isSearch || state != firstState else { continue }
        if follow(state, behind: before, kind) { isMatch = true }
      }
    }
    guard isSearch else { return isMatch }
    let begun = beginning(behind: before, kind)
    for index in 1..<kernels.width { targets[index] |= beginnings[begun + index] }
    return isMatch || beginnings[begun] != 0
  }

  /// Where in ``beginnings`` stands what follows the automaton's start, the start itself among it: found
  /// once for each class.
  private mutating func beginning(behind before: Side, _ kind: Int) -> Int {
    let index = before.rawValue * classes.width + kind
    if begun[index] != 0 { return Int(begun[index]) }
    let others = targets
    for index in targets.indices { targets[index] = 0 }
    let isMatch = follow(firstState, behind: before, kind)
    if kind != classes.endClass { targets.note(firstState) }
    targets[0] = isMatch ? 1 : 0
    begun[index] = UInt32(beginnings.count)
    beginnings += targets
    targets = others
    return Int(begun[index])
  }

  /// Adds what follows a state to ``targets``; tells whether the pattern matches.
  private mutating func follow(_ state: Int, behind before: Side, _ kind: Int) -> Bool {
    let sides = PatternSteps.bit(before, side(of: kind))
    let (range, matches) = steps.steps(of: state)
    if kind != classes.endClass {
      let all = steps.all
      for index in range
      where all[index].sides & sides != 0 && classes.holds(kind, set: Int(all[index].set)) {
        targets.note(Int(all[index].next))
      }
    }
    return matches & sides != 0
  }

  /// The row of a set of states, a new one where it is not yet known.
  private mutating func row(_ kernel: [UInt64]) -> Int {
    if let number = kernels.number(of: kernel) { return number * classes.width }
    if (kernels.count + 1) * classes.width > Self.cellLimit { forget() }
    return kernels.number(of: kernel).map { $0 * classes.width } ?? add(kernel)
  }

  private mutating func add(_ kernel: [UInt64]) -> Int {
    let number = kernels.add(kernel)
    isTried.append(false)
    transitions += repeatElement(Self.unknown, count: classes.width)
    return number * classes.width
  }

  /// Starts anew with the row of a text's start only.
  private mutating func forget() {
    transitions.removeAll(keepingCapacity: true)
    kernels.removeAll()
    isTried.removeAll(keepingCapacity: true)
    selfLoop = -1
    generation += 1
    _ = add(start(behind: .edge))
  }
}

extension [UInt64] {
  /// Notes a state in a set; see ``StateSets``.
  fileprivate mutating func note(_ state: Int) {
    self[1 + state >> 6] |= 1 << UInt64(state & 63)
  }
}
