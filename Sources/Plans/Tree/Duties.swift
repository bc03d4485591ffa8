internal import Calendars
internal import Contents
internal import DeadlineGrammar
package import Deadlines
internal import DeadlineAnnotations
package import Diagnostics
package import Files
internal import Schemas
internal import XML

/// A duty that a plan sets: who owes what, and when.
package struct Duty: Sendable {
  /// The words that stand before what is owed and belong to it; mostly none.
  package let lead: String
  /// What is owed, as the plan words it.
  package let text: String
  /// Who owes it, the main one first; empty where the plan does not say.
  package let who: [String]
  /// When it is due; nil where the plan does not say, or not in words that are understood.
  package var deadline: Deadline?
  /// The words that the deadline was read from; empty where there are none.
  package let words: String
  /// Whether the time or who owes it was read from the text of a point.
  package let isReadFromText: Bool
  /// Where the duty is written.
  package let place: SourceRange
  /// Where it stands in the tree of its plan: a path of XPath.
  package let path: String
  /// What tells it from all other duties and stays when the plan is written otherwise: the plan, and
  /// the duty's place in it.
  package let key: String

  /// What is owed, with the words before it.
  package var what: String { lead.isEmpty ? text : lead + " " + text }

  /// Whether an executor of that name owes it.
  package func isOwed(by wanted: String) -> Bool { who.contains { ExecutorName.holds($0, wanted) } }
}

extension Duty {
  /// Makes a duty that follows from a plan as a whole.
  package init(
    what: String, who: [String], deadline: Deadline, words: String, place: SourceRange, key: String
  ) {
    self.init(
      lead: "", text: what, who: who, deadline: deadline, words: words, isReadFromText: false,
      place: place, path: "", key: key)
  }
}

/// Lists the duties of plans; it belongs to one task.
package final class DutyReader {
  private let evaluator = XPathEvaluator(functions: [])
  private let deadlines: DeadlineAnnotator
  private var ready: [String: [Ready]] = [:]

  private struct Ready {
    let each: XPath
    let what: XPath
    let lead: XPath?
    let who: XPath
    let when: XPath
  }

  /// Makes a reader that knows the calendar of these folders.
  package init(folders: TemplateFolders) {
    deadlines = DeadlineAnnotator(folders: folders) { false }
  }

  /// The duties of a plan with what their deadlines mean, in the order of the plan. What has no
  /// deadline, or one that is not understood, is a duty, too.
  package func duties(of plan: PlanTree) -> [Duty] {
    var result: [Duty] = []
    let identity = plan.identity
    var places = Places()
    for paths in paths(of: plan.kind) {
      for node in evaluator.nodes(paths.each, at: plan.root) {
        let what = evaluator.string(paths.what, at: node)
        let path = places.path(of: node)
        let lead = paths.lead.map { beginning(evaluator.nodes($0, at: node), of: what) } ?? ""
        let bodies = evaluator.nodes(paths.who, at: node)
        let phrases = evaluator.nodes(paths.when, at: node)
        let isRead = (bodies + phrases).contains { $0.parent?.attribute("read") != nil }
        let duty = { (words: String, deadline: Deadline?, key: String) in
          Duty(
            lead: lead, text: what, who: bodies.map { Self.withoutMark($0.stringValue) },
            deadline: deadline, words: words,
            isReadFromText: isRead, place: plan.range(of: node), path: path,
            key: identity + "\n" + path + key)
        }
        for (number, phrase) in phrases.enumerated() {
          let words = phrase.stringValue
          let read = deadlines.read(phrase, in: plan.root, plan.kind).deadlines
          if read.isEmpty { result.append(duty(words, nil, " \(number)")) }
          for (index, deadline) in read.enumerated() {
            result.append(duty(words, deadline.since(plan.day), " \(number) \(index)"))
          }
        }
        if phrases.isEmpty { result.append(duty("", nil, "")) }
      }
    }
    return result
  }

  /// What stands before a text that goes on with it, small letters after a colon.
  private func beginning(_ texts: [XMLNode], of what: String) -> String {
    let text = what.hasPrefix("— ") ? what.dropFirst(2) : what[...]
    guard text.first?.isLowercase ?? false else { return "" }
    return texts.map(\.stringValue).filter { $0.hasSuffix(":") }.joined(separator: " ")
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
        lead: duty.lead.map { try evaluator.compile($0) }, who: evaluator.compile(duty.who),
        when: evaluator.compile(duty.when))
    }
    precondition(paths.count == kind.schema.duties.count, "a checked expression compiles")
    ready[kind.name] = paths
    return paths
  }
}

extension Deadline {
  /// The same, where it recurs, from the day of the plan: nothing was due before there was one.
  fileprivate func since(_ day: LocalDate?) -> Deadline {
    guard every != nil, let day, let from, from < day, to.map({ $0 > day }) ?? true else {
      return self
    }
    var deadline = self
    deadline.from = day
    return deadline
  }
}

/// The places of elements in their tree: the names on the way to each, with its number among those of
/// its name. What stands beside one is gone through once.
private struct Places {
  private var known: [XMLNode: String] = [:]

  mutating func path(of node: XMLNode) -> String {
    if let path = known[node] { return path }
    let above = node.parent.map { path(of: $0) } ?? ""
    var numbers: [String: Int] = [:]
    for sibling in node.parent?.children ?? [node] where sibling.isElement {
      numbers[sibling.name, default: 0] += 1
      known[sibling] = "\(above)/\(sibling.name)[\(numbers[sibling.name] ?? 1)]"
    }
    return known[node] ?? ""
  }
}
