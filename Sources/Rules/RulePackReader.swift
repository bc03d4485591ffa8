internal import Deadlines
public import Diagnostics
public import XML
internal import Patterns
internal import YAML

/// Reads the acts and rules of the template folders, and checks every expression against the shape
/// of the plans that it will run on.
public struct RulePackReader {
  private let folders: TemplateFolders
  private let shapes: [String: TreeShape]
  private let functions: [XPathFunction]
  private var diagnostics: [Diagnostic]

  /// Makes a reader; the shapes are those of all kinds, by name.
  ///
  /// Rules may call the functions of forms, and those on texts, deadlines and the working calendar
  /// that lies in the same folders.
  public init(folders: TemplateFolders, shapes: [String: TreeShape]) {
    self.folders = folders
    self.shapes = shapes
    let calendar = CalendarReader.read(folders)
    functions =
      XPathFunction.standard + XPathFunction.nodes + XPathFunction.texts + XPathFunction.dates
      + XPathFunction.deadlines
      + XPathFunction.workingDays(in: calendar.value ?? WorkingCalendar(years: []))
    diagnostics = calendar.diagnostics
  }

  /// All packs, and everything that is wrong with them.
  public func read() -> Diagnosed<RulePacks> {
    var reader = self
    var acts: [Act] = []
    var rules: [Rule] = []
    for name in folders.names(in: "acts") {
      let files = folders.names(in: "acts/" + name).filter { $0.hasSuffix(".yaml") }
      guard files.contains("act.yaml"), let act = reader.readAct(name) else { continue }
      acts.append(act)
      for file in files where file != "act.yaml" {
        if let rule = reader.readRule(file, of: act) { rules.append(rule) }
      }
    }
    return Diagnosed(RulePacks(acts: acts, rules: rules, functions: functions), reader.diagnostics)
  }

  private mutating func load(_ path: String) -> YAMLFile? {
    do throws(FileFault) {
      guard let source = try folders.read(path) else { return nil }
      do throws(YAMLFault) {
        return YAMLFile(source: source, root: try YAMLNode(reading: source.bytes))
      } catch {
        diagnostics.append(
          Diagnostic(
            code: "broken-rule", in: source, at: SourceRange(error.position, error.position),
            Message(uk: "файл не читається: \(error.problem)", en: error.problem)))
      }
    } catch {
      diagnostics.append(error.diagnostic(file: path))
    }
    return nil
  }

  // MARK: Acts

  private mutating func readAct(_ name: String) -> Act? {
    guard let file = load("acts/\(name)/act.yaml") else { return nil }
    let root = file.root
    checkKeys(
      root, in: file,
      ["title", "citation", "since", "until", "edition", "checked", "confidence", "clauses"])
    guard let title = message(root["title"], in: file),
      let citation = message(root["citation"], in: file)
    else {
      report(root, in: file, "акт потребує title і citation", "an act needs title and citation")
      return nil
    }
    var clauses: [Act.Clause] = []
    for item in root["clauses"]?.items ?? [] {
      checkKeys(item, in: file, ["id", "summary", "confidence", "answers"])
      guard let id = item["id"]?.text, let summary = message(item["summary"], in: file) else {
        report(item, in: file, "пункт потребує id і summary", "a clause needs id and summary")
        continue
      }
      if clauses.contains(where: { $0.id == id }) {
        report(item, in: file, "пункт «\(id)» уже був", "the clause '\(id)' was here already")
      }
      let answers = item["answers"]?.items ?? []
      clauses.append(
        Act.Clause(
          id: id, summary: summary, confidence: confidence(item["confidence"], in: file),
          answers: answers.compactMap { answer($0, in: file) }))
    }
    return Act(
      id: name, title: title, citation: citation, since: date(root["since"], in: file),
      until: date(root["until"], in: file),
      edition: message(root["edition"], in: file) ?? Message(uk: "", en: ""),
      checked: date(root["checked"], in: file),
      confidence: confidence(root["confidence"], in: file) ?? "",
      clauses: clauses)
  }

  private mutating func answer(_ node: YAMLNode, in file: YAMLFile) -> Act.Answer? {
    if let (key, value) = node.members?.first {
      switch (key.text, value.text) {
      case ("rule", let name?): return .rule(name)
      case ("schema", let name?): return .schema(name)
      case ("form", let name?): return .form(name)
      case ("command", let name?): return .command(name)
      case ("none", _): if let reason = message(value, in: file) { return .none(reason) }
      default: break
      }
    }
    report(
      node, in: file, "відповідь — це rule, schema, form, command або none: причина",
      "an answer is rule, schema, form, command or none: the reason")
    return nil
  }

  // MARK: Rules

  private static let keys = [
    "clause", "force", "kind", "since", "until", "scope", "needs", "context", "assert", "at",
    "message", "help", "why", "valid", "invalid", "reason", "off", "key", "this", "other", "facts",
  ]

  private mutating func readRule(_ name: String, of act: Act) -> Rule? {
    guard let file = load("acts/\(act.id)/\(name)") else { return nil }
    let root = file.root
    let before = diagnostics.count
    checkKeys(root, in: file, Self.keys)
    let isOff = root["off"] != nil
    let isReplaced = folders.count(of: "acts/\(act.id)/\(name)") > 1
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
      return folders.original(of: "acts/\(act.id)/\(name)").flatMap { original in
        switchedOff(original, String(name.dropLast(5)), act, reason)
      }
    }
    let kinds = root["kind"].map { $0.items?.compactMap(\.text) ?? [$0.text ?? ""] } ?? []
    for kind in kinds where shapes[kind] == nil {
      let near = nearestName(to: kind, among: shapes.keys.sorted())
      report(
        root["kind"] ?? root, in: file,
        "виду «\(kind)» немає" + (near.map { "; можливо, «\($0)»" } ?? ""),
        "there is no kind '\(kind)'" + (near.map { "; perhaps '\($0)'" } ?? ""))
    }
    guard let clause = root["clause"]?.text, let forceName = root["force"]?.text,
      let force = Rule.Force(rawValue: forceName), let assert = place("assert", in: file),
      let message = template(root["message"], in: file)
    else {
      if diagnostics.count == before {
        report(
          root, in: file,
          "правило потребує clause, force (binding, recommended, custom), assert і message",
          "a rule needs clause, force (binding, recommended, custom), assert and message")
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
      needs: Array((root["needs"]?.text ?? "").unicodeScalars), context: context, assert: assert,
      at: root["at"] == nil ? nil : place("at", in: file),
      batch: isBatch ? batch(in: file) : nil, message: message,
      help: template(root["help"], in: file), why: self.message(root["why"], in: file),
      valid: examples(root["valid"]), invalid: examples(root["invalid"]), reason: reason,
      isOff: false, file: file.source)
    check(rule, in: file)
    return diagnostics.count == before ? rule : nil
  }

  private func switchedOff(_ original: SourceFile, _ name: String, _ act: Act, _ reason: Message?)
    -> Rule?
  {
    guard let root = try? YAMLNode(reading: original.bytes), let clause = root["clause"]?.text,
      let force = root["force"]?.text.flatMap({ Rule.Force(rawValue: $0) }),
      let expression = try? XPathExpression("true()"),
      let empty = try? MessageTemplate("", at: root.range.start)
    else { return nil }
    let place = Rule.Place(expression: expression, start: root.range.start)
    return Rule(
      act: act.id, name: name, clause: clause, force: force, kinds: [], since: nil, until: nil,
      needs: [], context: place, assert: place, at: nil, batch: nil,
      message: LocalizedTemplate(uk: empty, en: empty), help: nil, why: nil, valid: [],
      invalid: [], reason: reason, isOff: true, file: original)
  }

  private func rootPlace(_ root: YAMLNode) -> Rule.Place? {
    (try? XPathExpression("/*")).map { Rule.Place(expression: $0, start: root.range.start) }
  }

  private mutating func batch(in file: YAMLFile) -> Rule.Batch? {
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
    return Rule.Batch(key: key, this: this, other: other, facts: facts)
  }

  private func examples(_ node: YAMLNode?) -> [RuleExample] {
    node?.items?.compactMap { item in
      item.text.map { RuleExample(text: $0, place: item.range) }
    } ?? []
  }

  // MARK: Expressions

  /// Checks all expressions of a rule on every kind that it speaks of.
  private mutating func check(_ rule: Rule, in file: YAMLFile) {
    var reported: Set<SourcePosition> = []
    let kinds = rule.kinds.isEmpty ? shapes.keys.sorted() : rule.kinds
    let pair = TreeShape(elements: [
      TreeShape.Element(name: "pair", children: [1, 2]),
      TreeShape.Element(name: "this", attributes: rule.batch?.facts.map(\.name) ?? []),
      TreeShape.Element(name: "other", attributes: rule.batch?.facts.map(\.name) ?? []),
    ])
    for kind in kinds {
      guard let shape = shapes[kind] else { continue }
      let checker = XPathChecker(shape: shape, functions: functions)
      var places: [(Rule.Place, XPathChecker, XPathChecker.Context)] = []
      let said = rule.message.expressions + (rule.help?.expressions ?? [])
      if let batch = rule.batch {
        let pairs = XPathChecker(shape: pair, functions: functions)
        places = [batch.key, batch.this, batch.other].map { ($0, checker, checker.root) }
        places += batch.facts.map { ($0.value, checker, checker.root) }
        places += rule.at.map { [($0, checker, checker.root)] } ?? []
        places += ([rule.assert] + said).map { ($0, pairs, pairs.root) }
      } else {
        let (faults, context) = checker.check(rule.context.expression, in: checker.root)
        for fault in faults where reported.insert(rule.context.start).inserted {
          report(fault, at: rule.context, in: file)
        }
        let rest = [rule.assert] + (rule.at.map { [$0] } ?? []) + said
        places = rest.map { ($0, checker, context) }
      }
      for (place, checker, context) in places {
        for fault in checker.check(place.expression, in: context).faults
        where reported.insert(place.start).inserted {
          report(fault, at: place, in: file)
        }
      }
    }
  }

  private mutating func place(_ key: String, in file: YAMLFile) -> Rule.Place? {
    file.root[key].flatMap { place($0, in: file) }
  }

  private mutating func place(_ node: YAMLNode, in file: YAMLFile) -> Rule.Place? {
    let start = file.contentStart(of: node)
    do throws(XPathFault) {
      return Rule.Place(expression: try XPathExpression(node.text ?? ""), start: start)
    } catch {
      report(error, from: start, in: file)
      return nil
    }
  }

  private mutating func template(_ node: YAMLNode?, in file: YAMLFile) -> LocalizedTemplate? {
    guard let node, let uk = node["uk"], let en = node["en"] else {
      if let node { report(node, in: file, "потрібні uk і en", "uk and en are needed") }
      return nil
    }
    guard let ukrainian = template(text: uk, in: file), let english = template(text: en, in: file)
    else { return nil }
    return LocalizedTemplate(uk: ukrainian, en: english)
  }

  private mutating func template(text node: YAMLNode, in file: YAMLFile) -> MessageTemplate? {
    let start = file.contentStart(of: node)
    do throws(XPathFault) {
      return try MessageTemplate(node.text ?? "", at: start)
    } catch {
      report(error, from: start, in: file)
      return nil
    }
  }

  // MARK: Values and faults

  private mutating func message(_ node: YAMLNode?, in file: YAMLFile) -> Message? {
    guard let node else { return nil }
    if let text = node.text { return Message(uk: text, en: text) }
    guard let uk = node["uk"]?.text, let en = node["en"]?.text else {
      report(node, in: file, "потрібні uk і en", "uk and en are needed")
      return nil
    }
    return Message(uk: uk, en: en)
  }

  private mutating func date(_ node: YAMLNode?, in file: YAMLFile) -> LocalDate? {
    guard let node, let text = node.text, !text.isEmpty else { return nil }
    do throws(DateReader.Fault) {
      return try DateReader.read(Array(text.utf8))
    } catch {
      report(node, in: file, "це не дата: «\(text)»", "this is no date: '\(text)'")
      return nil
    }
  }

  private mutating func confidence(_ node: YAMLNode?, in file: YAMLFile) -> String? {
    guard let node, let text = node.text else { return nil }
    if !["high", "medium", "low"].contains(text) {
      report(
        node, in: file, "певність — це high, medium або low",
        "the confidence is high, medium or low")
    }
    return text
  }

  private mutating func checkKeys(_ node: YAMLNode, in file: YAMLFile, _ known: [String]) {
    for (key, _) in node.members ?? [] {
      guard let name = key.text, !known.contains(name) else { continue }
      let near = nearestName(to: name, among: known)
      report(
        key, in: file, "невідомий ключ «\(name)»" + (near.map { "; можливо, «\($0)»" } ?? ""),
        "unknown key '\(name)'" + (near.map { "; perhaps '\($0)'" } ?? ""))
    }
  }

  private mutating func report(_ node: YAMLNode, in file: YAMLFile, _ uk: String, _ en: String) {
    diagnostics.append(
      Diagnostic(
        code: "broken-rule", in: file.source, at: node.range, Message(uk: uk, en: en)))
  }

  private mutating func report(_ fault: XPathFault, at place: Rule.Place, in file: YAMLFile) {
    report(fault, from: place.start, in: file)
  }

  private mutating func report(
    _ fault: XPathFault, from start: SourcePosition, in file: YAMLFile
  ) {
    let range = SourceRange(start, start).shifted(by: fault.offset, length: fault.length)
    diagnostics.append(
      Diagnostic(code: "broken-rule", in: file.source, at: range, fault.problem))
  }
}

/// A YAML file and its tree.
struct YAMLFile {
  let source: SourceFile
  let root: YAMLNode

  /// Where a scalar's text begins: behind its quotation mark.
  func contentStart(of node: YAMLNode) -> SourcePosition {
    let line = Array(source.line(Int(node.range.start.line)).unicodeScalars)
    let column = Int(node.range.start.column)
    guard line.indices.contains(column - 1) else { return node.range.start }
    if line[column - 1] == ">" || line[column - 1] == "|" {
      let next = source.line(Int(node.range.start.line) + 1).prefix { $0 == " " }.count
      return SourcePosition(line: Int(node.range.start.line) + 1, column: next + 1)
    }
    let isQuoted = line[column - 1] == "\"" || line[column - 1] == "'"
    return SourcePosition(line: Int(node.range.start.line), column: column + (isQuoted ? 1 : 0))
  }
}

extension LocalizedTemplate {
  fileprivate var expressions: [Rule.Place] { uk.expressions + en.expressions }
}
