internal import Deadlines
internal import XML

/// A rule whose expressions are ready to run.
final class ReadyRule {
  let rule: Rule
  let needs: Letters.Need?
  private let days: (since: LocalDate?, until: LocalDate?)
  /// The rule's id, put together once.
  let id: String
  let context: XPath
  /// Which of the contexts of its kind it has.
  let contextNumber: Int
  let assert: XPath
  let at: XPath?
  let message: (uk: ReadyTemplate, en: ReadyTemplate)
  let help: (uk: ReadyTemplate, en: ReadyTemplate)?
  let batch: (key: XPath, this: XPath, other: XPath, facts: [(name: String, value: XPath)])?

  init(_ rule: Rule, contextNumber: Int = 0, _ evaluator: XPathEvaluator) {
    func ready(_ place: Rule.Place) throws -> XPath { try evaluator.compile(place.expression) }
    do {
      self.rule = rule
      id = rule.id
      needs = rule.needs
      days = (rule.since, rule.until)
      self.contextNumber = contextNumber
      context = try ready(rule.context)
      assert = try ready(rule.assert)
      at = try rule.at.map(ready)
      message = (
        try ReadyTemplate(rule.message.uk, evaluator), try ReadyTemplate(rule.message.en, evaluator)
      )
      help = try rule.help.map {
        (try ReadyTemplate($0.uk, evaluator), try ReadyTemplate($0.en, evaluator))
      }
      batch = try rule.batch.map { batch in
        (
          try ready(batch.key), try ready(batch.this), try ready(batch.other),
          try batch.facts.map { ($0.name, try ready($0.value)) }
        )
      }
    } catch {
      preconditionFailure("a checked expression compiles: \(rule.id)")
    }
  }

  /// Whether it judges plans of a day.
  func judges(_ day: LocalDate?) -> Bool { Rule.judges(day, from: days.since, to: days.until) }
}

/// The rules of a kind, ready to run.
struct ReadyRules {
  /// Those on plans by themselves.
  private(set) var own: [ReadyRule] = []
  /// Those across plans.
  private(set) var batch: [ReadyRule] = []
  /// How many different contexts the rules on plans by themselves have.
  let contextCount: Int

  init(_ rules: [Rule], _ evaluator: XPathEvaluator) {
    var contexts: [String: Int] = [:]
    for rule in rules {
      guard rule.batch == nil else {
        batch.append(ReadyRule(rule, evaluator))
        continue
      }
      let count = contexts.count
      let number = contexts[rule.context.expression.source, default: count]
      contexts[rule.context.expression.source] = number
      own.append(ReadyRule(rule, contextNumber: number, evaluator))
    }
    contextCount = contexts.count
  }
}

/// A template whose expressions are ready to run.
struct ReadyTemplate {
  private enum Part {
    case text(String)
    case value(XPath)
  }

  private let parts: [Part]

  init(_ template: MessageTemplate, _ evaluator: XPathEvaluator) throws {
    parts = try template.parts.map { part in
      switch part {
      case .text(let text): .text(text)
      case .expression(let place): .value(try evaluator.compile(place.expression))
      }
    }
  }

  func text(_ value: (XPath) -> String) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .value(let xpath): value(xpath)
      }
    }.joined()
  }
}
