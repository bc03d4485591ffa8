import ArgumentParser
import Batches
package import Calendars
import Diagnostics
import Files
import Glibc
import ICalendar
import Plans
import Renditions
import Reports

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
      """)

  @Argument(help: "Plans, folders of plans, or - for standard input.", completion: .file())
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "The day to look from, such as 2021-09-15; today without it.", valueName: "date"))
  var on: LocalDate?

  @Option(help: ArgumentHelp("The last day to look at.", valueName: "date"))
  var until: LocalDate?

  @Option(
    help: ArgumentHelp(
      "Only what this executor owes; a part of the name will do.", valueName: "name"))
  var executor: String?

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

  func run() throws {
    try Terminal.run(shared.lang) {
      let day = on ?? Clock.today
      var inspection = Inspection(
        renderer: PlanRenderer(
          folders: try shared.folders(), plans: references.places(besides: paths)),
        book: nil, day: nil, listsDuties: true)
      for path in paths { inspection.check(path) }
      Terminal.complain(shared.reporter.report(inspection.finish().withRepetitionsToldOnce()))
      let duties = inspection.duties.map { (file: $0.source.name, duty: $0.duty) }
        .filter { item in executor.map(item.duty.isOwed) ?? true }
      if let ics {
        try write(duties, to: ics, asOf: day)
      } else {
        try write(Agenda(of: duties, on: day, until: until))
      }
      if inspection.hasUnreadable { return ExitCode(2) }
      try inspection.refuseEmptyFolders()
      return inspection.finish().hasErrors ? .failure : .success
    }
  }

  private func write(_ agenda: Agenda) throws {
    switch format {
    case .text: try Terminal.write(Array(agenda.text(shared.lang).utf8))
    case .json: try Terminal.write(agenda.json())
    case .csv: try Terminal.write(agenda.csv(shared.lang))
    }
  }

  private func write(_ duties: [Agenda.Item], to path: String, asOf day: LocalDate) throws {
    let entries = duties.compactMap { file, duty in
      duty.deadline.map { deadline in
        ICalendarWriter.Entry(
          duty.what, description: "\(duty.words)\n\(file)", categories: duty.who,
          deadline: deadline, key: duty.key)
      }
    }
    guard let bytes = ICalendarWriter(asOf: day, until: until).write(entries) else {
      throw ProgramFault(
        uk: "жоден строк не має дня, календар порожній",
        en: "no deadline has a day, the calendar would be empty")
    }
    try FileSystem.replace(path, with: bytes)
  }
}

extension LocalDate: ExpressibleByArgument {
  /// Reads a day in any of the spellings that plans use.
  package init?(argument: String) {
    guard let date = try? DateReader.read(Array(argument.utf8)) else { return nil }
    self = date
  }
}

/// The one place that reads a clock.
enum Clock {
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
