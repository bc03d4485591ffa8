public import Diagnostics
internal import XML

/// Holds the plans of a batch against each other: `scope: batch`. It keeps of each plan only the
/// facts that some rule asks for.
public struct BatchChecker {
  private struct Entry {
    let source: SourceFile
    let range: SourceRange
    /// The line at that place, which the finding shows.
    let excerpt: String
    /// The comments of the file that speak of the rules across plans.
    let comments: AllowComments
    let facts: [String]
  }

  private struct Meeting {
    var these: [Entry] = []
    var others: [Entry] = []

    mutating func add(_ entry: Entry, isThis: Bool, isOther: Bool) {
      if isThis { these.append(entry) }
      if isOther { others.append(entry) }
    }
  }

  /// A rule and the plans that it brings together, by the bytes of its key.
  private struct Gathering {
    let rule: ReadyRule
    var meetings: [[UInt8]: Meeting] = [:]
  }

  private let checker: RuleChecker
  private var gatherings: [ObjectIdentifier: Gathering] = [:]

  /// Makes a checker of a batch that uses another's rules.
  public init(_ checker: RuleChecker) {
    self.checker = checker
  }

  /// Notes what the rules across plans ask of a plan.
  public mutating func add(_ plan: CheckedPlan) {
    for rule in checker.rules(for: plan.kind) {
      guard let batch = rule.batch, rule.rule.applies(to: plan.kind, on: plan.day) else { continue }
      let evaluator = checker.evaluator
      let isThis = evaluator.boolean(batch.this, at: plan.root)
      let isOther = evaluator.boolean(batch.other, at: plan.root)
      guard isThis || isOther else { continue }
      let key = Array(evaluator.string(batch.key, at: plan.root).utf8)
      let place = rule.at.flatMap { evaluator.nodes($0, at: plan.root).first } ?? plan.root
      let entry = Entry(
        source: SourceFile(name: plan.source.name, bytes: []), range: plan.range(place),
        excerpt: plan.source.line(Int(plan.range(place).start.line)),
        comments: checker.comments(in: plan.source),
        facts: batch.facts.map { evaluator.string($0.value, at: plan.root) })
      gatherings[ObjectIdentifier(rule), default: Gathering(rule: rule)]
        .meetings[key, default: Meeting()].add(entry, isThis: isThis, isOther: isOther)
    }
  }

  /// What the rules find wrong between the plans, by rule, file and place.
  public func findings() -> [Diagnostic] {
    var found: [Diagnostic] = []
    for gathering in gatherings.values.sorted(by: { $0.rule.id < $1.rule.id }) {
      let facts = gathering.rule.rule.batch?.facts.map(\.name) ?? []
      let meetings = gathering.meetings.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      for (_, meeting) in meetings { found += findings(in: meeting, gathering.rule, facts) }
    }
    return found
  }

  /// The findings of one meeting; plans that tell the same facts are held against each other once.
  private func findings(in meeting: Meeting, _ rule: ReadyRule, _ facts: [String])
    -> [Diagnostic]
  {
    var others: [(entry: Entry, isAlone: Bool)] = []
    var places: [[String]: Int] = [:]
    for other in meeting.others {
      if let place = places[other.facts] {
        others[place].isAlone = false
      } else {
        places[other.facts] = others.count
        others.append((other, true))
      }
    }
    var verdicts: [[String]: [Int: Bool]] = [:]
    var found: [Diagnostic] = []
    for this in meeting.these {
      for (index, other) in others.enumerated()
      where !other.isAlone || other.entry.source.name != this.source.name
        || other.entry.range != this.range
      {
        if verdicts[this.facts]?[index] == true { continue }
        if let finding = hold(this, other.entry, rule, facts) {
          found.append(finding)
          break
        }
        verdicts[this.facts, default: [:]][index] = true
      }
    }
    return found
  }

  private func hold(_ this: Entry, _ other: Entry, _ rule: ReadyRule, _ names: [String])
    -> Diagnostic?
  {
    let tree = XMLTree(rootName: "pair")
    for (name, entry) in [("this", this), ("other", other)] {
      let element = tree.makeElement(name)
      for (fact, value) in zip(names, entry.facts) {
        element.setAttribute(fact, Array(value.utf8))
      }
      tree.root.append(element)
    }
    let root = tree.root
    checker.evaluator.hasFailed = false
    let holds = checker.evaluator.boolean(rule.assert, at: root)
    if checker.evaluator.hasFailed { return checker.endless(rule.rule) }
    guard !holds else { return nil }
    var finding = checker.finding(rule, in: this.source, at: this.range) {
      checker.evaluator.string($0, at: root)
    }
    finding.excerpt = this.excerpt
    return this.comments.allowed(finding)
  }
}
