import Diagnostics
import Files
import Rules

/// What the rules find wrong between the plans of the whole batch, and which outputs are claimed twice.
struct CrossPlanCheck: Sendable {
  /// The findings between plans, by file and plan, encoded in a store as they may be many.
  private(set) var findings: [Finding] = []
  private let store: RecordStore
  private var appender: RecordAppender
  /// The hashes of all outputs, sorted; without those of plans that are wrong beside others.
  private(set) var outputs: [UInt64] = []
  /// The hashes of the outputs of plans that are wrong beside others, and how many make each.
  private(set) var withheldOutputs: [UInt64: Int] = [:]
  /// The hashes of what former runs made of the plans and this one does not, sorted.
  private(set) var formers: [UInt64] = []

  /// Where a finding between plans is found; of those, an error withholds its plan.
  struct Finding: Sendable {
    let file: Int32
    let plan: Int32
    let offset: Int
    let isError: Bool
  }

  /// A plan that a rule across plans brings together with others; `group` hashes rule and key.
  fileprivate struct Member: Sendable, Comparable {
    let group: UInt64
    let file: Int32
    let plan: Int32

    static func < (left: Self, right: Self) -> Bool {
      (left.group, left.file, left.plan) < (right.group, right.file, right.plan)
    }
  }

  /// What the records of some files bring to the check.
  struct Inputs: Sendable {
    fileprivate var members: [Member] = []
    fileprivate var outputs: [UInt64] = []
    fileprivate var formers: [UInt64] = []
    fileprivate var hasWithheld = false

    /// Takes the record of a file, by its number in the list.
    mutating func add(_ record: FileRecord, _ file: Int) {
      for plan in record.plans {
        hasWithheld = hasWithheld || plan.isWithheld
        let (facts, renditions) = (plan.facts.span, plan.renditions.span)
        for index in facts.indices {
          members.append(
            Member(group: group(of: facts[index]), file: Int32(file), plan: Int32(plan.number)))
        }
        for index in renditions.indices { outputs.append(PathHash.of(renditions[index].path)) }
        for path in plan.former { formers.append(PathHash.of(path)) }
      }
    }
  }

  /// Whether a plan made nothing only because of another one, the last time.
  private(set) var hasWithheld = false

  private init(_ store: RecordStore) {
    self.store = store
    appender = RecordAppender(store)
  }

  /// Checks all plans that have a record.
  ///
  /// - Parameters:
  ///   - built: what was collected from records when they were made.
  ///   - rest: the numbers of all other files.
  static func run(
    _ list: PlanList, _ places: RecordPlaces, _ built: [Inputs], _ rest: [Int],
    _ packs: RulePacks, _ store: RecordStore, _ workers: WorkerPool
  ) async throws(ProgramFault) -> CrossPlanCheck {
    var crossPlanCheck = CrossPlanCheck(store)
    let queue = WorkQueue(count: rest.count, tasks: workers.count, portion: 256)
    let crossPlanInputs =
      try await built
      + workers.work { worker in
        Result { () throws(ProgramFault) in
          try BuildStateFault.turned { () throws(BuildStateFault) in
            try gather(worker, rest, queue, places)
          }
        }
      }
    crossPlanCheck.hasWithheld = crossPlanInputs.contains(where: \.hasWithheld)
    crossPlanCheck.outputs = crossPlanInputs.flatMap(\.outputs).sorted()
    crossPlanCheck.formers = crossPlanInputs.flatMap(\.formers).sorted()
    let members = crossPlanInputs.flatMap(\.members).sorted()
    try crossPlanCheck.hold(members, list, places, CrossPlanChecker(RuleChecker(packs: packs)))
    crossPlanCheck.findings.sort { ($0.file, $0.plan, $0.offset) < ($1.file, $1.plan, $1.offset) }
    try BuildStateFault.turned { () throws(BuildStateFault) in try crossPlanCheck.withhold(places) }
    return crossPlanCheck
  }

  /// Takes out the outputs of plans that are wrong beside others.
  private mutating func withhold(_ places: RecordPlaces) throws(BuildStateFault) {
    var windows = places.windows(size: 1 << 12)
    var withheld: [UInt64: Int] = [:]
    var last: (file: Int32, plan: Int32) = (-1, -1)
    for finding in findings where finding.isError && (finding.file, finding.plan) != last {
      last = (finding.file, finding.plan)
      guard let place = places[Int(finding.file)] else { continue }
      for plan in try windows.record(at: place, []).plans where plan.number == Int(finding.plan) {
        for rendition in plan.renditions { withheld[PathHash.of(rendition.path), default: 0] += 1 }
      }
    }
    guard !withheld.isEmpty else { return }
    withheldOutputs = withheld
    outputs.removeAll { hash in
      guard let count = withheld[hash], count > 0 else { return false }
      withheld[hash] = count - 1
      return true
    }
  }

  private static func gather(
    _ worker: Int, _ files: [Int], _ queue: WorkQueue, _ places: RecordPlaces
  )
    throws(BuildStateFault) -> Inputs
  {
    var crossPlanInputs = Inputs()
    var windows = places.windows()
    while let range = queue.claim(worker) {
      for file in files[range] {
        guard let place = places[file] else { continue }
        crossPlanInputs.add(try windows.record(at: place, .facts), file)
      }
    }
    return crossPlanInputs
  }

  private static func group(of facts: BatchFacts) -> UInt64 {
    unsafe facts.key.withUnsafeBufferPointer { key in
      unsafe PathHash.of(key, seed: PathHash.of(facts.rule))
    }
  }
}

extension CrossPlanCheck {
  /// Holds those against each other that meet; they stand together.
  private mutating func hold(
    _ members: [Member], _ list: PlanList, _ places: RecordPlaces, _ checker: CrossPlanChecker
  ) throws(ProgramFault) {
    var windows = places.windows(size: 1 << 12)
    var start = 0
    while start < members.count {
      var end = start + 1
      while end < members.count, members[end].group == members[start].group { end += 1 }
      if end - start > 1 {
        let group = try BuildStateFault.turned { () throws(BuildStateFault) in
          try Self.facts(of: members[start..<end], list, places, &windows)
        }
        try hold(group, members[start..<end], checker)
      }
      start = end
    }
    do throws(SystemError) {
      try appender.flush()
    } catch {
      throw error.fault("записати", "write", "state")
    }
  }

  /// The facts of those who meet; a plan may say more than one thing to a hash that is shared by chance.
  private static func facts(
    of group: ArraySlice<Member>, _ list: PlanList, _ places: RecordPlaces,
    _ windows: inout [RecordWindow]
  ) throws(BuildStateFault) -> [CrossPlanChecker.Member] {
    var members: [CrossPlanChecker.Member] = []
    for (index, one) in zip(group.indices, group) {
      guard let place = places[Int(one.file)] else { continue }
      let record = try windows.record(at: place, .facts)
      for plan in record.plans where plan.number == Int(one.plan) {
        for facts in plan.facts where Self.group(of: facts) == one.group {
          members.append(
            CrossPlanChecker.Member(
              plan: index, file: list.name(of: list.files[Int(one.file)]), facts: facts))
        }
      }
    }
    return members
  }

  private mutating func hold(
    _ group: [CrossPlanChecker.Member], _ members: ArraySlice<Member>,
    _ checker: CrossPlanChecker
  ) throws(ProgramFault) {
    var rest = group
    while let first = rest.first {
      let isInGroup = { (member: CrossPlanChecker.Member) in
        member.facts.rule == first.facts.rule && member.facts.key == first.facts.key
      }
      for (member, finding) in checker.findings(in: rest.filter(isInGroup)) {
        var writer = ByteWriter()
        writer.writeSection { $0.write(finding) }
        findings.append(
          Finding(
            file: members[member].file, plan: members[member].plan, offset: appender.offset,
            isError: finding.severity == .error))
        do throws(SystemError) {
          try appender.append(writer.bytes)
        } catch {
          throw error.fault("записати", "write", "state")
        }
      }
      rest.removeAll(where: isInGroup)
    }
  }

  /// The findings between plans on the plans of a file, which are asked for in the order of files.
  func findings(on file: Int, _ position: inout Int, _ window: inout RecordWindow)
    throws(BuildStateFault) -> [(plan: Int, finding: Diagnostic)]
  {
    var found: [(plan: Int, finding: Diagnostic)] = []
    while position < findings.count, Int(findings[position].file) <= file {
      let entry = findings[position]
      position += 1
      guard Int(entry.file) == file, let (start, _) = try window.record(at: entry.offset) else {
        continue
      }
      var reader = start
      var finding = try reader.finding()
      finding.file = ""
      found.append((Int(entry.plan), finding))
    }
    return found
  }

  /// A window on the findings.
  var window: RecordWindow { RecordWindow(store, size: 1 << 12) }
}
