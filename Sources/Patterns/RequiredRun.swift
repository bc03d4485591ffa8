/// A scalar of a set, and right behind it one of another where that is given.
package struct RequiredRun: Sendable {
  /// The first scalar.
  package let first: ScalarSet
  /// The one behind it; nil for any, or none.
  package let second: ScalarSet?
}

extension PatternProgram {
  /// Runs of which every match of the pattern holds one; nil where there are none to be had.
  ///
  /// - Parameter weight: how common a run is, so that the rarest are chosen; nil for one that is of
  ///   no use.
  package func requiredRuns(_ weight: (RequiredRun) -> Double?) -> [RequiredRun]? {
    withoutActuallyEscaping(weight) { weight in
      RequiredRunFinder(weight: weight).best(syntax, behind: nil, before: nil)?.runs
    }
  }
}

extension RequiredRun {
  /// Runs of which every text holds one that holds a text; nil where there are none to be had.
  package static func runs(of text: String, _ weight: (RequiredRun) -> Double?) -> [RequiredRun]? {
    withoutActuallyEscaping(weight) { weight in
      let scalars = text.unicodeScalars.map {
        PatternSyntax.scalar(ScalarSet(written: [$0.value...$0.value]))
      }
      return RequiredRunFinder(weight: weight).best(.sequence(scalars), behind: nil, before: nil)?
        .runs
    }
  }
}

/// Finds the rarest runs that a pattern requires.
private struct RequiredRunFinder {
  typealias Found = (runs: [RequiredRun], weight: Double)

  let weight: (RequiredRun) -> Double?

  /// The rarest runs of a part, given what can only stand right behind and right before it; nil for
  /// anything.
  func best(_ part: PatternSyntax, behind last: ScalarSet?, before next: ScalarSet?) -> Found? {
    switch part {
    case .assertion: return nil
    case .scalar(let set):
      var runs = [RequiredRun(first: set, second: nil)]
      if let last { runs.append(RequiredRun(first: last, second: set)) }
      if let next { runs.append(RequiredRun(first: set, second: next)) }
      return rarest(runs.lazy.map { run in weight(run).map { ([run], $0) } })
    case .choice(let parts):
      var result: Found = ([], 0)
      for part in parts {
        guard let found = best(part, behind: last, before: next) else { return nil }
        result.runs += found.runs
        result.weight += found.weight
      }
      return result
    case .repetition(let part, let least, let most):
      guard least > 0 else { return nil }
      guard most != 1 else { return best(part, behind: last, before: next) }
      return best(
        part, behind: united(last, part.edge(isLast: true, beyond: last)),
        before: united(next, part.edge(isLast: false, beyond: next)))
    case .sequence(let parts):
      var edges: [ScalarSet?] = []
      var edge = next
      for part in parts.reversed() {
        edges.append(edge)
        edge = part.edge(isLast: false, beyond: edge)
      }
      var last = last
      var found: [Found?] = []
      for (part, next) in zip(parts, edges.reversed()) {
        found.append(best(part, behind: last, before: next))
        last = part.edge(isLast: true, beyond: last)
      }
      return rarest(found)
    }
  }

  private func rarest(_ all: some Sequence<Found?>) -> Found? {
    all.compactMap { $0 }.min { $0.weight < $1.weight }
  }
}

extension PatternSyntax {
  /// The scalars that a match can begin or end with, and where it can be empty, those beyond it;
  /// nil for anything.
  fileprivate func edge(isLast: Bool, beyond: ScalarSet?) -> ScalarSet? {
    switch self {
    case .scalar(let set): set
    case .assertion: beyond
    case .sequence(let parts):
      (isLast ? parts : parts.reversed()).reduce(beyond) { $1.edge(isLast: isLast, beyond: $0) }
    case .choice(let parts):
      parts.dropFirst().reduce(parts[0].edge(isLast: isLast, beyond: beyond)) {
        united($0, $1.edge(isLast: isLast, beyond: beyond))
      }
    case .repetition(let part, let least, _):
      least > 0
        ? part.edge(isLast: isLast, beyond: beyond)
        : united(beyond, part.edge(isLast: isLast, beyond: beyond))
    }
  }
}

private func united(_ left: ScalarSet?, _ right: ScalarSet?) -> ScalarSet? {
  guard let left, let right else { return nil }
  return ScalarSet(left.ranges + right.ranges)
}
