package import Calendars
internal import Deadlines
package import Diagnostics
internal import Digests
package import Files
internal import Functions
internal import Plans
package import Renditions
internal import Schemas
internal import XML

/// Reads from plans what control speaks of: acts and plans with their duties, cards, and reports.
package final class ControlReader {
  private let reader = XPathReader()
  private let dutyReader: DutyReader
  let calendar: WorkingCalendar?
  private(set) var documents: [ControlledDocument] = []
  private(set) var cards: [ControlCard] = []
  private(set) var reports: [ExecutorReport] = []
  /// The titles of the kinds that control does not speak of.
  private var others: [Message] = []

  /// Why there is nothing to control among what was read; nil where there is.
  package var lack: ProgramFault? {
    guard documents.isEmpty else { return nil }
    let titles = others.reduce(into: [Message]()) { if !$0.contains($1) { $0.append($1) } }
    let known = titles.isEmpty
    return ProgramFault(
      uk: "контрольні картки починають за актами й планами заходів, а серед поданого їх немає"
        + (known ? "" : ": " + titles.map { "«\($0.uk)»" }.joined(separator: ", ")),
      en: "control cards are begun from acts and plans of measures, and none was given"
        + (known ? "" : ": " + titles.map { "'\($0.en)'" }.joined(separator: ", ")))
  }

  /// Why nothing can be taken under control on a day; nil where every act was there by then.
  package func lack(on day: LocalDate) -> ProgramFault? {
    for document in documents {
      guard let start = document.reference.day, day < start else { continue }
      let line = document.reference.line
      let wanted = day.formatted("dd.MM.yyyy")
      return ProgramFault(
        uk: "\(document.file): день контролю \(wanted) раніший за документ – \(line)",
        en: "\(document.file): the day of control, \(wanted), is before the document: \(line)")
    }
    return nil
  }

  /// Makes a reader that knows the calendar of these folders.
  package init(folders: TemplateFolders) {
    dutyReader = DutyReader(folders: folders)
    calendar = CalendarReader.read(folders).value
  }

  /// Takes what the plans of a file or of a folder say to the matter.
  ///
  /// - Returns: what is wrong with them.
  package func read(_ path: String, with renderer: PlanRenderer) -> [Diagnostic] {
    renderer.forEachPlan(of: path, read)
  }

  /// Takes the cards and reports of a folder, also those that are only begun.
  ///
  /// - Returns: what is wrong with the files that cannot be read.
  package func readBegun(in folder: String, with renderer: PlanRenderer) -> [Diagnostic] {
    renderer.forEachPlan(of: folder, isUnfinishedTaken: true) { plan in
      if ["control-card", "executor-report"].contains(plan.kind.name) { read(plan) }
    }
  }

  private func read(_ plan: PlanTree) {
    let root = plan.root
    switch plan.kind.name {
    case "control-card": cards.append(card(root, plan.source.name))
    case "executor-report": reports.append(report(root, plan.source.name))
    case "action-plan", "resolution", "service-centre-plan":
      documents.append(
        ControlledDocument(
          reference: reference(
            issuer: "act/issuer | approved/issuer | approved/issuer-genitive | approver/position",
            "act | approved | approver", title: "(title | act[not(../title)]/title)", root),
          years: reader.text("year", root), digest: plan.digest.hex, duties: duties(of: plan),
          file: plan.source.name))
    default: others.append(plan.kind.schema.title)
    }
  }

  /// The act or plan that a document names or is.
  private func reference(issuer: String, _ place: String, title: String, _ root: XMLNode)
    -> DocumentReference
  {
    let text = { (name: String) in self.reader.text("(\(place))/\(name)", root) }
    let number = text("number")
    let key = [
      reader.text("name-key(\(issuer))", root), text("type").lowercased(), text("date"),
      number.isEmpty ? reader.text("name-key(\(title))", root) : number,
    ]
    return DocumentReference(
      issuer: reader.text(issuer, root), type: text("type"), date: text("date"), number: number,
      title: reader.text(title, root), key: key.joined(separator: "|"))
  }

  /// The duties of a plan, each once, with all its terms.
  private func duties(of plan: PlanTree) -> [ControlledDuty] {
    var order: [String] = []
    let byPath = Dictionary(grouping: dutyReader.duties(of: plan)) { duty in
      if order.last != duty.path { order.append(duty.path) }
      return duty.path
    }
    return order.compactMap { path in
      guard let duties = byPath[path], let first = duties.first,
        let node = reader.nodes(path, plan.root).first
      else { return nil }
      let task = reader.text("(ancestor::task/title | ancestor-or-self::row/task)[last()]", node)
      return ControlledDuty(
        place: place(of: node, path), task: task == first.text ? "" : task, lead: first.lead,
        text: first.text, executors: first.who, terms: terms(duties),
        isOfAct: path.contains("/act["))
    }
  }

  /// The words for when, each once, with the last permitted day that they name.
  private func terms(_ duties: [Duty]) -> [ControlledDuty.Term] {
    var order: [String] = []
    var days: [String: LocalDate] = [:]
    for duty in duties where !duty.words.isEmpty {
      if !order.contains(duty.words) { order.append(duty.words) }
      if let day = duty.deadline?.to {
        days[duty.words] = max(days[duty.words] ?? day, moved(day))
      }
    }
    let recurring = Set(duties.filter { $0.deadline?.every != nil }.map(\.words))
    return order.map { words in
      ControlledDuty.Term(words: words, due: days[words], recurs: recurring.contains(words))
    }
  }

  /// The day itself where it is a working day, or the first one after it.
  func moved(_ day: LocalDate) -> LocalDate {
    calendar?.nextWorkingDay(onOrAfter: day) ?? day
  }

  private func card(_ root: XMLNode, _ file: String) -> ControlCard {
    let done = "(removed/done | removed/documents/document[last()]/date | removed/date)[1]"
    let extensions = reader.nodes("extensions/extension[decision = 'granted']", root)
    return ControlCard(
      reference: reference(issuer: "document/issuer", "document", title: "document/title", root),
      place: reader.text("duty/place", root), lead: reader.text("duty/lead", root),
      text: reader.text("duty/text", root), words: reader.text("duty/deadline", root),
      executor: reader.text("executor", root), opened: day("opened", root),
      firstDue: day("due", root),
      extensions: extensions.map { (day("(asked | decided)[last()]", $0), day("until", $0)) },
      removed: day("removed/date", root), done: day(done, root),
      course: reader.nodes("course/entry", root).map { (day("date", $0), reader.text("text", $0)) },
      file: file)
  }

  private func report(_ root: XMLNode, _ file: String) -> ExecutorReport {
    ExecutorReport(
      reference: reference(issuer: "document/issuer", "document", title: "document/title", root),
      executor: reader.text("executor", root), date: reader.text("date", root),
      measures: reader.nodes("measures/measure", root).map { measure in
        let text = { self.reader.text($0, measure) }
        return ExecutorReport.Measure(
          key: [text("task"), text("text"), text("deadline")],
          state: MeasureState(rawValue: text("state")) ?? .notReported,
          texts: ["completed", "action", "result", "reason", "new-deadline"].map { ($0, text($0)) },
          documents: reader.nodes("documents/document", measure).map { document in
            ["name", "number", "date"].map { ($0, reader.text($0, document)) }
          })
      },
      file: file)
  }

  private func day(_ path: String, _ node: XMLNode) -> LocalDate? {
    try? DateReader.read(Array(reader.text(path, node).utf8))
  }

  /// The same for all ways to type a name.
  func key(of name: String) -> String { NameKey.key(of: Array(name.utf8).span) }
}

extension ControlReader {
  /// Where a duty stands, in words: «завдання 3, захід 1»; empty where the plan numbers it in a way
  /// of its own, for its number is then not that of its place.
  private func place(of node: XMLNode, _ path: String) -> String {
    let own = "ancestor-or-self::*[self::point or self::row or self::measure]/number"
    let isApart = "ancestor::part or ancestor-or-self::row or \(own)"
    guard reader.nodes("self::*[\(isApart)]", node).isEmpty else { return "" }
    var words: [String] = []
    var points = 0
    for step in path.split(separator: "/") {
      let parts = step.split(separator: "[")
      guard let name = parts.first, let number = Int(parts[1].dropLast()) else { continue }
      switch name {
      case "annex": words.append("додаток \(number)")
      case "section": words.append("розділ \(number)")
      case "block": words.append("блок \(number)")
      case "task": words.append("завдання \(number)")
      case "measure":
        if reader.nodes("self::*[count(../measure) > 1]", node).isEmpty { continue }
        words.append("захід \(number)")
      case "point":
        points += 1
        words.append("\(points == 1 ? "пункт" : "підпункт") \(number)")
      case "paragraph": words.append("абзац \(number + 1)")
      default: continue
      }
    }
    return words.joined(separator: ", ")
  }
}
