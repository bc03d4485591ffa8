internal import XML
internal import XPathLanguage

/// What an assertion on two plans depends on, as far as it shows in how it is written.
///
/// A part `this/@a != other/@b` of an outermost `or` is a hurdle: unless the two are the same text,
/// the assertion holds, whatever its other parts say. So is such a part with `and` and conditions
/// on the other plan alone, for the others that meet these.
struct PairCondition {
  struct Hurdle {
    /// The facts that must be the same text.
    let this: Int
    let other: Int
    /// What must be true of the other plan for the hurdle to stand.
    let conditions: [XPath]
  }

  /// More hurdles are not worth their lists.
  private static let hurdleLimit = 4

  /// The facts of the plan that is judged which the assertion reads, by number.
  let this: [Int]
  /// Those of the plan that it is held against.
  let other: [Int]
  let hurdles: [Hurdle]

  init(_ assertion: XPathExpression, _ names: [String], _ evaluator: XPathEvaluator) {
    guard let facts = assertion.syntax.facts else {
      this = Array(names.indices)
      other = this
      hurdles = []
      return
    }
    this = names.indices.filter { facts.contains(Fact(side: "this", name: names[$0])) }
    other = names.indices.filter { facts.contains(Fact(side: "other", name: names[$0])) }
    hurdles = Array(
      assertion.syntax.parts(of: .or).compactMap { Self.hurdle($0, names, evaluator) }
        .prefix(Self.hurdleLimit))
  }

  private static func hurdle(_ part: XPathSyntax, _ names: [String], _ evaluator: XPathEvaluator)
    -> Hurdle?
  {
    var sides: (this: Int, other: Int)?
    var conditions: [XPath] = []
    for part in part.parts(of: .and) {
      if let facts = part.facts, facts.allSatisfy({ $0.side == "other" }),
        let condition = evaluator.compileDirectly(part)
      {
        conditions.append(condition)
      } else if sides == nil, case .binary(.notEqual, let left, let right) = part,
        let left = left.fact, let right = right.fact, left.side != right.side,
        let this = names.lastIndex(of: left.side == "this" ? left.name : right.name),
        let other = names.lastIndex(of: left.side == "this" ? right.name : left.name)
      {
        sides = (this, other)
      } else {
        return nil
      }
    }
    return sides.map { Hurdle(this: $0.this, other: $0.other, conditions: conditions) }
  }
}

/// A fact of one side, as an assertion names it: `this/@unit`.
private struct Fact: Hashable {
  let side: String
  let name: String
}

extension XPathSyntax {
  /// The parts that an operator joins; the whole where it joins none.
  fileprivate func parts(of operation: Operator) -> [XPathSyntax] {
    guard case .binary(operation, let left, let right) = self else { return [self] }
    return left.parts(of: operation) + right.parts(of: operation)
  }

  /// The fact that this is and nothing else.
  fileprivate var fact: Fact? {
    guard case .path(let path) = self, !path.isAbsolute, path.steps.count == 2,
      path.steps.allSatisfy(\.predicates.isEmpty), path.steps[0].axis == .child,
      path.steps[1].axis == .attribute, case .name(let side) = path.steps[0].test,
      case .name(let name) = path.steps[1].test
    else { return nil }
    return Fact(side: side, name: name)
  }

  /// All facts in it; nil where it walks any other way, so that it may read whatever there is.
  fileprivate var facts: Set<Fact>? {
    switch self {
    case .number, .literal: return []
    case .path: return fact.map { [$0] }
    case .negate(let inner): return inner.facts
    case .binary(_, let left, let right): return Self.facts(in: [left, right])
    case .function(let name, let arguments, _):
      return name == "current" ? nil : Self.facts(in: arguments)
    case .filter: return nil
    }
  }

  private static func facts(in parts: [XPathSyntax]) -> Set<Fact>? {
    var result: Set<Fact> = []
    for part in parts {
      guard let facts = part.facts else { return nil }
      result.formUnion(facts)
    }
    return result
  }
}
