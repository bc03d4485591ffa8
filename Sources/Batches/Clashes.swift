import Diagnostics

extension PlanList {
  /// Files of several folders that have the same path: what is made of them would overwrite each other.
  var clashes: [Diagnostic] {
    zip(files, files.dropFirst()).filter { first, second in
      path(of: first).hasSameBytes(as: path(of: second))
    }.map { first, second in .clash(name(of: second), with: name(of: first)) }
  }

  /// XML renditions that were named as plans, and that what is made of them would overwrite.
  func overwritten(in output: OutputFolder) -> [Diagnostic] {
    files.filter { $0.name.hasSuffix(".xml") }.map { (name(of: $0), path(of: $0)) }
      .filter { FileSystem.isSameFile($0, output.path($1)) }
      .map { name, path in .clash(name, with: name, at: path) }
  }
}

extension Diagnostic {
  /// Two plans would make one file.
  static func clash(_ name: String, with other: String, at path: String? = nil) -> Diagnostic {
    let file = path.map { Message(uk: " «\($0)»", en: " '\($0)'") } ?? Message(uk: "", en: "")
    return Diagnostic(
      code: "same-output", in: SourceFile(name: name, bytes: []), at: nil,
      Message(
        uk: "дає той самий документ\(file.uk), що й «\(other)»",
        en: "makes the same document\(file.en) as '\(other)'"),
      help: Message(uk: "перейменуйте один із планів", en: "rename one of the plans"))
  }
}

extension Judgement {
  /// Plans that would write to one output, to a report, or to where others need a folder.
  func clashes(_ list: PlanList, _ places: RecordPlaces, reports: [String] = [])
    throws(LedgerFault) -> [Diagnostic]
  {
    var claimed = Set(zip(outputs, outputs.dropFirst()).filter { $0 == $1 }.map(\.0))
    var others: [[UInt8]: String] = [:]
    let folders = list.foldersLikeDocuments
    for path in reports { others[Array(path.utf8)] = path }
    for path in folders { others[Array(path.utf8)] = path + "/" }
    claimed.formUnion((reports + folders).map { PathHash.of($0) })
    guard !claimed.isEmpty else { return [] }
    let withheld = Set(findings.filter(\.isError).map { [$0.file, $0.plan] })
    var windows = places.windows()
    var clashes: [Diagnostic] = []
    for index in list.files.indices {
      guard let place = places[index] else { continue }
      let name = list.name(of: list.files[index])
      for plan in try windows.record(at: place, []).plans
      where !withheld.contains([Int32(index), Int32(plan.number)]) {
        var known: Set<String> = []
        for rendition in plan.renditions where claimed.contains(PathHash.of(rendition.path)) {
          if let other = others.updateValue(name, forKey: Array(rendition.path.utf8)),
            known.insert(other).inserted
          {
            clashes.append(.clash(name, with: other, at: rendition.path))
          }
        }
      }
    }
    return clashes
  }

  /// The first file with a plan that is wrong beside others.
  var firstError: Int? { findings.first(where: \.isError).map { Int($0.file) } }

  /// The files with plans that made nothing only because of other plans, and now may.
  func released(_ list: PlanList, _ places: RecordPlaces) throws(LedgerFault) -> [Int] {
    guard hasWithheld else { return [] }
    var released: [Int] = []
    var windows = places.windows()
    var window = self.window
    var position = 0
    for index in list.files.indices {
      guard let place = places[index] else { continue }
      let across = try findings(on: index, &position, &window)
      let isReleased = try windows.record(at: place, []).plans.contains { plan in
        plan.isWithheld
          && !across.contains { $0.plan == plan.number && $0.finding.severity == .error }
      }
      if isReleased { released.append(index) }
    }
    return released
  }
}

extension PlanList {
  /// The paths of folders of plans that are named as documents are.
  fileprivate var foldersLikeDocuments: Set<String> {
    var result: Set<String> = []
    var last = -1
    for file in files where file.folder != last {
      last = file.folder
      var path = path(of: file)[...]
      while let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
        path = path[..<slash]
        if Batch.Format.allCases.contains(where: { path.hasSuffix("." + $0.rawValue) }) {
          result.insert(String(path))
        }
      }
    }
    return result
  }
}

extension Survey {
  /// Whether the run has nothing to do: every file, every output and every report is as it was.
  func nothingHasChanged(_ verdicts: [Verdict], _ match: LedgerMatch, _ ledger: Ledger) -> Bool {
    guard verdicts.allSatisfy({ $0 == .keep }), !match.hasNewlyGone else { return false }
    guard ledger.header.language == batch.language, list.faults.isEmpty, !ledger.header.isPartial
    else { return false }
    guard batch.shard == nil || isOfThisBatch(ledger.header) else { return false }
    if batch.isPruning, ledger.trailer.totals.surplus + ledger.trailer.totals.orphans > 0 {
      return false
    }
    var window = RecordWindow(ledger.store, size: 1 << 12)
    let areOrphansThere = match.gone.allSatisfy { gone in
      guard let record = try? window.record(at: gone.offset, []) else { return false }
      return record.plans.allSatisfy { $0.former.allSatisfy { output.stamp(of: $0) != nil } }
    }
    return areOrphansThere
      && ledger.trailer.reports.allSatisfy { output.stamp(of: $0.path) == $0.stamp }
  }

  /// Whether a ledger says of the batch what the ledgers of all its shards must say to be merged.
  private func isOfThisBatch(_ header: LedgerHeader) -> Bool {
    header.fingerprint == fingerprint.digest && header.asOf == batch.asOf
      && header.isSignedOff == batch.isSignedOff && header.roots == batch.plans
  }
}

extension Recording {
  /// The first plans that nothing was made of because of errors.
  static func faulty(_ list: PlanList, _ places: RecordPlaces) throws(LedgerFault)
    -> [PlanOutcome]
  {
    var faulty: [PlanOutcome] = []
    var windows = places.windows()
    for index in list.files.indices {
      guard let place = places[index] else { continue }
      let record = try windows.record(at: place, .findings)
      for plan in record.plans where plan.isWithheld || plan.outcome.isBad {
        faulty.append(plan.outcome(in: record, called: list.name(of: list.files[index])))
        guard faulty.count < BatchResult.faultyLimit else { return faulty }
      }
    }
    return faulty
  }

  /// What is wrong with the plans of a file.
  static func findings(on index: Int, _ list: PlanList, _ places: RecordPlaces)
    throws(LedgerFault) -> [Diagnostic]
  {
    guard let place = places[index] else { return [] }
    var windows = places.windows()
    let record = try windows.record(at: place, .findings)
    return record.plans.flatMap {
      $0.outcome(in: record, called: list.name(of: list.files[index])).findings
    }
  }
}

extension PlanRecord.Outcome {
  /// Whether it is an error that nothing was made of the plan.
  var isBad: Bool { self == .faulty || self == .failed }
}
