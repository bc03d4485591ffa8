package import Deadlines
package import Diagnostics
package import Files
internal import XML

/// Where the duties of a plan stand, as its schema says (`x-duties`).
struct DutyPaths: Sendable {
  /// The elements that are a duty each.
  let each: XPathExpression
  /// What is owed, from such an element.
  let what: XPathExpression
  /// Who owes it.
  let who: XPathExpression
  /// The words for when.
  let when: XPathExpression
}

/// A duty that a plan sets: who owes what, and when.
package struct Duty: Sendable {
  /// What is owed.
  package let what: String
  /// Who owes it, the main one first; empty where the plan does not say.
  package let who: [String]
  /// When it is due, and the words for it.
  package let deadline: Deadline
  /// The words that the deadline was read from.
  package let words: String
  /// Where the duty is written.
  package let place: SourceRange
}

/// Lists the duties of plans; it belongs to one task.
package final class DutyReader {
  private let evaluator = XPathEvaluator(functions: [])
  private var ready: [String: [Ready]] = [:]

  private struct Ready {
    let each: XPath
    let what: XPath
    let who: XPath
    let when: XPath
  }

  private let deadlines: DeadlineAnnotator

  /// Makes a reader that knows the calendar of these folders.
  package init(folders: TemplateFolders) {
    deadlines = DeadlineAnnotator(folders: folders)
  }

  /// The duties of a plan with what their deadlines mean, in the order of the plan.
  package func duties(of plan: PlanTree) -> [Duty] {
    var result: [Duty] = []
    for paths in paths(of: plan.kind) {
      for node in evaluator.nodes(paths.each, at: plan.root) {
        let what = evaluator.string(paths.what, at: node)
        let who = evaluator.nodes(paths.who, at: node).map { Self.withoutMark($0.stringValue) }
        for phrase in evaluator.nodes(paths.when, at: node) {
          let words = phrase.stringValue
          for deadline in deadlines.read(words, in: plan.root, plan.kind).deadlines {
            result.append(
              Duty(
                what: what, who: who, deadline: deadline, words: words,
                place: plan.range(of: node)))
          }
        }
      }
    }
    return result
  }

  /// A name without the mark of a footnote: «Відділ*» is the same body as «Відділ».
  private static func withoutMark(_ name: String) -> String {
    name.hasSuffix("*") ? withoutMark(String(name.dropLast())) : name
  }

  private func paths(of kind: Kind) -> [Ready] {
    if let known = ready[kind.name] { return known }
    let paths = kind.schema.duties.compactMap { duty in
      try? Ready(
        each: evaluator.compile(duty.each), what: evaluator.compile(duty.what),
        who: evaluator.compile(duty.who), when: evaluator.compile(duty.when))
    }
    precondition(paths.count == kind.schema.duties.count, "a checked expression compiles")
    ready[kind.name] = paths
    return paths
  }
}
