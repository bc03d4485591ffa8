import Diagnostics
import Discovery
import Files
import Rules
import RunState

/// What the rules find wrong between the plans of the whole batch, and which outputs are claimed twice.
struct CrossPlanCheck: Sendable {
  /// The findings between plans, by file and plan, encoded in a store as they may be many.
  private(set) var findings: [Finding] = []
  private let file: RecordFile
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
    /// Its number among the records of them.
    let id: Int
    let isError: Bool
  }

  /// A plan that a rule across plans brings together with others; `group` hashes rule and key.
  fileprivate struct Meeting: Sendable, Comparable {
    let group: UInt64
    let file: Int32
    let plan: Int32
    let needsOther: Bool

    static func < (left: Self, right: Self) -> Bool {
      (left.group, left.file, left.plan) < (right.group, right.file, right.plan)
    }
  }

  /// What the records of some files bring to the check.
  struct Inputs: Sendable {
    fileprivate var members: [Meeting] = []
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
            Meeting(
              group: CrossPlanCheck.group(ofRule: facts[index].rule, key: facts[index].key),
              file: Int32(file), plan: Int32(plan.number),
              needsOther: facts[index].needsOther))
        }
        for index in renditions.indices { outputs.append(PathHash.of(renditions[index].path)) }
        for path in plan.former { formers.append(PathHash.of(path)) }
      }
    }
  }

  /// Whether a plan made nothing only because of another one, the last time.
  private(set) var hasWithheld = false

  private init(_ file: RecordFile) {
    self.file = file
  }

  /// The plans that are checked.
  struct Members: Sendable {
    /// What was collected from records when they were made.
    let built: [Inputs]
    /// The numbers of all other files.
    let rest: [Int]
  }

  /// Checks all plans that have a record.
  static func run(
    _ run: BatchRun, _ places: RecordPlaces, _ plans: Members, by packs: RulePacks
  ) async throws(ProgramFault) -> CrossPlanCheck {
    let (list, workers, built, rest) = (run.list, run.workers, plans.built, plans.rest)
    let working = try BuildStateFault.turned { () throws(BuildStateFault) in
      try run.working.make("across-\(places.files.count)")
    }
    var crossPlanCheck = CrossPlanCheck(working.file)
    let queue = WorkQueue(count: rest.count, tasks: workers.count, portion: 256)
    let crossPlanInputs =
      try await built
      + workers.work { worker in
        Result { () throws(ProgramFault) in
          try BuildStateFault.turned { () throws(BuildStateFault) in
            try gather(rest, queue, places, by: worker)
          }
        }
      }
    crossPlanCheck.hasWithheld = crossPlanInputs.contains(where: \.hasWithheld)
    crossPlanCheck.outputs = crossPlanInputs.flatMap(\.outputs).sorted()
    crossPlanCheck.formers = crossPlanInputs.flatMap(\.formers).sorted()
    let members = crossPlanInputs.flatMap(\.members).sorted()
    let checker = CrossPlanChecker(RuleChecker(packs: packs))
    try BuildStateFault.turned { () throws(BuildStateFault) in
      try crossPlanCheck.hold(
        members, of: list, places, by: checker, into: working.table)
      try working.finish()
      crossPlanCheck.findings.sort { ($0.file, $0.plan, $0.id) < ($1.file, $1.plan, $1.id) }
      try crossPlanCheck.withhold(places)
    }
    return crossPlanCheck
  }

  /// Takes out the outputs of plans that are wrong beside others.
  private mutating func withhold(_ places: RecordPlaces) throws(BuildStateFault) {
    let reader = places.reader()
    var withheld: [UInt64: Int] = [:]
    var last: (file: Int32, plan: Int32) = (-1, -1)
    for finding in findings where finding.isError && (finding.file, finding.plan) != last {
      last = (finding.file, finding.plan)
      guard let place = places[Int(finding.file)] else { continue }
      for plan in try reader.record(at: place, []).plans where plan.number == Int(finding.plan) {
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
    _ files: [Int], _ queue: WorkQueue, _ places: RecordPlaces, by worker: Int
  )
    throws(BuildStateFault) -> Inputs
  {
    var crossPlanInputs = Inputs()
    let reader = places.reader()
    while let range = queue.claim(worker) {
      for file in files[range] {
        guard let place = places[file] else { continue }
        crossPlanInputs.add(try reader.record(at: place, .facts), file)
      }
    }
    return crossPlanInputs
  }

  private static func group(ofRule rule: String, key: [UInt8]) -> UInt64 {
    unsafe key.withUnsafeBufferPointer { key in unsafe PathHash.of(key, seed: PathHash.of(rule)) }
  }
}

extension CrossPlanCheck {
  /// Holds those against each other that meet; they stand together.
  private mutating func hold(
    _ members: [Meeting], of list: PlanList, _ places: RecordPlaces,
    by checker: CrossPlanChecker, into table: RecordTable
  ) throws(BuildStateFault) {
    let reader = places.reader()
    var start = 0
    while start < members.count {
      var end = start + 1
      while end < members.count, members[end].group == members[start].group { end += 1 }
      if end - start > 1 || members[start].needsOther {
        let group = try Self.facts(of: members[start..<end], list, places, reader)
        try hold(group, members[start..<end], by: checker, into: table)
      }
      start = end
    }
  }

  /// The facts of those who meet; a plan may say more than one thing to a hash that is shared by chance.
  private static func facts(
    of group: ArraySlice<Meeting>, _ list: PlanList, _ places: RecordPlaces,
    _ reader: RecordReader
  ) throws(BuildStateFault) -> [CrossPlanChecker.Member] {
    var members: [CrossPlanChecker.Member] = []
    for (index, one) in zip(group.indices, group) {
      guard let place = places[Int(one.file)] else { continue }
      let record = try FileRecord(try reader.bytes(at: place), .facts) {
        Self.group(ofRule: $0, key: $1) == one.group
      }
      for plan in record.plans where plan.number == Int(one.plan) {
        for facts in plan.facts {
          members.append(
            CrossPlanChecker.Member(
              plan: index, file: list.name(of: list.files[Int(one.file)]), facts: facts))
        }
      }
    }
    return members
  }

  private mutating func hold(
    _ group: [CrossPlanChecker.Member], _ members: ArraySlice<Meeting>,
    by checker: CrossPlanChecker, into table: RecordTable
  ) throws(BuildStateFault) {
    var rest = group
    while let first = rest.first {
      let isInGroup = { (member: CrossPlanChecker.Member) in
        member.facts.rule == first.facts.rule && member.facts.key == first.facts.key
      }
      for (member, finding) in checker.findings(in: rest.filter(isInGroup)) {
        var writer = ByteWriter()
        writer.write(finding)
        findings.append(
          Finding(
            file: members[member].file, plan: members[member].plan, id: findings.count,
            isError: finding.severity == .error))
        try table.add(writer.bytes, path: "", id: findings.count - 1)
      }
      rest.removeAll(where: isInGroup)
    }
  }

  /// The findings between plans on the plans of a file, which are asked for in the order of files.
  func findings(on file: Int, _ position: inout Int, _ table: RecordTable)
    throws(BuildStateFault) -> [(plan: Int, finding: Diagnostic)]
  {
    var found: [(plan: Int, finding: Diagnostic)] = []
    while position < findings.count, Int(findings[position].file) <= file {
      let entry = findings[position]
      position += 1
      guard Int(entry.file) == file else { continue }
      var reader = ByteReader(try table.bytes(at: entry.id)[...])
      var finding = try reader.finding()
      finding.file = ""
      found.append((Int(entry.plan), finding))
    }
    return found
  }

  /// The table of the findings, for one task.
  func table() throws(BuildStateFault) -> RecordTable { try file.open() }
}
