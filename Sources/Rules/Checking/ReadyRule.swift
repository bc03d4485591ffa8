internal import Calendars
internal import Diagnostics
internal import XML
internal import XPathLanguage

/// A rule whose expressions are made ready when they are first run: most rules never say anything of
/// most plans.
final class ReadyRule {
  let rule: Rule
  private let evaluator: XPathEvaluator
  private var need: CharacterNeed?
  private let days: (since: LocalDate?, until: LocalDate?)
  /// The rule's id, put together once.
  let id: String
  /// Which of the contexts of its kind it has.
  let contextNumber: Int
  /// Its bit in ``CharacterPairs/textBits``: of texts without, it says nothing; 0 for a rule that is run on
  /// all.
  private(set) var textBit: RuleBits = 0
  private(set) lazy var assert = ready(rule.assert)
  private(set) lazy var at = rule.at.map(ready)
  private(set) lazy var message = (uk: ready(rule.message.uk), en: ready(rule.message.en))
  private(set) lazy var help = rule.help.map { (uk: ready($0.uk), en: ready($0.en)) }
  /// All words of its expressions, names of elements among them.
  private(set) lazy var words = Self.words(of: rule.context).union(assertedWords)
  /// Those of what must hold, which may look elsewhere than at the nodes that it speaks of.
  private(set) lazy var assertedWords = Self.words(of: rule.assert).union(
    rule.found.map(Self.words) ?? [])

  init(_ rule: Rule, contextNumber: Int = 0, _ evaluator: XPathEvaluator) {
    self.rule = rule
    self.evaluator = evaluator
    id = rule.id
    days = (rule.since, rule.until)
    self.contextNumber = contextNumber
  }

  private var knownCitation: Citation?

  /// How its clause is cited, put together when it first finds something.
  func citation(in packs: RulePacks) -> Citation {
    if let knownCitation { return knownCitation }
    let citation = packs.citation(of: rule)
    knownCitation = citation
    return citation
  }

  private static func words(of place: Rule.Place) -> Set<String> {
    Set(
      place.expression.source.split { !($0.isLetter || $0.isNumber || "-_".contains($0)) }
        .map(String.init))
  }

  /// The nodes that it speaks of, made ready.
  var context: XPath { ready(rule.context) }

  func ready(_ place: Rule.Place) -> XPath {
    do throws(XPathFault) {
      return try evaluator.compile(place.expression)
    } catch {
      preconditionFailure("a checked expression compiles: \(id)")
    }
  }

  private func ready(_ template: MessageTemplate) -> ReadyTemplate {
    ReadyTemplate(
      parts: template.parts.map { part in
        switch part {
        case .text(let text): .text(text)
        case .expression(let place): .value(ready(place))
        }
      })
  }

  /// Whether it judges plans of a day.
  func judges(_ day: LocalDate?) -> Bool { Rule.judges(day, from: days.since, to: days.until) }

  /// Takes what it needs to find anything.
  func take(_ need: CharacterNeed?, textBit: RuleBits) {
    self.need = need
    self.textBit = textBit
  }

  /// Whether it may find anything in a plan that holds these letters.
  func mayMatch(in letters: borrowing CharacterPairs) -> Bool {
    (textBit == 0 || letters.bitsOfAllTexts & textBit != 0) && need?.isMet(by: letters) ?? true
  }
}

/// The rules of a kind, ready to run.
final class ReadyRules {
  /// Those on plans by themselves.
  let own: [ReadyRule]
  /// Those across plans, made ready when the first plan is asked.
  private(set) lazy var batch = batchRules.compactMap { ReadyBatch($0, texts: shared) }
  private let batchRules: [ReadyRule]
  /// What those across plans ask.
  let shared: SharedTexts
  /// The contexts of the rules on plans by themselves, by number.
  let contexts: XPathSelection
  /// Which texts the rules on texts may find anything in; nil while all rules are run.
  private var filter: TextFilter?
  /// How many texts are judged before it pays to find out what the rules need.
  private var textsBeforeSkipping: Int

  /// Makes the rules of a kind ready.
  init(_ rules: [Rule], _ evaluator: XPathEvaluator, textsBeforeSkipping: Int) {
    var numbers: [String: Int] = [:]
    var contexts: [XPath] = []
    self.textsBeforeSkipping = textsBeforeSkipping
    own = rules.filter { $0.batch == nil }.map { rule in
      let source = rule.context.expression.resolved
      let ready = ReadyRule(rule, contextNumber: numbers[source] ?? contexts.count, evaluator)
      if numbers.updateValue(ready.contextNumber, forKey: source) == nil {
        contexts.append(ready.context)
      }
      return ready
    }
    batchRules = rules.filter { $0.batch != nil }.map { ReadyRule($0, evaluator) }
    shared = SharedTexts(evaluator)
    self.contexts = XPathSelection(contexts, evaluator)
  }

  /// What a plan holds of what rules need; nil while all rules are run on all plans.
  func letters(of root: XMLNode, _ packs: RulePacks, _ filters: TextFilters) -> CharacterPairs? {
    if filter == nil {
      guard textsBeforeSkipping <= 0 else {
        root.forEachText { _ in textsBeforeSkipping -= 1 }
        return nil
      }
      filter = makeFilter(packs, filters)
    }
    return filter.map { CharacterPairs(of: root, $0) }
  }

  private func makeFilter(_ packs: RulePacks, _ filters: TextFilters) -> TextFilter {
    var all: [(id: String, sought: [SoughtInText])] = []
    for rule in own {
      let need = packs.need(of: rule.rule)
      var textBit: RuleBits = 0
      // Behind so many rules there are no bits left, and no harm is done.
      if let sought = need.sought, all.count < RuleBits.bitWidth {
        textBit = 1 << RuleBits(all.count)
        all.append((rule.id, sought))
      }
      rule.take(need.characters, textBit: textBit)
    }
    return filters.filter(of: all)
  }
}

/// A template whose expressions are ready to run.
struct ReadyTemplate {
  enum Part {
    case text(String)
    case value(XPath)
  }

  let parts: [Part]

  func text(_ value: (XPath) -> String) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .value(let xpath): value(xpath)
      }
    }.joined()
  }
}
