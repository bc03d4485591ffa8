package import Diagnostics

/// Runs the examples of rules: a good one must raise no finding of its rule, a bad one exactly at
/// its mark. An example that does not behave is an error of the pack.
package struct ExampleVerifier {
  private let base: (String) -> (text: String, synonyms: [[String]])
  private let check: (SourceFile, Rule) -> [Diagnostic]

  /// Makes a verifier.
  ///
  /// - Parameters:
  ///   - base: the correct plan of a kind, and the keys that mean the same in both languages.
  ///   - check: everything that a rule finds wrong with a file of plans, and their readers.
  package init(
    base: @escaping (String) -> (text: String, synonyms: [[String]]),
    check: @escaping (SourceFile, Rule) -> [Diagnostic]
  ) {
    self.base = base
    self.check = check
  }

  /// What is wrong with the examples of a rule.
  package func verify(_ rule: Rule) -> [Diagnostic] {
    guard !rule.isOff else { return [] }
    var found: [Diagnostic] = []
    func report(_ example: RuleExample?, _ uk: String, _ en: String) {
      found.append(
        Diagnostic(
          code: "broken-example", in: rule.file,
          at: example?.place ?? SourceRange(line: 1, column: 1),
          Message(uk: "\(rule.id): \(uk)", en: "\(rule.id): \(en)")))
    }
    if rule.valid.isEmpty {
      report(nil, "немає доброго прикладу (valid)", "no good example (valid)")
    }
    if rule.invalid.isEmpty {
      report(nil, "немає поганого прикладу (invalid)", "no bad example (invalid)")
    }
    for (examples, isValid) in [(rule.valid, true), (rule.invalid, false)] {
      for example in examples {
        let (findings, mark) = run(example, of: rule)
        let places = findings.filter { $0.code == rule.id }.compactMap { $0.range?.start }
        if let other = findings.first(where: { !$0.code.contains("/") && $0.severity == .error }) {
          let place = other.range.map { " @\($0.start.line):\($0.start.column)" } ?? ""
          report(
            example, "приклад не є планом: \(other.message.uk)\(place)",
            "the example is no plan: \(other.message.en)\(place)")
        } else if isValid, let place = places.first {
          report(
            example, "добрий приклад порушує правило @\(place.line):\(place.column)",
            "the good example breaks the rule @\(place.line):\(place.column)")
        } else if !isValid, mark == nil {
          report(example, "поганий приклад не має позначки «↓»", "the bad example has no mark '↓'")
        } else if !isValid, let mark, !places.contains(mark) {
          let seen = places.map { "\($0.line):\($0.column)" }.joined(separator: ", ")
          report(
            example,
            "правило мало вказати на \(mark.line):\(mark.column), а вказало на: \(seen.isEmpty ? "нічого" : seen)",
            "the rule should point at \(mark.line):\(mark.column), it points at: \(seen.isEmpty ? "nothing" : seen)"
          )
        }
      }
    }
    return found
  }

  private func run(_ example: RuleExample, of rule: Rule) -> ([Diagnostic], SourcePosition?) {
    let (text, synonyms) = base(rule.kinds.first ?? "performance-plan")
    let (plan, mark) = example.plan(over: text, synonyms: synonyms)
    return (check(SourceFile(name: rule.id, bytes: Array(plan.utf8)), rule), mark)
  }
}
