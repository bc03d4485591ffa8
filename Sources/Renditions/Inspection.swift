package import Calendars
internal import Contents
package import Diagnostics
internal import Discovery
internal import Files
package import Plans
internal import Schemas

/// One run of checks over files and folders.
package struct Inspection {
  private let renderer: PlanRenderer
  private let book: RuleBook?
  private let day: LocalDate?
  /// How many plans were looked at.
  package private(set) var count = 0
  /// The duties of the plans, if they were asked for.
  package private(set) var duties: [(source: SourceFile, duty: Duty)] = []
  /// The folders that were named and hold no plan.
  private var emptyFolders: [String] = []
  private var findings: [Diagnostic] = []
  /// The files that were checked, each by the one path that all its paths lead to.
  private var checked: Set<PathKey> = []
  /// The plans that those checked refer to.
  private var referred: [String] = []
  private let readsDuties: ((PlanTree) -> [Duty])?

  /// Makes a run.
  ///
  /// - Parameters:
  ///   - book: the rules that the plans are held against; without them only their form is checked.
  ///   - day: the day that plans without one of their own are judged by.
  ///   - duties: what is asked for the duties of a plan; nil where none are wanted.
  package init(
    renderer: PlanRenderer, book: RuleBook?, day: LocalDate?,
    duties: ((PlanTree) -> [Duty])? = nil
  ) {
    self.renderer = renderer
    self.book = book
    self.day = day
    readsDuties = duties
  }

  /// Checks the plans of a file, of a folder, or of standard input.
  package mutating func check(_ path: String) {
    do throws(FileFault) {
      if path != "-", FileSystem.isFolder(path) {
        let (plans, faults, remarks) = PlanFinder.plans(below: path)
        findings += faults + remarks
        if plans.isEmpty, faults.isEmpty { emptyFolders.append(path) }
        for plan in plans { check(plan) }
        return
      }
      // A file that is named twice, by whatever paths, is one file.
      if path != "-", let file = FileSystem.resolved(path), !checked.insert(PathKey(file)).inserted
      {
        return
      }
      let source = path == "-" ? try SourceFile.standardInput() : try SourceFile(at: path)
      for plan in renderer.read(source) {
        count += 1
        findings += plan.diagnostics
        guard let tree = plan.value, tree.canBeJudged else { continue }
        referred += tree.references.map(\.path)
        if let book { findings += book.check(tree, asOf: day) }
        guard tree.isWhole else { continue }
        if let readsDuties {
          duties += readsDuties(tree).map { (source, $0) }
        } else {
          findings += renderer.limits(of: tree)
        }
      }
    } catch {
      findings.append(error.diagnostic(file: path))
    }
  }

  /// All findings, those between plans last: also those between a plan and one that it refers to and
  /// that was not to be checked itself.
  package mutating func finish() -> [Diagnostic] {
    guard let book else { return findings }
    for path in referred {
      guard let file = FileSystem.resolved(path), checked.insert(PathKey(file)).inserted,
        let source = try? SourceFile(at: path)
      else { continue }
      for tree in renderer.read(source).compactMap(\.value) { book.remember(tree, asOf: day) }
    }
    return findings + book.findingsAcrossPlans()
  }

  /// A folder without plans is most likely a slip: nothing in it was checked.
  package func refuseEmptyFolders() throws(ProgramFault) {
    if let folder = emptyFolders.first { throw .noPlan(in: folder) }
  }
}
