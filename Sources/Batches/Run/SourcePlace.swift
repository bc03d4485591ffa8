import Discovery
import RunState
internal import Schemas

/// Where a file of plans lies among the others.
struct SourcePlace: Sendable {
  /// The path within the folder of plans: `2021/ivasiv.yaml`.
  let path: String
  /// The place of that folder among those that the user named.
  let root: Int

  /// What the names of a plan's renditions begin with: the path without the ending, with the number
  /// of the plan where the file has several.
  func stem(ofPlan number: Int?) -> String {
    let stem = PlanFinder.stem(of: path)
    return number.map { "\(stem)-\($0)" } ?? stem
  }
}

/// What the run before has left of a file.
struct FormerRecord: Sendable {
  /// Its record.
  let record: FileRecord?
  /// The renditions that are still in their places as it says, by path.
  let known: [String: StagedRendition]
}

/// What a plan is turned into.
struct PlanTarget: Sendable {
  /// The number of the plan in its file, from 1.
  let number: Int
  /// What the names of its renditions begin with.
  let stem: String
  /// The renditions of its file that are in their places, by path.
  let known: [String: StagedRendition]
}
