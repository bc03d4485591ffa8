package import Calendars
package import Diagnostics
internal import Files
internal import Plans
package import Renditions
internal import Schemas

/// A document that is begun from a performance plan: what the plan says stands in it, and the rest is
/// left to be written.
package enum BegunDocument: Sendable {
  /// The monitoring card for a quarter.
  ///
  /// - Parameter folder: where the card will lie.
  case card(Quarter, folder: String)
  /// The sheet of the talk before the tasks of the next year are set.
  case interview
  /// The SMART sheet of the plan's indicators.
  case smartSheet

  /// The document of a kind that is begun from a plan alone; nil for other kinds.
  package init?(kind: String) {
    switch kind {
    case "interview-sheet": self = .interview
    case "smart-sheet": self = .smartSheet
    default: return nil
    }
  }

  /// Begins the document from the plan in a file; nil where the plan is wrong, and what is.
  ///
  /// - Parameter date: the day of the document.
  /// - Throws: that there is not one plan of the right kind in the file.
  package func begin(from path: String, with renderer: PlanRenderer, on date: LocalDate)
    throws(ProgramFault) -> (document: PlanValue?, faults: [Diagnostic])
  {
    let read: [Diagnosed<PlanTree>]
    do throws(FileFault) {
      read = renderer.read(try SourceFile(named: path))
    } catch {
      return (nil, [error.diagnostic(file: path)])
    }
    let faults = read.flatMap(\.diagnostics)
    guard !faults.hasErrors else { return (nil, faults) }
    let plans = read.compactMap(\.value).filter { $0.kind.name == "performance-plan" }
    guard let plan = plans.first, plans.count == 1 else {
      throw plans.isEmpty
        ? Self.noPlan(path, read.compactMap { $0.value?.kind.schema.title })
        : ProgramFault(
          uk: "у «\(path)» планів завдань і показників \(plans.count), а має бути один",
          en: "'\(path)' has \(plans.count) plans of tasks and indicators, and one is needed")
    }
    switch self {
    case .card(let quarter, let folder):
      let place =
        if let file = FileSystem.resolved(path), let folder = FileSystem.resolved(folder) {
          FileSystem.path(of: file, from: folder)
        } else { path }
      let end = Int(XPathReader().text("year", plan.root)).flatMap(quarter.end)
      let remarks = [
        PlanBehind.unsigned(plan), PlanBehind.revised(plan, in: path, by: end, renderer),
      ].compactMap { $0 }
      return (.card(of: plan, quarter: quarter, date: date, path: place), faults + remarks)
    case .interview: return (.interview(after: plan, on: date), faults)
    case .smartSheet:
      let found = RuleBook(renderer.kinds).check(plan, asOf: date)
      return (.smartSheet(of: plan, found, on: date), faults)
    }
  }

  /// That a file holds documents of other kinds.
  private static func noPlan(_ path: String, _ titles: [Message]) -> ProgramFault {
    ProgramFault(
      uk: "потрібен план «Завдання і ключові показники», а «\(path)» – це "
        + titles.map { "«\($0.uk)»" }.joined(separator: ", "),
      en: "a plan of tasks and key performance indicators is needed, and '\(path)' is "
        + titles.map { "'\($0.en)'" }.joined(separator: ", "))
  }
}
