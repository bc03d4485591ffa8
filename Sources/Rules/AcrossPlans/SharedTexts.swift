internal import XML
internal import XPathLanguage

/// The texts that rules across plans ask of a plan, each asked for once, however many rules want it.
/// The parts of a `concat` count by themselves: most keys have the same ones.
final class SharedTexts {
  /// A text, by the numbers of its parts.
  struct Text {
    fileprivate let parts: [Int]
  }

  private let evaluator: XPathEvaluator
  private var numbers: [String: Int] = [:]
  private var parts: [XPath] = []
  /// What the plan that is asked has said.
  private var answers: [String?] = []

  init(_ evaluator: XPathEvaluator) {
    self.evaluator = evaluator
  }

  /// The text that an expression of a rule gives.
  func text(of place: Rule.Place, in rule: ReadyRule) -> Text {
    let whole = rule.ready(place)
    let syntax = place.expression.syntax
    if case .function("concat", let arguments, _) = syntax {
      let parts = arguments.compactMap { part in part.source.map { ($0, part) } }
        .compactMap { source, part in evaluator.compileDirectly(part).map { (source, $0) } }
      if parts.count == arguments.count { return Text(parts: parts.map(number)) }
    }
    return Text(parts: [number(place.expression.resolved, whole)])
  }

  private func number(_ source: String, _ part: XPath) -> Int {
    if let known = numbers[source] { return known }
    numbers[source] = parts.count
    parts.append(part)
    answers.append(nil)
    return parts.count - 1
  }

  /// Turns to another plan.
  func forget() {
    for number in answers.indices { answers[number] = nil }
  }

  /// What a plan says.
  func string(_ text: Text, at root: XMLNode) -> String {
    if text.parts.count == 1 { return answer(text.parts[0], at: root) }
    return String(decoding: utf8(text, at: root), as: UTF8.self)
  }

  /// What a plan says, in UTF-8.
  func utf8(_ text: Text, at root: XMLNode) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(256)
    for part in text.parts { result += answer(part, at: root).utf8 }
    return result
  }

  private func answer(_ part: Int, at root: XMLNode) -> String {
    if let known = answers[part] { return known }
    let answer = evaluator.string(parts[part], at: root)
    answers[part] = answer
    return answer
  }
}
