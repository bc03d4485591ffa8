internal import Diagnostics
import Files
internal import XPathLanguage
internal import YAML

/// Rules, those that replace others among them.
extension RulePackReader {
  private static let keys = [
    "clause", "force", "kind", "since", "until", "scope", "context", "found", "assert", "at",
    "message", "help", "why", "valid", "invalid", "reason", "off", "key", "this", "other", "facts",
    "needs-other",
  ]

  mutating func readRule(_ name: String, _ source: SourceFile, of act: Act) -> Rule? {
    guard var file = parse(source) else { return nil }
    file.names.patterns = act.patterns
    let root = file.root
    let before = diagnostics.count
    checkKeys(root, in: file, Self.keys)
    let isOff = root["off"] != nil
    // A copy replaces nothing.
    let path = "acts/\(act.id)/\(name)"
    let isReplaced =
      folders.count(of: path) > 1 && folders.original(of: path)?.bytes != source.bytes
    let reason = message(root["off"] ?? root["reason"], in: file).flatMap {
      $0.uk.isEmpty || $0.en.isEmpty ? nil : $0
    }
    if isReplaced || isOff, reason == nil {
      report(
        root, in: file, "заміна правила потребує причини (reason)",
        "a rule that replaces another needs a reason")
    }
    guard !isOff else {
      guard reason != nil else { return nil }
      return folders.original(of: path).flatMap { original in
        switchedOff(original, named: String(name.dropLast(5)), of: act, for: reason)
      }
    }
    let kinds = root["kind"].map { $0.items?.compactMap(\.text) ?? [$0.text ?? ""] } ?? []
    for kind in kinds where !self.kinds.contains(kind) {
      let near = nearestName(to: kind, among: self.kinds)
      report(
        root["kind"] ?? root, in: file,
        "виду «\(kind)» немає" + (near.map { "; можливо, «\($0)»" } ?? ""),
        "there is no kind '\(kind)'" + (near.map { "; perhaps '\($0)'" } ?? ""))
    }
    let found = place("found", in: file)
    file.names.expressions["found"] = found?.expression
    guard let clause = root["clause"]?.text, let forceName = root["force"]?.text,
      let force = Rule.Force(rawValue: forceName),
      let assert = place("assert", in: file) ?? found.flatMap({ nothing($0, in: file) }),
      let message = template(root["message"], in: file)
    else {
      if diagnostics.count == before {
        report(
          root, in: file,
          "правило потребує clause, force (binding, recommended, custom), assert або found і message",
          "a rule needs clause, force (binding, recommended, custom), assert or found, and message")
      }
      return nil
    }
    if !act.clauses.contains(where: { $0.id == clause }) {
      report(
        root["clause"] ?? root, in: file, "акт не має пункту «\(clause)»",
        "the act has no clause '\(clause)'")
    }
    let isBatch = root["scope"]?.text == "batch"
    guard let context = isBatch ? rootPlace(root) : place("context", in: file) else {
      report(root, in: file, "правило потребує context", "a rule needs a context")
      return nil
    }
    let rule = Rule(
      act: act.id, name: String(name.dropLast(5)), clause: clause, force: force, kinds: kinds,
      since: date(root["since"], in: file) ?? act.since,
      until: date(root["until"], in: file) ?? act.until,
      context: context, found: found, assert: assert,
      at: root["at"] == nil ? nil : place("at", in: file),
      batch: isBatch ? batch(in: file) : nil, message: message,
      help: template(root["help"], in: file), why: self.message(root["why"], in: file),
      valid: examples(root["valid"]), invalid: examples(root["invalid"]), reason: reason,
      isOff: false, file: file.source)
    check(rule, in: file)
    guard diagnostics.count == before else { return nil }
    return rule
  }

  func switchedOff(
    _ original: SourceFile, named name: String, of act: Act, for reason: Message?
  ) -> Rule? {
    guard let root = try? YAMLNode(reading: original), let clause = root["clause"]?.text,
      let force = root["force"]?.text.flatMap({ Rule.Force(rawValue: $0) }),
      let expression = try? XPathExpression("true()"),
      let empty = try? MessageTemplate("", at: root.range.start)
    else { return nil }
    let place = Rule.Place(expression: expression, start: root.range.start)
    return Rule(
      act: act.id, name: name, clause: clause, force: force, kinds: [], since: nil, until: nil,
      context: place,
      found: nil, assert: place, at: nil, batch: nil,
      message: LocalizedTemplate(uk: empty, en: empty), help: nil, why: nil, valid: [],
      invalid: [], reason: reason, isOff: true, file: original)
  }

  /// The assertion that a rule finds nothing.
  func nothing(_ found: Rule.Place, in file: YAMLFile) -> Rule.Place? {
    (try? XPathExpression("$found = ''", names: file.names)).map {
      Rule.Place(expression: $0, start: found.start)
    }
  }

  func rootPlace(_ root: YAMLNode) -> Rule.Place? {
    (try? XPathExpression("/*")).map { Rule.Place(expression: $0, start: root.range.start) }
  }

  mutating func batch(in file: YAMLFile) -> Rule.Batch? {
    guard let key = place("key", in: file), let this = place("this", in: file),
      let other = place("other", in: file)
    else {
      report(
        file.root, in: file, "правило між планами потребує key, this і other",
        "a rule across plans needs key, this and other")
      return nil
    }
    var facts: [(name: String, value: Rule.Place)] = []
    for (name, value) in file.root["facts"]?.members ?? [] {
      if let name = name.text, let place = place(value, in: file) { facts.append((name, place)) }
    }
    return Rule.Batch(
      key: key, this: this, other: other, facts: facts,
      needsOther: file.root["needs-other"]?.text == "true")
  }

  func examples(_ node: YAMLNode?) -> [RuleExample] {
    node?.items?.compactMap { item in
      item.text.map { RuleExample(text: $0, place: item.range) }
    } ?? []
  }
}
