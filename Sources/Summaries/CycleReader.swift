package import Calendars
internal import Deadlines
package import Diagnostics
internal import Files
internal import Functions
package import Plans
package import Schemas
internal import XML
internal import XPathLanguage
internal import YAML

/// Reads from plans what falls due in the cycle of a year: the days that `cycle.yaml` beside a kind's
/// schema names.
package final class CycleReader {
  private let year: Int
  private let evaluator: XPathEvaluator
  /// For each act, what it is called.
  private let titles: [String: Message]
  private var days: [String: [CycleDay]] = [:]
  private let calendar: WorkingCalendar

  /// Makes a reader of what is due in the cycle of a year.
  ///
  /// - Parameter titles: what acts are called, by the names of their folders.
  /// - Throws: what is wrong with the file of a kind.
  package init(_ kinds: KindLibrary, year: Int, titles: [String: Message]) throws(ProgramFault) {
    self.year = year
    self.titles = titles
    calendar = CalendarReader.read(kinds.folders).value ?? WorkingCalendar(years: [])
    evaluator = XPathEvaluator(
      functions: XPathFunction.standard + XPathFunction.workingDays(in: calendar))
    for kind in kinds.names { days[kind] = try read("kinds/\(kind)/cycle.yaml", in: kinds.folders) }
  }

  /// What is due by a plan from a day on. Whether the rest was done no plan says, so that it cannot
  /// be called overdue. What falls in a year without a working calendar has no day, and words that
  /// say so.
  package func duties(of plan: PlanTree, from start: LocalDate, _ language: Language) -> [Duty] {
    var result: [Duty] = []
    for (number, day) in (days[plan.kind.name] ?? []).enumerated() {
      let nodes = day.each.map { evaluator.nodes($0, at: plan.root) } ?? [plan.root]
      for node in nodes {
        let who = evaluator.value(day.who, at: node).texts
        let to = date(day.to, node)
        if let to, to < start { continue }
        let from = day.from.flatMap { date($0, node) }
        result.append(
          Duty(
            what: "\(day.what[language]) [\(clause(of: day, language))]", who: who,
            deadline: to.map { Deadline(from: from, to: $0) }
              ?? Deadline(kind: .relative, from: from, range: 0..<0),
            words: to == nil ? uncounted[language] : "", place: plan.range(of: node),
            key: plan.identity + "\ncycle \(year) \(number) " + who.joined(separator: ", ")))
      }
    }
    return result
  }

  /// Why a day is not told: the years that the working calendar has.
  private var uncounted: Message {
    guard let first = calendar.years.first?.year, let last = calendar.years.last?.year else {
      return Message(
        uk: "не пораховано: робочого календаря немає",
        en: "not counted: there is no working calendar")
    }
    return Message(
      uk: "не пораховано: робочий календар є лише на \(first)–\(last) роки",
      en: "not counted: the working calendar has only \(first) to \(last)")
  }

  private func date(_ expression: XPath, _ node: XMLNode) -> LocalDate? {
    try? DateReader.read(Array(evaluator.string(expression, at: node).utf8))
  }

  private func clause(of day: CycleDay, _ language: Language) -> String {
    guard let title = titles[day.act] else { return day.clause }
    return "\(day.clause): \(title[language])"
  }

  // MARK: The files

  private func read(_ path: String, in folders: TemplateFolders) throws(ProgramFault)
    -> [CycleDay]
  {
    let source: SourceFile?
    do throws(FileFault) {
      source = try folders.read(path)
    } catch {
      throw ProgramFault(uk: "«\(path)» не прочитано", en: "'\(path)' cannot be read")
    }
    guard let source else { return [] }
    guard let items = (try? YAMLNode(reading: source))?.items else {
      throw Self.fault(path, nil)
    }
    var result: [CycleDay] = []
    for item in items {
      let quarters: [Quarter?] = item["each-quarter"]?.text == "true" ? Quarter.allCases : [nil]
      for quarter in quarters {
        guard let day = day(item, quarter) else { throw Self.fault(path, item) }
        result.append(day)
      }
    }
    return result
  }

  private static func fault(_ path: String, _ node: YAMLNode?) -> ProgramFault {
    let line = node.map { ":\($0.range.start.line)" } ?? ""
    return ProgramFault(
      uk: "\(path)\(line): рядок циклу має what, who, to і clause з виразами XPath",
      en: "\(path)\(line): a day of the cycle has what, who, to and clause with XPath expressions")
  }

  private func day(_ node: YAMLNode, _ quarter: Quarter?) -> CycleDay? {
    var names = ["year": String(year), "before": String(year - 1)]
    if let quarter {
      names["quarter"] = quarter.rawValue
      names["end"] = quarter.end(in: year)?.iso
    }
    func expression(_ key: String) -> XPath? {
      guard let text = node[key]?.text,
        let expression = try? XPathExpression(text, names: XPathNames(patterns: names))
      else { return nil }
      return try? evaluator.compile(expression)
    }
    func words(_ key: String) -> String? {
      guard let text = node["what"]?[key]?.text else { return nil }
      return names.reduce(text) { $0.replacing("$\($1.key)", with: $1.value) }
    }
    guard let uk = words("uk"), let en = words("en"), let who = expression("who"),
      let to = expression("to"),
      let clause = node["clause"]?.text?.split(separator: ", ", maxSplits: 1),
      clause.count == 2
    else { return nil }
    let (each, from) = (expression("each"), expression("from"))
    guard (node["each"] == nil) == (each == nil), (node["from"] == nil) == (from == nil) else {
      return nil
    }
    return CycleDay(
      what: Message(uk: uk, en: en), who: who, each: each, from: from, to: to,
      act: String(clause[0]), clause: String(clause[1]))
  }
}

/// A day of the cycle, ready to be asked of a plan.
private struct CycleDay {
  let what: Message
  let who: XPath
  /// What it is told of; nil for the plan as a whole.
  let each: XPath?
  /// The first day and the last.
  let from: XPath?
  let to: XPath
  let act: String, clause: String
}

extension XPathValue {
  /// The texts of nodes, or the one text of another value.
  fileprivate var texts: [String] {
    if case .nodes(let nodes) = self { nodes.map(\.stringValue) } else { [string] }
  }
}
