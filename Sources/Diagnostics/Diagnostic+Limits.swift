extension [Diagnostic] {
  /// How many findings of one code are told of one plan.
  package static var codeLimit: Int { 200 }
  /// How many findings are told of one plan.
  static var planLimit: Int { 1000 }

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
