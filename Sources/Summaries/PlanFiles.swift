internal import Diagnostics
internal import Discovery
internal import Files
internal import Plans
internal import Renditions

extension PlanRenderer {
  /// Reads the plans of a file, or of all files below a folder, and hands on those that are whole.
  ///
  /// - Parameter isUnfinishedTaken: whether those that miss something are handed on, too, and nothing
  ///   is said of them.
  /// - Returns: what is wrong with them.
  func forEachPlan(
    of path: String, isUnfinishedTaken: Bool = false, _ body: (PlanTree) -> Void
  ) -> [Diagnostic] {
    guard !FileSystem.isFolder(path) else {
      let (plans, faults, remarks) = PlanFinder.plans(below: path)
      return faults + remarks
        + plans.flatMap { forEachPlan(of: $0, isUnfinishedTaken: isUnfinishedTaken, body) }
    }
    do throws(FileFault) {
      return read(try SourceFile(named: path)).flatMap { plan in
        guard let tree = plan.value, tree.isWhole || isUnfinishedTaken else {
          return plan.diagnostics
        }
        body(tree)
        return isUnfinishedTaken ? [] : plan.diagnostics
      }
    } catch {
      return [error.diagnostic(file: path)]
    }
  }
}
