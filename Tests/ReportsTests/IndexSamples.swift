import Batches
import Diagnostics
import Digests
import Files
import Foundation
import Glibc
import TestSupport

@testable import Reports

/// The reports that a test has written, by their paths.
final class Reports {
  private let folder: String
  /// The paths, in the order of their opening.
  private(set) var paths: [String] = []

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    folder = url.path(percentEncoded: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func name(_ index: Int) -> String { "\(folder)/\(index)" }

  /// Opens one more.
  func open(_ path: String) throws(ProgramFault) -> ReportFile {
    paths.append(path)
    let number = unsafe Glibc.open(name(paths.count - 1), O_WRONLY | O_CREAT | O_EXCL, 0o600)
    do throws(SystemError) {
      return ReportFile(try Descriptor(number), name: path)
    } catch {
      throw error.fault("відкрити", "open", path)
    }
  }

  /// What was written to a path.
  func bytes(_ path: String) throws -> [UInt8] {
    guard let index = paths.firstIndex(of: path) else { throw SystemError(code: ENOENT) }
    return try SourceFile(at: name(index)).bytes
  }

  /// What was written to a path, as a text.
  func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }
}

extension PlanOutcome {
  /// An outcome with renditions for each format, as a run makes it.
  static func sample(
    _ source: String, number: Int = 1, of count: Int = 1, kind: String = "performance-plan",
    title: String = "", unit: String = "", state: State = .built, forms: [String] = [""],
    stale: [String] = [], findings: [Diagnostic] = []
  ) -> PlanOutcome {
    let stem =
      source.split(separator: ".").dropLast().joined(separator: ".")
      + (count > 1 ? "-\(number)" : "")
    let paths =
      forms.flatMap { form in ["html", "txt"].map { "\(stem)\(form).\($0)" } }
      + ["\(stem).xml"]
    let renditions = paths.map {
      Rendition(path: $0, digest: Digest(of: []), size: 0)
    }
    return PlanOutcome(
      source: source, number: number, count: count, kind: kind, title: title, unit: unit,
      digest: Digest(of: []), state: state, renditions: state == .built ? renditions : [],
      stale: stale, findings: findings)
  }
}

extension Diagnostic {
  /// A finding with all that a finding can have.
  static func sample(_ severity: Severity = .error, code: String = "unknown-key", line: Int = 3)
    -> Diagnostic
  {
    var finding = Diagnostic(
      severity, code: code, in: SourceFile(name: "план.yaml", bytes: []),
      at: SourceRange(line: line, column: 1),
      Message(uk: "ключа «назв» немає у схемі", en: "there is no key 'назв' in the schema"),
      help: Message(uk: "напишіть «назва»", en: "write 'назва'"),
      citation: Citation(
        Message(uk: "розд. III, п. 2 Порядку", en: "section III, point 2 of the Procedure"),
        url: "https://rules.example/2"))
    finding.other = Diagnostic.Place(
      file: "інший.yaml", range: SourceRange(line: 7, column: 3))
    return finding
  }
}

extension IndexWriter {
  static let kinds = [
    "performance-plan": Message(uk: "Завдання і показники", en: "Tasks and indicators"),
    "action-plan": Message(uk: "План заходів", en: "Action plan"),
  ]

  /// Writes the index of some outcomes.
  static func write(
    _ outcomes: some Sequence<PlanOutcome>, language: Language = .uk,
    limits: IndexLimits = IndexLimits()
  ) throws -> Reports {
    let reports = try Reports()
    let assets = IndexAssets(
      style: try Fixture("Templates/index/index.css").bytes(),
      script: try Fixture("Templates/index/index.js").bytes(), kinds: kinds)
    var head = ReportHead(version: "1.0", day: "2027-01-15")
    head.acts = [
      ReportHead.Act(
        name: "small", title: Message(uk: "Порядок обліку", en: "Order of keeping"),
        edition: Message(uk: "первісна", en: "the first"), url: "https://example.gov.ua/1")
    ]
    var writer = IndexWriter(language: language, head: head, assets: assets, limits: limits) {
      path throws(ProgramFault) in try reports.open(path)
    }
    var totals = BatchTotals()
    for outcome in outcomes {
      totals.add(outcome)
      try writer.add(outcome)
    }
    try writer.finish(totals)
    return reports
  }
}
