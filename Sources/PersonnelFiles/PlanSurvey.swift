internal import Schemas
internal import Diagnostics
internal import Files
internal import Plans
internal import Renditions

/// Finds out of plans whose they are, and which can be taken. It belongs to one task.
final class PlanSurvey {
  private let options: ArchiveOptions
  private let renderer: PlanRenderer
  /// The plans that can be taken.
  private(set) var plans: [SignedPlan] = []
  /// How many plans are of no servant.
  private(set) var others = 0
  /// How many are not signed yet.
  private(set) var unsigned = 0
  private(set) var diagnostics: [Diagnostic] = []

  init(_ options: ArchiveOptions) {
    self.options = options
    renderer = options.renderer()
  }

  /// Looks at a file.
  func look(at path: String) {
    let source: SourceFile
    do throws(FileFault) {
      source = try SourceFile(at: path)
    } catch {
      return diagnostics.append(error.diagnostic(file: path))
    }
    let read = renderer.read(source)
    let found = read.flatMap(\.diagnostics).filter { $0.severity == .error }
    diagnostics += found
    let trees = read.compactMap(\.value)
    guard found.isEmpty, let plan = trees.first else { return }
    guard trees.contains(where: { Servant(of: $0) != nil && $0.kind.name != Inventory.kind }) else {
      others += trees.count
      return
    }
    guard trees.count == 1 else { return diagnostics.append(.several(source, trees.count)) }
    guard let document = SignedPlan(plan, asOf: options.day, former: former) else {
      unsigned += 1
      return diagnostics.append(.unsigned(plan, asOf: options.day))
    }
    if let other = document.other {
      return diagnostics.append(.otherOwner(plan, document.servant, other))
    }
    plans.append(document)
  }

  /// The plan in a file that another one refers to.
  private func former(_ path: String) -> PlanTree? {
    (try? SourceFile(at: path)).flatMap { renderer.read($0).first?.value }
  }
}
