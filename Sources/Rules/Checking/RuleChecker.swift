package import Calendars
package import Diagnostics
internal import Schemas
package import XML
internal import XPathLanguage

/// A plan as the rules see it.
package struct CheckedPlan {
  /// The kind of plan.
  package let kind: String
  /// The outermost element of its tree.
  package let root: XMLNode
  /// The plan's own day, whose law judges it; nil where it has none.
  package let day: LocalDate?
  /// Where it was read.
  package let source: SourceFile
  /// Where a node was written.
  package let range: (XMLNode) -> SourceRange

  /// What could not be read: elements, each with the names of what it may lack. A finding that may
  /// come of that is none.
  package var gaps: [(node: XMLNode, names: Set<String>)] = []

  /// Makes a plan to be checked.
  package init(
    kind: String, root: XMLNode, day: LocalDate?, source: SourceFile,
    range: @escaping (XMLNode) -> SourceRange
  ) {
    self.kind = kind
    self.root = root
    self.day = day
    self.source = source
    self.range = range
  }
}

/// Judges plans by the rules of the packs; it belongs to one task.
package final class RuleChecker {
  let packs: RulePacks
  let evaluator: XPathEvaluator
  /// The rules of each kind with their expressions made ready, made when the first plan comes.
  private var ready: [String: ReadyRules] = [:]
  private let filters = TextFilters()
  private let textsBeforeSkipping: Int
  private let stepLimit: Int
  /// The comments of the file that was checked last.
  private var read: (bytes: [UInt8], comments: AllowComments)?

  /// Makes a checker.
  ///
  /// - Parameters:
  ///   - textsBeforeSkipping: how many texts of plans of a kind are judged before rules are not run any
  ///     more on those that have not what they need, which takes a while to find out.
  ///   - stepLimit: how many steps a rule may take on a plan, by default some tenths of a second's
  ///     worth.
  ///   - isStopped: is asked now and then whether to give up; then what is found is not all.
  package init(
    packs: RulePacks, textsBeforeSkipping: Int = 0, stepLimit: Int = 20_000_000,
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) {
    self.packs = packs
    self.stepLimit = stepLimit
    self.textsBeforeSkipping = textsBeforeSkipping
    evaluator = XPathEvaluator(functions: packs.functions, calls: packs.calls)
    evaluator.isStopped = isStopped
  }

  /// What the rules find wrong with a plan by itself, by place; silenced findings are notes.
  package func check(_ plan: CheckedPlan) -> [Diagnostic] {
    evaluator.beginTree(steps: stepLimit)
    defer { evaluator.endTree() }
    return findings(in: plan)
  }

  private func findings(in plan: CheckedPlan) -> [Diagnostic] {
    let rules = rules(for: plan.kind)
    guard !rules.own.isEmpty else { return [] }
    let letters = rules.letters(of: plan.root, packs, filters)
    rules.contexts.select(from: plan.root)
    let comments = comments(in: plan.source)
    var found: [Diagnostic] = []
    for rule in rules.own where rule.judges(plan.day) && !evaluator.isStopped() {
      if let letters, !rule.mayMatch(in: letters) { continue }
      evaluator.allow(steps: stepLimit)
      let nodes = rules.contexts.nodes(rule.contextNumber, from: plan.root)
      check(rule, on: plan, at: nodes, by: letters, comments, &found)
      if evaluator.isExhausted { found.append(endless(rule.rule, on: plan)) }
    }
    return
      comments.applied(to: found, of: plan.source, at: plan.range(plan.root), packs).sortedByPlace()
  }

  /// The comments of a file, looked for once for all of its plans.
  func comments(in source: SourceFile) -> AllowComments {
    // Bytes that are kept stay where they are: no others can stand in their place.
    if let read, read.bytes.span.isIdentical(to: source.bytes.span) { return read.comments }
    let comments = AllowComments(in: source, isStopped: evaluator.isStopped)
    read = (source.bytes, comments)
    return comments
  }

  private func check(
    _ rule: ReadyRule, on plan: CheckedPlan, at nodes: [XMLNode], by letters: CharacterPairs?,
    _ comments: AllowComments, _ found: inout [Diagnostic]
  ) {
    var limit: FindingLimit?
    for index in nodes.indices {
      // The nodes of such a rule are all texts of the plan.
      if rule.textBit != 0, let letters, letters.textBits[index] & rule.textBit == 0 { continue }
      let node = nodes[index]
      let holds = evaluator.boolean(rule.assert, at: node, position: index + 1, size: nodes.count)
      if evaluator.isExhausted { return }
      guard !holds, !node.isNoWording, !rule.mayMean(plan.gaps, at: node) else { continue }
      let place = rule.at.flatMap { evaluator.first($0, at: node) } ?? node
      let range = plan.range(place.isText ? place.parent ?? place : place)
      if limit == nil { limit = FindingLimit(rule.id, comments) }
      if limit?.isCounted(at: range, among: &found) ?? false { continue }
      found.append(finding(rule, plan, at: (node, range), position: index + 1, size: nodes.count))
    }
  }

  // Few plans need it: the others need not carry what it takes along.
  @inline(never)
  private func finding(
    _ rule: ReadyRule, _ plan: CheckedPlan, at place: (node: XMLNode, range: SourceRange),
    position: Int, size: Int
  ) -> Diagnostic {
    finding(rule, in: plan.source, at: place.range) {
      evaluator.string($0, at: place.node, position: position, size: size)
    }
  }

  func finding(
    _ rule: ReadyRule, in source: SourceFile, at range: SourceRange, _ value: (XPath) -> String
  ) -> Diagnostic {
    Diagnostic(
      rule.rule.force.severity, code: rule.id, in: source, at: range,
      Message(uk: rule.message.uk.text(value), en: rule.message.en.text(value)),
      help: rule.help.map { Message(uk: $0.uk.text(value), en: $0.en.text(value)) },
      citation: rule.citation(in: packs))
  }

  /// What is said of a plan that is too large for a rule.
  private func endless(_ rule: Rule, on plan: CheckedPlan) -> Diagnostic {
    Diagnostic(
      code: "rule-endless", in: plan.source,
      at: SourceRange(plan.range(plan.root).start, plan.range(plan.root).start),
      Message(
        uk: "правило «\(rule.id)» не закінчилося на цьому плані за дозволене число кроків",
        en: "the rule '\(rule.id)' did not end on this plan within the steps allowed"),
      help: Message(
        uk: "поділіть план або спростіть правило", en: "split the plan, or make the rule simpler"))
  }

  /// What is said of a rule across plans that has too much to compare.
  func endless(_ rule: Rule) -> Diagnostic {
    Diagnostic(
      code: "broken-rule", in: rule.file,
      at: SourceRange(rule.assert.start, rule.assert.start).shifted(
        by: 0, length: rule.assert.expression.source.unicodeScalars.count),
      Message(
        uk: "вираз правила «\(rule.id)» не закінчується за дозволене число кроків",
        en: "the expression of the rule '\(rule.id)' does not end within the steps allowed"),
      help: Message(uk: "спростіть вираз", en: "make the expression simpler"))
  }

  func rules(for kind: String) -> ReadyRules {
    if let known = ready[kind] { return known }
    let rules = ReadyRules(
      packs.rules.filter { $0.speaks(of: kind) }, evaluator,
      textsBeforeSkipping: textsBeforeSkipping)
    ready[kind] = rules
    return rules
  }
}

extension ReadyRule {
  /// Whether something that could not be read may be what the rule misses at a node: the rule names
  /// it, and it is missing above or below the node, or where what must hold leads to.
  fileprivate func mayMean(_ gaps: [(node: XMLNode, names: Set<String>)], at node: XMLNode) -> Bool
  {
    gaps.contains { gap in
      !gap.names.isDisjoint(with: words)
        && (node.isInside(gap.node) || gap.node.isInside(node)
          || assertedWords.contains(gap.node.name)
            && !gap.names.isDisjoint(with: assertedWords))
    }
  }
}

extension XMLNode {
  /// Whether this is a node or stands inside of it.
  fileprivate func isInside(_ node: XMLNode) -> Bool {
    sequence(first: self) { $0.parent }.contains { $0 == node }
  }

  /// Whether this is a text that is not judged here: one that a ditto mark stands for, or that was
  /// read from another, is where it was written, and a path, a digest or a seal is no wording.
  fileprivate var isNoWording: Bool {
    guard isText else { return false }
    return sequence(first: self) { $0.parent }.contains { node in
      node.attribute("ditto") != nil || node.attribute("read") != nil
        || node.attribute(Schema.referenceAttribute) != nil
        || node.isNamed(Schema.sealElement)
    }
  }
}
