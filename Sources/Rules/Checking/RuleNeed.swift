internal import Diagnostics
internal import Functions
internal import Patterns
internal import Synchronization
internal import Words
internal import XML
internal import XPathLanguage

/// What a plan must hold for a rule to find anything in it, read off the rule's expressions: the
/// patterns that must match in its texts, and the words that these must hold.
struct RuleNeed: Sendable {
  /// What a text must hold one of, for a rule on texts; nil where nothing in particular is needed.
  let sought: [SoughtInText]?
  /// Else runs of which the plan must hold one; nil where nothing in particular is needed.
  let characters: CharacterNeed?

  /// Finds what a rule on plans by themselves needs; its expressions were checked with these calls.
  init(of rule: Rule, _ calls: XPathTextCalls) {
    let context = rule.context.expression.syntax
    let assert = rule.assert.expression.syntax
    sought =
      context.isAllTexts
      ? RuleNeedFinder(calls: calls, weight: nil).needed(whenFalse: assert, at: .text).sought : nil
    guard sought == nil else {
      characters = nil
      return
    }
    let finder = RuleNeedFinder(calls: calls, weight: CharacterNeed.weight)
    let whereItIs = finder.needed(toSelect: context, from: .element)
    let whereItFails = finder.needed(whenFalse: assert, at: context.selected)
    characters = [whereItIs, whereItFails].all.runs.map { CharacterNeed(oneOf: $0.runs) }
  }
}

/// What the rules of some packs need, found out when first asked for and shared by all workers.
final class RuleNeeds: Sendable {
  private let known = Mutex<[String: RuleNeed]>([:])

  /// What a rule needs.
  func need(of rule: Rule, _ calls: XPathTextCalls) -> RuleNeed {
    known.withLock { known in
      if let need = known[rule.id] { return need }
      let need = RuleNeed(of: rule, calls)
      known[rule.id] = need
      return need
    }
  }
}

/// What is looked for in a text.
enum SoughtInText: Sendable {
  /// What a pattern matches, and the grams that it requires, if any.
  case pattern(PatternProgram, RequiredGrams?)
  case repeatedWord
  case slips(Spelling)
  case listed(WordList)
  case pairs(any WordPairs)

  /// About how often a text has it.
  fileprivate var weight: Double {
    switch self {
    case .pattern(_, let grams): grams?.weight ?? 1
    case .repeatedWord: 0.01
    case .slips, .listed, .pairs: 0
    }
  }
}

/// What an expression is evaluated at, as far as it matters to what it needs.
private enum Subject {
  /// A text, whose neighbours stand in the plan as they do in it.
  case text
  /// An element, in whose text neighbours may come from two.
  case element
  /// An attribute or a value that is made, of which the texts of the plan tell nothing.
  case other
}

/// What is needed: of each sort, one of those that are named; nil for nothing in particular.
private struct Needed {
  var runs: (runs: [RequiredRun], weight: Double)?
  var sought: [SoughtInText]?

  static let nothing = Needed()
}

private struct RuleNeedFinder {

  let calls: XPathTextCalls
  /// How common a run is; nil where runs are not asked for.
  let weight: ((RequiredRun) -> Double?)?

  /// What is needed for an expression to select a node.
  func needed(toSelect syntax: XPathSyntax, from subject: Subject) -> Needed {
    switch syntax {
    case .path(let path): return needed(toWalk: path.steps)
    case .binary(.union, let left, let right):
      return [needed(toSelect: left, from: subject), needed(toSelect: right, from: subject)].any
    case .filter(let inner, let predicates, let path):
      let conditions = predicates.map { needed(whenTrue: $0, at: inner.selected) }
      let walk = path.map { needed(toWalk: $0.steps) } ?? .nothing
      return (conditions + [needed(toSelect: inner, from: subject), walk]).all
    default: return .nothing
    }
  }

  private func needed(toWalk steps: [XPathStep]) -> Needed {
    steps.flatMap { step in step.predicates.map { needed(whenTrue: $0, at: step.subject) } }.all
  }

  /// What is needed for a condition to hold.
  func needed(whenTrue syntax: XPathSyntax, at subject: Subject) -> Needed {
    switch syntax {
    case .binary(.and, let left, let right):
      return [needed(whenTrue: left, at: subject), needed(whenTrue: right, at: subject)].all
    case .binary(.or, let left, let right):
      return [needed(whenTrue: left, at: subject), needed(whenTrue: right, at: subject)].any
    case .binary(.notEqual, let part, .literal("", _)),
      .binary(.notEqual, .literal("", _), let part):
      return needed(toGive: part, at: subject)
    case .function("not", let arguments, _) where arguments.count == 1:
      return needed(whenFalse: arguments[0], at: subject)
    case .function("contains", let arguments, _), .function("starts-with", let arguments, _):
      guard arguments.count == 2, case .literal(let text, _) = arguments[1] else {
        return .nothing
      }
      var result = needed(in: arguments[0], at: subject) { RequiredRun.runs(of: text, $0) }
      if arguments[0].subject(at: subject) == .text {
        result.sought = PatternProgram(text: text).map { [.pattern($0, RequiredGrams($0))] }
      }
      return result
    case .function("matches", _, _), .function("has-number", _, _):
      return needed(toMatch: syntax, at: subject)
    case .path, .filter, .binary(.union, _, _): return needed(toSelect: syntax, from: subject)
    default: return .nothing
    }
  }

  /// What is needed for a condition to fail.
  func needed(whenFalse syntax: XPathSyntax, at subject: Subject) -> Needed {
    switch syntax {
    case .binary(.or, let left, let right):
      return [needed(whenFalse: left, at: subject), needed(whenFalse: right, at: subject)].all
    case .binary(.and, let left, let right):
      return [needed(whenFalse: left, at: subject), needed(whenFalse: right, at: subject)].any
    case .binary(.equal, let part, .literal("", _)), .binary(.equal, .literal("", _), let part):
      return needed(toGive: part, at: subject)
    case .function("not", let arguments, _) where arguments.count == 1:
      return needed(whenTrue: arguments[0], at: subject)
    default: return .nothing
    }
  }

  /// What is needed for a text not to be empty.
  private func needed(toGive syntax: XPathSyntax, at subject: Subject) -> Needed {
    switch syntax {
    case .function("match", _, _), .function("match-unless", _, _),
      .function("falling-range", _, _), .function("mixed-script-word", _, _):
      return needed(toMatch: syntax, at: subject)
    case .function("either", let arguments, _):
      return arguments.map { needed(toGive: $0, at: subject) }.any
    case .function("normalize-space", let arguments, _) where arguments.count == 1:
      return needed(toGive: arguments[0], at: subject)
    case .function("repeated-word", let arguments, _)
    where arguments.first?.subject(at: subject) == .text:
      return Needed(sought: [.repeatedWord])
    case .function("listed", let arguments, _) where arguments[0].subject(at: subject) == .text:
      guard let list = self.subject(ofCall: "listed", arguments) as? WordList else {
        return .nothing
      }
      return Needed(sought: [.listed(list)])
    case .function("misspelt", let arguments, _) where arguments[0].subject(at: subject) == .text:
      guard let words = self.subject(ofCall: "misspelt", arguments) as? Spelling else {
        return .nothing
      }
      return Needed(sought: [.slips(words)])
    case .function(let name, let arguments, _)
    where arguments.first?.subject(at: subject) == .text:
      let pairs = self.subject(ofCall: name, arguments) as? any WordPairs
      return Needed(sought: pairs.map { [.pairs($0)] })
    default: return .nothing
    }
  }

  /// What is needed for the pattern of a call to match.
  private func needed(toMatch call: XPathSyntax, at subject: Subject) -> Needed {
    guard case .function(let name, let arguments, _) = call, let first = arguments.first,
      let program = self.subject(ofCall: name, arguments).flatMap(Self.program)
    else { return .nothing }
    var result = needed(in: first, at: subject) { program.requiredRuns($0) }
    if first.subject(at: subject) == .text {
      result.sought = [.pattern(program, RequiredGrams(program))]
    } else {
      // «match(match(., …), …)»: what the inner one gives.
      result.sought = needed(toGive: first, at: subject).sought
    }
    return result
  }

  private static func program(_ subject: any Sendable) -> PatternProgram? {
    subject as? PatternProgram ?? (subject as? PatternWithException)?.pattern
  }

  /// What was made of the literals of a call.
  private func subject(ofCall name: String, _ arguments: [XPathSyntax]) -> (any Sendable)? {
    let literals = arguments.dropFirst().compactMap { argument in
      if case .literal(let text, _) = argument { text } else { nil }
    }
    return calls.subject(ofCall: name, literals: literals)
  }

  /// What is needed in a text where it must have one of some runs.
  private func needed(
    in syntax: XPathSyntax, at subject: Subject,
    _ runs: ((RequiredRun) -> Double?) -> [RequiredRun]?
  ) -> Needed {
    guard let weight else { return .nothing }
    switch syntax.subject(at: subject) {
    case .text: return needed(oneOf: runs(weight))
    case .element: return needed(oneOf: runs { $0.second == nil ? weight($0) : nil })
    case .other: break
    }
    guard case .function("match", let arguments, _) = syntax, let whole = arguments.first else {
      return .nothing
    }
    return needed(in: whole, at: subject, runs)
  }

  private func needed(oneOf runs: [RequiredRun]?) -> Needed {
    Needed(runs: runs.map { ($0, $0.reduce(0) { $0 + (weight?($1) ?? 0) }) })
  }
}

extension [Needed] {
  /// What is needed where all of these things are: of each sort, what the fewest plans have.
  fileprivate var all: Needed {
    Needed(
      runs: compactMap(\.runs).min { $0.weight < $1.weight },
      sought: compactMap(\.sought).min { $0.weight < $1.weight })
  }

  /// What is needed where either of these things is.
  fileprivate var any: Needed {
    let runs = compactMap(\.runs)
    let sought = compactMap(\.sought)
    return Needed(
      runs: runs.count < count
        ? nil : (runs.flatMap(\.runs), runs.reduce(0) { $0 + $1.weight }),
      sought: sought.count < count ? nil : sought.flatMap { $0 })
  }
}

extension [SoughtInText] {
  fileprivate var weight: Double { reduce(0) { $0 + $1.weight } }
}

extension XPathSyntax {
  /// What it selects.
  fileprivate var selected: Subject {
    switch self {
    case .path(let path): path.steps.last?.subject ?? .element
    case .filter(let inner, _, let path): path?.steps.last?.subject ?? inner.selected
    case .binary(.union, let left, let right):
      left.selected == right.selected ? left.selected : .other
    default: .other
    }
  }

  /// What its string value is of, where it is evaluated at a subject.
  fileprivate func subject(at subject: Subject) -> Subject {
    guard case .path(let path) = self else { return selected }
    let isItself =
      !path.isAbsolute && path.steps.allSatisfy { $0.axis == .itself && $0.test == .node }
    return isItself ? subject : selected
  }

  /// Whether it is `//text()`.
  fileprivate var isAllTexts: Bool {
    guard case .path(let path) = self, path.isAbsolute, path.steps.count == 2 else { return false }
    return path.steps[0].axis == .descendantOrSelf && path.steps[0].test == .node
      && path.steps[1].axis == .child && path.steps[1].test == .text
      && path.steps.allSatisfy(\.predicates.isEmpty)
  }
}

extension XPathStep {
  /// What it selects.
  fileprivate var subject: Subject {
    switch (axis, test) {
    case (.attribute, _): .other
    case (_, .text): .text
    case (_, .name), (_, .any): .element
    // A node of any sort: of an attribute, it could be itself.
    case (.parent, .node), (.ancestor, .node): .element
    case (_, .node): .other
    }
  }
}
