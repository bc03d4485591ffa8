internal import Diagnostics
internal import Schemas
internal import SourceTexts
internal import XML

/// Plans whose text is no YAML in some lines.
extension PlanReader {
  /// Whether the text of plans is no YAML somewhere.
  static func haveSyntaxFaults(_ plans: [Diagnosed<PlanTree>]) -> Bool {
    plans.contains { $0.diagnostics.contains { $0.code == "yaml-syntax" || $0.code == "tab" } }
  }

  /// Reads a text that is no YAML as far as it can be told how its lines were meant, so that all that
  /// is wrong with it is told in one run; nil where it cannot.
  ///
  /// - Parameter told: what was told of the text before it was read.
  func readMended(_ text: SourceFile, of source: SourceFile, _ told: [Diagnostic])
    -> [Diagnosed<PlanTree>]?
  {
    let mending = SyntaxMending(text, isKey: kinds.isKey)
    guard !mending.faults.isEmpty else { return nil }
    let (plans, lines) = readPlans(of: source, as: mending.source)
    let isGuess = mending.faults.contains(where: \.isGuess)
    let own = plans.map { plan in
      plan.value?.isCutShort = isGuess || plan.value?.isCutShort ?? false
      plan.value?.leaveUnjudged(mending.lines)
      return Diagnosed(
        plan.value,
        plan.diagnostics.filter { diagnostic in
          !(isGuess && ["missing-key", "empty-value"].contains(diagnostic.code))
            && !mending.lines.contains(Int(diagnostic.range?.start.line ?? 0))
        })
    }
    let mappings = plans.flatMap(\.diagnostics).filter { $0.help == ReadFaults.beginItems }
    let faults = mending.faults(besides: mappings.compactMap { $0.range?.start }).map {
      $0.diagnostic(in: source)
    }
    return Self.add((told + faults).sortedByPlace(), to: own, beginningAt: lines)
  }

  /// Adds what was told of the text before it was read to the plans that it stands in.
  static func add(
    _ told: [Diagnostic], to plans: [Diagnosed<PlanTree>], beginningAt lines: [Int32]
  ) -> [Diagnosed<PlanTree>] {
    plans.indices.map { index in
      let own = told.filter { diagnostic in
        let line = diagnostic.range?.start.line ?? 0
        return (lines.lastIndex { $0 <= line } ?? 0) == index
      }
      if own.hasErrors { plans[index].value?.isWhole = false }
      return Diagnosed(plans[index].value, (own + plans[index].diagnostics).sortedByPlace())
    }
  }
}

extension PlanTree {
  /// Takes texts on some lines that begin with a sign of YAML's for what could not be read: how they
  /// were meant to begin nobody knows.
  fileprivate func leaveUnjudged(_ lines: Set<Int>) {
    func visit(_ node: XMLNode) {
      for child in node.children where child.isElement {
        if lines.contains(Int(range(of: child).start.line)),
          let first = child.stringValue.first, "@`%*&!>|[]{},?".contains(first)
        {
          gaps.append(PlanGap(node: node, names: [child.name]))
        }
        visit(child)
      }
    }
    visit(root)
  }
}
