internal import Bytes
internal import Diagnostics
internal import Patterns
internal import XPathLanguage
internal import YAML

/// Acts and their clauses.
extension RulePackReader {
  mutating func readAct(_ name: String) -> Act? {
    guard let file = load("acts/\(name)/act.yaml") else { return nil }
    let root = file.root
    checkKeys(
      root, in: file,
      [
        "title", "citation", "url", "since", "until", "edition", "checked", "confidence", "clauses",
        "patterns",
      ])
    guard let title = message(root["title"], in: file),
      let citation = message(root["citation"], in: file)
    else {
      report(root, in: file, "акт потребує title і citation", "an act needs title and citation")
      return nil
    }
    var clauses: [Act.Clause] = []
    for item in root["clauses"]?.items ?? [] {
      checkKeys(item, in: file, ["id", "summary", "confidence", "citation", "url", "answers"])
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
          citation: message(item["citation"], in: file), url: url(item["url"], in: file),
          answers: answers.compactMap { answer($0, in: file) }))
    }
    return Act(
      id: name, title: title, citation: citation, url: url(root["url"], in: file),
      since: date(root["since"], in: file),
      until: date(root["until"], in: file),
      edition: message(root["edition"], in: file) ?? Message(uk: "", en: ""),
      checked: date(root["checked"], in: file),
      confidence: confidence(root["confidence"], in: file) ?? "",
      clauses: clauses, patterns: patterns(root["patterns"], in: file))
  }

  /// An address that browsers open.
  private mutating func url(_ node: YAMLNode?, in file: YAMLFile) -> String? {
    guard let node else { return nil }
    guard let text = node.text, text.hasPrefix("https://"),
      text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else {
      report(
        node, in: file, "url – це адреса, що починається з https://, без пробілів і кирилиці",
        "url is an address that begins with https://, without spaces and Cyrillic letters")
      return nil
    }
    return text
  }

  /// The patterns that the rules of an act share.
  private mutating func patterns(_ node: YAMLNode?, in file: YAMLFile) -> [String: String] {
    guard let node else { return [:] }
    if node.members == nil {
      report(
        node, in: file, "patterns – це назви шаблонів і самі шаблони",
        "patterns are names and the pattern of each")
    }
    var result: [String: String] = [:]
    for (key, value) in node.members ?? [] {
      guard let name = key.text, let text = value.text else {
        report(value, in: file, "шаблон – це текст", "a pattern is a text")
        continue
      }
      if (try? XPathExpression("$" + name, names: XPathNames(patterns: [name: text]))) == nil {
        report(
          key, in: file, "назва шаблону – це літери, цифри й дефіси, спершу літера",
          "the name of a pattern is of letters, digits and hyphens, first a letter")
      }
      if result[name] != nil {
        report(key, in: file, "шаблон «\(name)» уже був", "the pattern '\(name)' was here already")
      }
      result[name] = text
      do throws(TextPatternFault) {
        guard !text.utf8.span.holds(UInt8(ascii: "'")) || !text.utf8.span.holds(UInt8(ascii: "\""))
        else {
          report(
            value, in: file, "у шаблоні обидва види лапок; пишіть один із них як \\u{27}",
            "the pattern has both sorts of quotation marks; write one of them as \\u{27}")
          continue
        }
        _ = try PatternProgram(text)
      } catch {
        report(
          XPathFault(problem: error.problem, offset: error.offset, length: error.length),
          from: file.contentStart(of: value), in: file)
        // The rules that name it have no fault of their own.
        result[name] = "."
      }
    }
    return result
  }

  mutating func answer(_ node: YAMLNode, in file: YAMLFile) -> Act.Answer? {
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
      node, in: file, "відповідь – це rule, schema, form, command або none: причина",
      "an answer is rule, schema, form, command or none: the reason")
    return nil
  }
}
