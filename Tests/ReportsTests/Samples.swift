import Diagnostics
import Digests

@testable import Reports

/// Outcomes of plans that no one wrote, as reports are given them.
enum Samples {
  static func outcome(
    _ source: String, _ state: PlanOutcome.State = .built, number: Int = 1, of count: Int = 1,
    kind: String = "performance-plan", title: String = "Калина Олена Петрівна",
    unit: String = "Відділ документообігу", stale: [String] = [], findings: [Diagnostic] = []
  ) -> PlanOutcome {
    let stem = source.split(separator: ".").first.map(String.init) ?? source
    let paths = state == .built ? ["html", "xml", "txt"].map { "\(stem).\($0)" } : []
    return PlanOutcome(
      source: source, number: number, count: count, kind: kind, title: title, unit: unit,
      digest: Digest(of: Array(source.utf8)), state: state, renditions: paths.map(rendition),
      stale: stale, findings: findings)
  }

  static func rendition(_ path: String) -> Rendition {
    let bytes = Array(path.utf8)
    return Rendition(
      path: path, digest: Digest(of: bytes), size: bytes.count)
  }

  static func finding(
    _ severity: Severity, _ file: String, line: Int? = nil,
    _ message: Message = Message(
      uk: "визначено завдань 6, а має бути від двох до п’яти",
      en: "6 tasks are set; the law wants two to five")
  ) -> Diagnostic {
    Diagnostic(
      severity, code: "nads-217-20-2020/task-count",
      in: SourceFile(name: file, bytes: Array(repeating: 0x0A, count: line ?? 0)),
      at: line.map { SourceRange(line: $0, column: 1) }, message)
  }

  static func beside(_ other: String, _ finding: Diagnostic) -> Diagnostic {
    var finding = finding
    finding.other = Diagnostic.Place(file: other, range: SourceRange(line: 3, column: 2))
    return finding
  }

  /// One outcome of each sort, with names that need escaping.
  static let outcomes: [PlanOutcome] = [
    outcome("2021/гай «А».yaml", title: "Гай \"Г.\" \\ Г.\t\u{202E}"),
    outcome(
      "2021/ivasiv.yaml", findings: [finding(.warning, "2021/ivasiv.yaml", line: 3)]),
    outcome("2021/several.yaml", number: 1, of: 2, unit: ""),
    outcome(
      "2021/several.yaml", .faulty, number: 2, of: 2,
      stale: ["2021/several-2.html", "2021/several-2.txt"],
      findings: [
        finding(.note, "2021/several.yaml", line: 40),
        beside("2021/інший.yaml", finding(.error, "2021/several.yaml", line: 41)),
        finding(.error, "2021/several.yaml", line: 52),
      ]),
    outcome("2022/gone.yaml", .gone, stale: ["2022/gone.html"]),
    outcome(
      "2022/unread.yaml", .failed, kind: "", title: "", unit: "",
      findings: [
        finding(
          .error, "2022/unread.yaml",
          Message(uk: "немає прав читати файл", en: "the file may not be read"))
      ]),
    outcome("2022/unsigned.yaml", .unsigned),
  ]
}
