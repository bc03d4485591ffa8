/// A character of some sorts, and right behind it one of others where these are given.
package struct RequiredRun: Sendable {
  /// The sorts of the first character.
  package let first: CharacterSorts
  /// Those of the one behind it; nil for any, or none.
  package let second: CharacterSorts?
}

extension PatternProgram {
  /// Runs of which every match of the pattern holds one; nil where there are none to be had.
  ///
  /// - Parameter weight: how common a run is, so that the rarest are chosen; nil for one that is of
  ///   no use.
  package func requiredRuns(_ weight: (RequiredRun) -> Double?) -> [RequiredRun]? {
    withoutActuallyEscaping(weight) { weight in
      RequiredRunFinder(sorts: sets.map(CharacterSorts.init), weight: weight)
        .best(syntax, behind: nil, before: nil)?.all
    }
  }
}

extension RequiredRun {
  /// Runs of which every text holds one that holds a text; nil where there are none to be had.
  package static func runs(of text: String, _ weight: (RequiredRun) -> Double?) -> [RequiredRun]? {
    withoutActuallyEscaping(weight) { weight in
      let sorts = text.unicodeScalars.map {
        CharacterSorts(.written($0.value, ignoresCase: false))
      }
      return RequiredRunFinder(sorts: sorts, weight: weight)
        .best(.sequence(sorts.indices.map { .scalar($0) }), behind: nil, before: nil)?.all
    }
  }
}

/// Runs of which a pattern requires one; mostly there is but one.
private struct FoundRuns {
  var run: RequiredRun
  var others: [RequiredRun] = []
  var weight: Double

  var all: [RequiredRun] { [run] + others }

  mutating func add(_ other: FoundRuns) {
    others.append(other.run)
    others += other.others
    weight += other.weight
  }
}

/// Finds the rarest runs that a pattern requires.
private struct RequiredRunFinder {
  /// The sorts of each set of the pattern, by number.
  let sorts: [CharacterSorts]
  let weight: (RequiredRun) -> Double?

  /// The rarest runs of a part, given what can only stand right behind and right before it; nil for
  /// anything.
  func best(
    _ part: PatternSyntax, behind last: CharacterSorts?, before next: CharacterSorts?
  ) -> FoundRuns? {
    switch part {
    case .assertion: return nil
    case .scalar(let set):
      var result = found(RequiredRun(first: sorts[set], second: nil))
      if let last { keep(found(RequiredRun(first: last, second: sorts[set])), in: &result) }
      if let next { keep(found(RequiredRun(first: sorts[set], second: next)), in: &result) }
      return result
    case .choice(let parts):
      guard var result = best(parts[0], behind: last, before: next) else { return nil }
      for part in parts.dropFirst() {
        guard let found = best(part, behind: last, before: next) else { return nil }
        result.add(found)
      }
      return result
    case .repetition(let part, let least, let most):
      guard least > 0 else { return nil }
      guard most != 1 else { return best(part, behind: last, before: next) }
      return best(
        part, behind: last.map { $0.union(ends(of: part, isLast: true).sorts) },
        before: next.map { $0.union(ends(of: part, isLast: false).sorts) })
    case .sequence(let parts):
      var befores = [next]
      for part in parts.dropFirst().reversed() {
        befores.append(edge(of: part, isLast: false, beyond: befores[befores.count - 1]))
      }
      var last = last
      var result: FoundRuns?
      for part in parts {
        keep(best(part, behind: last, before: befores.removeLast()), in: &result)
        last = edge(of: part, isLast: true, beyond: last)
      }
      return result
    }
  }

  private func found(_ run: RequiredRun) -> FoundRuns? {
    weight(run).map { FoundRuns(run: run, weight: $0) }
  }

  /// Keeps what is rarer, and of equals the first.
  private func keep(_ found: FoundRuns?, in result: inout FoundRuns?) {
    guard let found, result.map({ found.weight < $0.weight }) ?? true else { return }
    result = found
  }

  /// The sorts that a match can end or begin with, and where it can be empty, those beyond it; nil
  /// for anything.
  private func edge(of part: PatternSyntax, isLast: Bool, beyond: CharacterSorts?)
    -> CharacterSorts?
  {
    let ends = ends(of: part, isLast: isLast)
    return ends.canBeEmpty ? beyond.map { $0.union(ends.sorts) } : ends.sorts
  }

  /// The sorts that a match can end or begin with, and whether it can be empty.
  private func ends(of part: PatternSyntax, isLast: Bool)
    -> (sorts: CharacterSorts, canBeEmpty: Bool)
  {
    switch part {
    case .scalar(let set): return (sorts[set], false)
    case .assertion: return (CharacterSorts(), true)
    case .repetition(let part, let least, _):
      let ends = ends(of: part, isLast: isLast)
      return (ends.sorts, least == 0 || ends.canBeEmpty)
    case .choice(let parts):
      return parts.reduce((CharacterSorts(), false)) { result, part in
        let ends = ends(of: part, isLast: isLast)
        return (result.0.union(ends.sorts), result.1 || ends.canBeEmpty)
      }
    case .sequence(let parts):
      var result = CharacterSorts()
      for index in parts.indices {
        let ends = ends(of: parts[isLast ? parts.count - 1 - index : index], isLast: isLast)
        result = result.union(ends.sorts)
        if !ends.canBeEmpty { return (result, false) }
      }
      return (result, true)
    }
  }
}
