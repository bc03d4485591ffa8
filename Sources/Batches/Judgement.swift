import Diagnostics
import Rules

/// What the rules find wrong between the plans of the whole batch, and which outputs are claimed twice.
struct Judgement: Sendable {
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

  /// A plan that a rule across plans brings together with others; `meeting` hashes rule and key.
  fileprivate struct Party: Sendable, Comparable {
    let meeting: UInt64
    let file: Int32
    let plan: Int32

    static func < (left: Self, right: Self) -> Bool {
      (left.meeting, left.file, left.plan) < (right.meeting, right.file, right.plan)
    }
  }

  /// What the records of some files bring to the judgement.
  struct Gathered: Sendable {
    fileprivate var parties: [Party] = []
    fileprivate var outputs: [UInt64] = []
    fileprivate var formers: [UInt64] = []
    fileprivate var hasWithheld = false

    /// Takes the record of a file, by its number in the list.
    mutating func add(_ record: FileRecord, _ file: Int) {
      for plan in record.plans {
        hasWithheld = hasWithheld || plan.isWithheld
        let (facts, renditions) = (plan.facts.span, plan.renditions.span)
        for index in facts.indices {
          parties.append(
            Party(meeting: meeting(of: facts[index]), file: Int32(file), plan: Int32(plan.number)))
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

  /// Judges all plans that have a record.
  ///
  /// - Parameters:
  ///   - pressed: what was gathered of records when they were made.
  ///   - rest: the numbers of all other files.
  static func judge(
    _ list: PlanList, _ places: RecordPlaces, _ pressed: [Gathered], _ rest: [Int],
    _ packs: RulePacks, _ store: RecordStore, _ crew: TaskCrew
  ) async throws(ProgramFault) -> Judgement {
    var judgement = Judgement(store)
    let queue = WorkQueue(count: rest.count, tasks: crew.count, portion: 256)
    let gathered =
      try await pressed
      + crew.work { worker in
        Result { () throws(ProgramFault) in
          try LedgerFault.turned { () throws(LedgerFault) in try gather(worker, rest, queue, places)
          }
        }
      }
    judgement.hasWithheld = gathered.contains(where: \.hasWithheld)
    judgement.outputs = gathered.flatMap(\.outputs).sorted()
    judgement.formers = gathered.flatMap(\.formers).sorted()
    let parties = gathered.flatMap(\.parties).sorted()
    try judgement.hold(parties, list, places, BatchJudge(RuleChecker(packs: packs)))
    judgement.findings.sort { ($0.file, $0.plan, $0.offset) < ($1.file, $1.plan, $1.offset) }
    try LedgerFault.turned { () throws(LedgerFault) in try judgement.withhold(places) }
    return judgement
  }

  /// Takes out the outputs of plans that are wrong beside others.
  private mutating func withhold(_ places: RecordPlaces) throws(LedgerFault) {
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
    throws(LedgerFault) -> Gathered
  {
    var gathered = Gathered()
    var windows = places.windows()
    while let range = queue.claim(worker) {
      for file in files[range] {
        guard let place = places[file] else { continue }
        gathered.add(try windows.record(at: place, .facts), file)
      }
    }
    return gathered
  }

  private static func meeting(of facts: BatchFacts) -> UInt64 {
    unsafe facts.key.withUnsafeBufferPointer { key in
      unsafe PathHash.of(key, seed: PathHash.of(facts.rule))
    }
  }
}

extension Judgement {
  /// Holds those against each other that meet; they stand together.
  private mutating func hold(
    _ parties: [Party], _ list: PlanList, _ places: RecordPlaces, _ judge: BatchJudge
  ) throws(ProgramFault) {
    var windows = places.windows(size: 1 << 12)
    var start = 0
    while start < parties.count {
      var end = start + 1
      while end < parties.count, parties[end].meeting == parties[start].meeting { end += 1 }
      if end - start > 1 {
        let members = try LedgerFault.turned { () throws(LedgerFault) in
          try Self.members(parties[start..<end], list, places, &windows)
        }
        try hold(members, parties[start..<end], judge)
      }
      start = end
    }
    do throws(SystemError) {
      try appender.flush()
    } catch {
      throw error.fault("записати", "write", "ledger")
    }
  }

  /// The facts of those who meet; a plan may say more than one thing to a hash that is shared by chance.
  private static func members(
    _ parties: ArraySlice<Party>, _ list: PlanList, _ places: RecordPlaces,
    _ windows: inout [RecordWindow]
  ) throws(LedgerFault) -> [BatchJudge.Party] {
    var members: [BatchJudge.Party] = []
    for (index, party) in parties.enumerated() {
      guard let place = places[Int(party.file)] else { continue }
      let record = try windows.record(at: place, .facts)
      for plan in record.plans where plan.number == Int(party.plan) {
        for facts in plan.facts where meeting(of: facts) == party.meeting {
          members.append(
            BatchJudge.Party(
              plan: parties.startIndex + index, file: list.name(of: list.files[Int(party.file)]),
              facts: facts))
        }
      }
    }
    return members
  }

  private mutating func hold(
    _ members: [BatchJudge.Party], _ parties: ArraySlice<Party>, _ judge: BatchJudge
  ) throws(ProgramFault) {
    var rest = members
    while let first = rest.first {
      let isMeeting = { (party: BatchJudge.Party) in
        party.facts.rule == first.facts.rule && party.facts.key == first.facts.key
      }
      for (party, finding) in judge.findings(in: rest.filter(isMeeting)) {
        var writer = ByteWriter()
        writer.writeSection { $0.write(finding) }
        findings.append(
          Finding(
            file: parties[party].file, plan: parties[party].plan, offset: appender.offset,
            isError: finding.severity == .error))
        do throws(SystemError) {
          try appender.append(writer.bytes)
        } catch {
          throw error.fault("записати", "write", "ledger")
        }
      }
      rest.removeAll(where: isMeeting)
    }
  }

  /// The findings between plans on the plans of a file, which are asked for in the order of files.
  func findings(on file: Int, _ position: inout Int, _ window: inout RecordWindow)
    throws(LedgerFault) -> [(plan: Int, finding: Diagnostic)]
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
