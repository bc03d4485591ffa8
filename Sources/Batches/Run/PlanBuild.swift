import Bytes
import Contents
import Diagnostics
import Digests
import Discovery
import Documents
import Files
import Plans
import Renditions
import Rules
import RunState
import Schemas
import Signatures

/// Reads, checks and renders the plans of a file; one for each task.
final class PlanBuild {
  private let batch: Batch
  private let renderer: PlanRenderer
  private let checker: RuleChecker
  private var signatures = SignatureFiles()
  /// The time of the file system when the run began.
  private let time: Int
  private let isStopped: @Sendable () -> Bool

  /// Makes a build that checks by rules.
  ///
  /// - Parameter isStopped: is asked now and then whether to give up; then what is made is not all.
  init(
    _ batch: Batch, _ kinds: [Kind], _ packs: RulePacks, time: Int,
    isStopped: @escaping @Sendable () -> Bool
  ) {
    self.batch = batch
    self.time = time
    self.isStopped = isStopped
    renderer = PlanRenderer(
      folders: batch.templates, kinds: kinds,
      plans: PlanFolders(named: batch.plans, further: batch.planFolders),
      writers: RenditionWriters(font: batch.font), isStopped: isStopped)
    checker = RuleChecker(packs: packs, isStopped: isStopped)
  }

  /// Makes what there is to make of a file that was read, aside.
  ///
  /// - Throws: why nothing more can be written at all.
  func build(
    _ source: SourceFile, at place: SourcePlace, stamp: FileStamp, _ former: FormerRecord,
    _ writer: inout StagingWriter
  ) throws(SystemError) -> FileRecord {
    var plans = renderer.read(source)
    var record = FileRecord(
      source: place.path, root: place.root, stamp: stamp, digest: Digest(of: source.bytes),
      plans: [])
    record.plans.reserveCapacity(plans.count)
    record.dependencies = dependencies(of: plans)
    for index in plans.indices where !isStopped() {
      // Its tree is gone before the next one is looked at.
      let plan = plans[index]
      plans[index] = Diagnosed(nil, [])
      let target = PlanTarget(
        number: index + 1, stem: place.stem(ofPlan: plans.count > 1 ? index + 1 : nil),
        known: former.known)
      record.plans.append(try build(plan, in: source, target, &writer))
    }
    record.takeOver(former.record)
    return record
  }

  /// The files that plans were read with, each as it was read.
  private func dependencies(of plans: [Diagnosed<PlanTree>]) -> [Dependency] {
    var seen: Set<PlanDependency> = []
    return plans.flatMap { $0.value?.dependencies ?? [] }.compactMap { file in
      guard seen.insert(file).inserted else { return nil }
      let now = Dependency(reading: file.path, time: time)
      // One that has changed since then is looked at by the next run.
      return now.digest == file.digest
        ? now : Dependency(path: file.path, digest: file.digest, stamp: .none)
    }
  }

  /// The record of a file that cannot be read.
  static func record(
    of place: SourcePlace, _ fault: Diagnostic, former: FileRecord?
  ) -> FileRecord {
    var record = FileRecord(
      source: place.path, root: place.root, stamp: .none, digest: Digest(of: []),
      plans: [PlanRecord(number: 1, outcome: .failed, findings: [fault.unnamed(for: fault.file)])])
    record.takeOver(former)
    return record
  }

  private func build(
    _ read: Diagnosed<PlanTree>, in source: SourceFile, _ target: PlanTarget,
    _ writer: inout StagingWriter
  ) throws(SystemError) -> PlanRecord {
    var record = PlanRecord(number: target.number, outcome: .faulty)
    var findings = read.diagnostics
    guard let plan = read.value else {
      record.findings = findings.withRepetitionsToldOnce().limited().map {
        $0.unnamed(for: source.name)
      }
      return record
    }
    record.kind = plan.kind.name
    record.title = plan.title
    record.unit = plan.unit
    guard plan.isWhole else {
      if plan.canBeJudged {
        var checked = CheckedPlan(
          kind: plan.kind.name, root: plan.root, day: plan.day ?? batch.asOf, source: source,
          range: plan.range)
        checked.gaps = plan.gaps.map { ($0.node, $0.names) }
        findings += checker.check(checked)
        record.dependsOnDay = plan.day == nil
      }
      record.findings = findings.withRepetitionsToldOnce().limited().map {
        $0.unnamed(for: source.name)
      }
      return record
    }
    record.signedOn = plan.signedOn
    record.dependsOnDay = plan.day == nil
    guard batch.takes(signedOn: record.signedOn) else {
      record.outcome = .unsigned
      return record
    }
    let checked = CheckedPlan(
      kind: plan.kind.name, root: plan.root, day: plan.day ?? batch.asOf, source: source,
      range: plan.range)
    findings += checker.check(checked)
    if batch.requiresSeal, !plan.isSealed { findings.append(plan.unsealed) }
    // What is made after a request to stop is thrown away.
    guard !isStopped() else { return record }
    record.facts = checker.facts(of: checked)
    for index in record.facts.indices { record.facts[index].shortenKey() }
    if !findings.hasErrors {
      do throws(SystemError) {
        record.renditions = try render(plan, target, findings: &findings, &writer)
        let isSigned = findings.contains { $0.code == "signed-document" }
        record.outcome = isSigned ? .failed : findings.hasErrors ? .faulty : .sound
      } catch  where error.isLocal {
        record.outcome = .failed
        findings.append(error.unwritable(target.stem, in: source))
      }
    }
    record.findings = findings.withRepetitionsToldOnce().limited().map {
      $0.unnamed(for: source.name)
    }
    return record
  }

  /// Writes all renditions of a plan aside, or none.
  private func render(
    _ plan: PlanTree, _ target: PlanTarget,
    findings: inout [Diagnostic], _ writer: inout StagingWriter
  ) throws(SystemError) -> [StagedRendition] {
    var pages: [(form: String, page: Document?)] = []
    if batch.formats.contains(where: \.showsDocument) {
      for form in renderer.formNames(of: plan.kind)
      where batch.forms.isEmpty || batch.forms.contains(form) {
        let document = renderer.document(of: plan, form: form)
        findings += document.diagnostics
        guard let page = document.value else { return [] }
        pages.append((form == "form" ? "" : "." + form, page))
      }
    }
    var renditions: [StagedRendition] = []
    do throws(SystemError) {
      for format in RenditionFormat.all where batch.formats.contains(format) {
        for (form, page) in format.showsDocument ? pages : [("", nil)] where !isStopped() {
          let written = renderer.write(plan, page, as: format)
          findings += written.diagnostics
          guard let bytes = written.value else {
            for rendition in renditions { writer.discard(rendition) }
            return []
          }
          let path = "\(target.stem)\(form).\(format.name)"
          let rendition = try writer.write(path, bytes, former: target.known[path])
          renditions.append(rendition)
          let place = PlanList.join(batch.output, path)
          // What people have signed stays as it is.
          if rendition.replaces, rendition.aside > 0,
            let signature = signatures.signature(on: place)
          {
            findings.append(.signed(place, by: signature, plan.source))
            for rendition in renditions { writer.discard(rendition) }
            return []
          }
        }
      }
    } catch {
      for rendition in renditions { writer.discard(rendition) }
      throw error
    }
    return renditions
  }
}

extension FileRecord {
  /// Keeps in mind what the run before has made and this one does not make any more.
  mutating func takeOver(_ former: FileRecord?) {
    guard let former, !plans.isEmpty else { return }
    let made = Set(plans.flatMap { $0.renditions.map(\.path) })
    for plan in former.plans {
      let left = (plan.renditions.map(\.path) + plan.former).filter { !made.contains($0) }
      guard !left.isEmpty else { continue }
      let place = plans.firstIndex { $0.number == plan.number } ?? plans.count - 1
      plans[place].former += left
    }
  }
}

extension Diagnostic {
  /// The finding without the name of the file that it is known to be about.
  fileprivate func unnamed(for name: String) -> Diagnostic {
    guard file == name else { return self }
    var finding = self
    finding.file = ""
    return finding
  }
}

extension BatchFacts {
  /// Puts the digest of a long key in its place.
  fileprivate mutating func shortenKey() {
    if key.count > 32 { key = Digest(of: key).bytes }
  }
}

extension SystemError {
  /// The finding that a plan's renditions cannot be written.
  fileprivate func unwritable(_ stem: String, in source: SourceFile) -> Diagnostic {
    Diagnostic(
      code: "unwritable-output", in: source, at: nil,
      Message(
        uk: "не вдалося записати документи «\(stem).*»: \(reason.uk)",
        en: "the documents '\(stem).*' cannot be written: \(reason.en)"),
      help: Message(
        uk: "перевірте права на теку і чи не стоїть на місці документа тека",
        en: "check the folder's permissions, and whether a folder stands in a document's place"))
  }
}
