internal import Calendars
internal import Diagnostics
internal import XPathLanguage
internal import YAML

/// Values of the files, and what is said where they are none.
extension RulePackReader {
  mutating func message(_ node: YAMLNode?, in file: YAMLFile) -> Message? {
    guard let node else { return nil }
    if let text = node.text { return Message(uk: text, en: text) }
    guard let uk = node["uk"]?.text, let en = node["en"]?.text else {
      report(node, in: file, "потрібні uk і en", "uk and en are needed")
      return nil
    }
    return Message(uk: uk, en: en)
  }

  mutating func date(_ node: YAMLNode?, in file: YAMLFile) -> LocalDate? {
    guard let node, let text = node.text, !text.isEmpty else { return nil }
    do throws(DateReader.Fault) {
      return try DateReader.read(Array(text.utf8))
    } catch {
      report(node, in: file, "це не дата: «\(text)»", "this is no date: '\(text)'")
      return nil
    }
  }

  mutating func confidence(_ node: YAMLNode?, in file: YAMLFile) -> String? {
    guard let node, let text = node.text else { return nil }
    if !["high", "medium", "low"].contains(text) {
      report(
        node, in: file, "достовірність – це high, medium або low",
        "the confidence is high, medium or low")
    }
    return text
  }

  mutating func checkKeys(_ node: YAMLNode, in file: YAMLFile, _ known: [String]) {
    var seen: Set<String> = []
    for (key, _) in node.members ?? [] {
      if let name = key.text, !seen.insert(name).inserted {
        report(key, in: file, "ключ «\(name)» уже був", "the key '\(name)' was here already")
      }
      guard let name = key.text, !known.contains(name) else { continue }
      let near = nearestName(to: name, among: known)
      let keys = known.joined(separator: ", ")
      diagnostics.append(
        Diagnostic(
          code: "broken-rule", in: file.source, at: key.range,
          Message(
            uk: "невідомий ключ «\(name)»" + (near.map { "; можливо, «\($0)»" } ?? ""),
            en: "unknown key '\(name)'" + (near.map { "; perhaps '\($0)'" } ?? "")),
          help: Message(
            uk: "вилучіть його або візьміть один із ключів: \(keys)",
            en: "delete it, or take one of the keys \(keys)")))
    }
  }

  mutating func report(_ node: YAMLNode, in file: YAMLFile, _ uk: String, _ en: String) {
    diagnostics.append(
      Diagnostic(
        code: "broken-rule", in: file.source, at: node.range, Message(uk: uk, en: en)))
  }

  mutating func report(_ fault: XPathFault, at place: Rule.Place, in file: YAMLFile) {
    report(fault, from: place.start, in: file)
  }

  mutating func report(
    _ fault: XPathFault, from start: SourcePosition, in file: YAMLFile
  ) {
    let range = SourceRange(start, start).shifted(by: fault.offset, length: fault.length)
    diagnostics.append(
      Diagnostic(
        code: "broken-rule", in: file.source, at: range, fault.problem, help: fault.help))
  }
}
