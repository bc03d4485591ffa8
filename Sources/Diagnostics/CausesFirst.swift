extension Diagnostic {
  /// Whether it says only that another plan is wrong, which is told of that one.
  package var isOfAnother: Bool { code == "broken-reference" }

  /// The same, told once for so many further documents of which it is true.
  package func told(forFurther count: Int) -> Diagnostic {
    guard count > 0 else { return self }
    var result = self
    result.message = Message(
      uk: "\(message.uk); ще документів, які на нього посилаються: \(count)",
      en: "\(message.en); \(count) more documents refer to it")
    return result
  }
}

extension [Diagnostic] {
  /// The findings with causes first: those that say only that another plan is wrong stand last, one for
  /// each such plan.
  package func withCausesFirst() -> [Diagnostic] {
    var causes: [Diagnostic] = []
    var others: [String: (first: Int, count: Int)] = [:]
    for (index, finding) in enumerated() {
      if finding.isOfAnother {
        others[finding.message.uk, default: (index, -1)].count += 1
      } else {
        causes.append(finding)
      }
    }
    return causes
      + others.values.sorted { $0.first < $1.first }.map {
        self[$0.first].told(forFurther: $0.count)
      }
  }
}
