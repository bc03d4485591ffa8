import ArgumentParser
import Batches
import Calendars
import Diagnostics
import Files
import Glibc
import ICalendar
import Plans
import Renditions
import Reports
import Rules
import Schemas
import Summaries

/// `pysar deadlines`: who owes what, and when.
struct DeadlinesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deadlines",
    abstract: "List who owes what and when, what is overdue first, or write a calendar of it.",
    discussion: """
      Examples:
        pysar deadlines plan.yaml
        pysar deadlines plans/ --on 2021-09-15 --until 2021-12-31
        pysar deadlines plans/ --format csv > deadlines.csv
        pysar deadlines plan.yaml --executor Мінфін
        pysar deadlines plans/ --ics deadlines.ics
        pysar deadlines order.yaml plans/ --cycle 2027 --ics 2027.ics
      """)

  @Argument(help: "Plans, folders of plans, or - for standard input.", completion: .file())
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "The day to look from, such as 2021-09-15; today without it.", valueName: "date"),
    transform: LocalDate.argument)
  var on: LocalDate?

  @Option(
    help: ArgumentHelp("The last day to look at.", valueName: "date"), transform: LocalDate.argument
  )
  var until: LocalDate?

  @Option(
    help: ArgumentHelp(
      "Only what this executor owes; a part of the name will do.", valueName: "name"))
  var executor: String?

  @Option(
    help: ArgumentHelp(
      "In place of the plans' own deadlines, the days of the cycle of a year, by the orders on monitoring among them.",
      valueName: "year"))
  var cycle: Int?

  /// How the list is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
  }

  @Option(help: "How to write the list.")
  var format = Format.text

  @Option(help: "Write an iCalendar (RFC 5545) to a file.", completion: .file())
  var ics: String?

  @OptionGroup var references: PlanOptions

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if let on, let until, until < on {
      throw ValidationError("--until is before --on: no day lies between them")
    }
    if let cycle, !(1900...2199).contains(cycle) {
      throw ValidationError("--cycle takes a year from 1900 to 2199")
    }
  }

  func run() throws {
    try Terminal.run(shared.lang) {
      let day = on ?? cycle.flatMap { LocalDate(year: $0 - 1, month: 12, day: 1) } ?? Clock.today
      let renderer = PlanRenderer(
        folders: try shared.folders(), plans: references.places(besides: paths))
      let owed = OwedDuties(on: day)
      var inspection = Inspection(
        renderer: renderer, book: nil, day: nil, duties: try duties(renderer.kinds, owed, from: day)
      )
      for path in paths { inspection.check(path) }
      let calendar = CalendarReader.read(renderer.kinds.folders)
      let found = inspection.finish()
      Terminal.complain(
        shared.reporter.report(calendar.diagnostics + found.withRepetitionsToldOnce()))
      let all = inspection.duties.map { (file: $0.source.name, duty: $0.duty) }
        .filter { item in executor.map(item.duty.isOwed) ?? true }
      let (duties, notInForce, done) = owed.owed(of: all)
      if notInForce + done > 0 {
        Terminal.complain(passed(notInForce, done, on: day)[shared.lang] + "\n")
      }
      if cycle != nil, duties.isEmpty, !found.keepFromWork {
        throw ProgramFault(
          uk: "днів циклу тут немає: назвіть наказ про моніторинг, за строками якого їх рахують",
          en: "there are no days of a cycle: name the order on monitoring whose terms they follow")
      }
      if cycle != nil, let uncounted = uncounted(duties) {
        Terminal.complain(uncounted[shared.lang] + "\n")
      }
      if let ics {
        try write(duties, to: ics, asOf: day, calendar.value)
      } else {
        let agenda = Agenda(of: duties, on: day, until: until, calendar.value)
        try write(agenda)
        if agenda.entries.isEmpty, notInForce + done == 0 || !duties.isEmpty {
          Terminal.complain(nothing(among: inspection.duties.count)[shared.lang] + "\n")
        }
        if let cut = cut(agenda) { Terminal.complain(cut[shared.lang] + "\n") }
      }
      if !found.keepFromWork { try inspection.refuseEmptyFolders() }
      return found.exitStatus
    }
  }

  /// What lists the duties of a plan: those that it sets, or those that follow from it in the cycle.
  private func duties(_ kinds: KindLibrary, _ owed: OwedDuties, from day: LocalDate) throws
    -> (PlanTree) -> [Duty]
  {
    guard let cycle else {
      let reader = DutyReader(folders: kinds.folders)
      return { plan in
        let duties = reader.duties(of: plan)
        owed.read(plan, duties)
        return duties
      }
    }
    let acts = RulePackReader(kinds).read().value?.acts ?? []
    let titles = Dictionary(acts.map { ($0.id, $0.title) }) { first, _ in first }
    let (reader, language) = (try CycleReader(kinds, year: cycle, titles: titles), shared.lang)
    return { reader.duties(of: $0, from: day, language) }
  }

  /// What is said of duties that are not listed.
  private func passed(_ notInForce: Int, _ done: Int, on day: LocalDate) -> Message {
    let day = day.formatted("dd.MM.yyyy")
    return Message(
      uk: "не показано строків: \(notInForce + done) – планів, що не діють \(day) "
        + "(переглянуті чи ще не підписані перегляди): \(notInForce); "
        + "виконаного за картками моніторингу: \(done)",
      en: "deadlines left out: \(notInForce + done) – of plans not in force on \(day) "
        + "(revised, or revisions not yet signed): \(notInForce); "
        + "done by the monitoring cards: \(done)")
  }

  /// What is said of days of the cycle that fall in years without a working calendar.
  private func uncounted(_ duties: [Agenda.Item]) -> Message? {
    let without = duties.filter { !$0.duty.words.isEmpty }
    guard let first = without.first else { return nil }
    return Message(
      uk: "увага: днів циклу без дати: \(without.count) – \(first.duty.words); "
        + "покладіть файл дальшого року в calendars теки шаблонів (--templates)",
      en: "note: days of the cycle without a date: \(without.count) – \(first.duty.words); "
        + "put the file of the next year into calendars of a template folder (--templates)")
  }

  /// What is said where the list is empty.
  ///
  /// - Parameter count: how many duties there are of all executors.
  private func nothing(among count: Int) -> Message {
    guard let executor, count > 0 else {
      guard let until, count > 0 else {
        return Message(
          uk: "обов’язків зі строками тут немає", en: "there are no duties with deadlines here")
      }
      let day = until.formatted("dd.MM.yyyy")
      return Message(
        uk: "до \(day) строків немає; назвіть пізніший день у --until",
        en: "nothing is due by \(day); name a later day with --until")
    }
    return Message(
      uk: "для виконавця «\(executor)» нічого не знайдено серед обов’язків: \(count); "
        + "перевірте назву або приберіть --executor",
      en: "nothing is found for the executor '\(executor)' among duties: \(count); "
        + "check the name, or leave --executor out")
  }

  /// What is said where a list leaves out later days.
  private func cut(_ agenda: Agenda) -> Message? {
    guard let first = agenda.cut.first.map({ agenda.duties[$0] }) else { return nil }
    let place = "\(first.file):\(first.duty.place.start.line)"
    return Message(
      uk:
        "обов’язків, у яких попереду понад \(Agenda.limit) строків: \(agenda.cut.count) (перший – \(place)); "
        + "показано по \(Agenda.limit) найближчих; щоб побачити дальші, назвіть пізніший день у --on",
      en:
        "duties with more than \(Agenda.limit) days ahead: \(agenda.cut.count) (the first: \(place)); "
        + "the nearest \(Agenda.limit) of each are listed; for later ones name a later day with --on"
    )
  }

  private func write(_ agenda: Agenda) throws {
    switch format {
    case .text: try Terminal.write(Array(agenda.text(shared.lang).utf8))
    case .json: try Terminal.write(agenda.json())
    case .csv: try Terminal.write(agenda.csv(shared.lang))
    }
  }

  private func write(
    _ duties: [Agenda.Item], to path: String, asOf day: LocalDate, _ calendar: WorkingCalendar?
  ) throws {
    let entries = duties.compactMap { file, duty in
      duty.deadline.map { deadline in
        ICalendarWriter.Entry(
          duty.what, description: (duty.words.isEmpty ? "" : duty.words + "\n") + file,
          categories: duty.who,
          deadline: deadline, key: duty.key)
      }
    }
    guard let bytes = ICalendarWriter(asOf: day, until: until, calendar: calendar).write(entries)
    else {
      throw ProgramFault(
        uk: "жоден строк не має дня, календар порожній",
        en: "no deadline has a day, the calendar would be empty")
    }
    try CommandOutput(reading: paths).write(bytes, to: path)
  }
}

extension LocalDate {
  /// Reads a day in any of the spellings that plans use.
  static func argument(_ text: String) throws -> LocalDate {
    do throws(DateReader.Fault) {
      return try DateReader.read(Array(text.utf8))
    } catch {
      throw ValidationError(
        error == .noSuchDay
          ? "the calendar has no such day" : "a day is written as 2027-02-15 or 15.02.2027")
    }
  }
}

/// The one place that reads a clock.
enum Clock {
  /// How many seconds have gone by since 1970.
  static var seconds: Int { time(nil) }

  static var today: LocalDate {
    var now = time(nil)
    var local = unsafe tm()
    unsafe localtime_r(&now, &local)
    guard
      let day = unsafe LocalDate(
        year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
    else { preconditionFailure("the system's clock names a day") }
    return day
  }
}
