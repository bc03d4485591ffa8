internal import Bytes

extension [Diagnostic] {
  /// How many findings of one code are told of one plan.
  static var codeLimit: Int { 200 }
  /// How many findings are told of one plan.
  package static var planLimit: Int { 1000 }
  /// How many findings are told of one run.
  package static var runLimit: Int { 100_000 }

  /// The findings of a run, file by file, as far as they are told of one file and of the run; a note
  /// at the end says how many are left out because of the run.
  package func limitedByFile(ofRun limit: Int = runLimit) -> [Diagnostic] {
    var told = RunFindings(limit: limit)
    var kept: [Diagnostic] = []
    var rest = self[...]
    while let first = rest.first {
      let own = rest.prefix { $0.file.hasSameBytes(as: first.file) }
      rest = rest.dropFirst(own.count)
      kept += told.told(of: Array(own).limited())
    }
    return kept + told.remarks
  }

  /// The findings as far as they are told of one plan, each code and all together to a limit; a note
  /// behind them says how many of which code are left out.
  package func limited() -> [Diagnostic] {
    guard count > Self.codeLimit else { return self }
    var counts: [String: Int] = [:]
    var kept: [Diagnostic] = []
    var left: [(first: Diagnostic, count: Int)] = []
    for finding in self {
      counts[finding.code, default: 0] += 1
      // An error is told in any case where it is the first of its code.
      let isFirst = counts[finding.code] == 1
      let isWithin = counts[finding.code, default: 0] <= Self.codeLimit
      if isFirst || isWithin && kept.count < Self.planLimit {
        kept.append(finding)
      } else if let place = left.firstIndex(where: { $0.first.code == finding.code }) {
        left[place].count += 1
      } else {
        left.append((finding, 1))
      }
    }
    return kept + left.map { $0.first.leftOut($0.count) }
  }
}

extension Diagnostic {
  /// The note that so many findings like this one are not told.
  fileprivate func leftOut(_ count: Int) -> Diagnostic {
    var note = self
    note.severity = .note
    note.code = "more-findings"
    note.message = Message(
      uk: "не показано ще таких знахідок: \(count) [\(code)]",
      en: "more such findings are not shown: \(count) [\(code)]")
    note.help = nil
    note.citation = nil
    note.other = nil
    return note
  }
}

/// Counts the findings of a run, of which so many are told; behind those only the first error of a
/// plan is, so that every plan that is wrong is named.
package struct RunFindings {
  private let limit: Int
  private var told = 0
  /// How many were left out.
  private(set) var leftOut = 0

  /// Makes a count that has not begun.
  package init(limit: Int = [Diagnostic].runLimit) {
    self.limit = limit
  }

  /// Those of the findings of a plan that are told.
  package mutating func told(of findings: [Diagnostic]) -> [Diagnostic] {
    if told + findings.count <= limit {
      told += findings.count
      return findings
    }
    var hasError = false
    return findings.filter { finding in
      let isFirstError = finding.severity == .error && !hasError
      hasError = hasError || isFirstError
      let isTold = told < limit || isFirstError
      if isTold { told += 1 } else { leftOut += finding.repetition?.count ?? 1 }
      return isTold
    }
  }

  /// The remark that some were left out, if any were.
  package var remarks: [Diagnostic] {
    guard leftOut > 0 else { return [] }
    return [
      Diagnostic(
        .note, code: "more-findings", file: "",
        Message(
          uk: "зауважень понад \(limit), ще \(leftOut) не показано",
          en: "there are more than \(limit) findings, \(leftOut) more are not shown"),
        help: Message(
          uk: "виправте показані й повторіть", en: "mend those that are shown, and run again"))
    ]
  }
}
