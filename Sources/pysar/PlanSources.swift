import Batches
import Diagnostics
import Discovery
import Files

/// The files of plans that a command is given, those of folders among them.
struct PlanSources {
  /// What is wrong with files and folders themselves.
  private(set) var diagnostics: [Diagnostic] = []
  /// The files that could be read.
  private(set) var sources: [SourceFile] = []
  /// The folders that were named and hold no plan.
  private var emptyFolders: [String] = []

  init(_ paths: [String]) {
    for path in paths {
      guard path != "-", FileSystem.isFolder(path) else {
        read(path)
        continue
      }
      let (plans, faults, remarks) = PlanFinder.plans(below: path)
      diagnostics += faults + remarks
      if plans.isEmpty, faults.isEmpty { emptyFolders.append(path) }
      for plan in plans { read(plan) }
    }
  }

  /// A folder without plans is most likely a slip: nothing in it was looked at.
  func refuseEmptyFolders() throws(ProgramFault) {
    if let folder = emptyFolders.first { throw .noPlan(in: folder) }
  }

  private mutating func read(_ path: String) {
    do throws(FileFault) {
      sources.append(try SourceFile(named: path))
    } catch {
      diagnostics.append(error.diagnostic(file: path))
    }
  }
}
