internal import Calendars
internal import Diagnostics
import Digests
import Files
import Reports
import Rules

/// What a plan was turned into: one file of the output folder.
struct StagedRendition: Sendable, Equatable {
  /// The path within the output folder: `2021/ivasiv.html`.
  var path: String
  /// The digest of its bytes.
  var digest: Digest
  /// What the file system said of it when it was written.
  var stamp: FileStamp
  /// The number in the name that it was written aside under; 0 where it is in its place.
  var aside: UInt64
  /// Whether there was a file in its place when it was written aside, or was to be; a plan that is
  /// not known to have made it may find it there.
  var replaces = false
  /// How many bytes of the path name a folder that the run makes: the whole folder stands aside, the
  /// file under its own name in it. 0 where its folder was there.
  var newFolder = 0

  /// Whether it stands under its own name in a folder that stands aside; there it only has no name
  /// of its own where it ``replaces`` what another plan makes.
  var isNamed: Bool { newFolder > 0 && !replaces }

  /// As reports tell of it.
  var rendition: Rendition { Rendition(path: path, digest: digest, size: stamp.size) }
}

/// All that the batch knows of one plan. Its findings name no file: the file may be called by
/// another path the next time.
struct PlanRecord: Sendable, Equatable {
  /// Why nothing, or something, was made of a plan by itself.
  enum Outcome: UInt8, Sendable {
    /// It has no error of its own.
    case sound
    /// It has errors.
    case faulty
    /// Not everyone has signed it.
    case unsigned
    /// Its file could not be read, or its renditions not be written; the next run tries again.
    case failed

    /// Whether it is an error that nothing was made of the plan.
    var isBad: Bool { self == .faulty || self == .failed }
  }

  /// The number of the plan in its file, from 1.
  var number: Int
  /// The kind; empty where it could not be read.
  var kind = ""
  /// Whose or which plan it is, as people call it.
  var title = ""
  /// The body or unit that it belongs to.
  var unit = ""
  var outcome: Outcome
  /// The day of the last signature, if everyone has signed.
  var signedOn: LocalDate?
  /// Whether the plan has no day of its own, so that ``Batch/asOf`` says by which law it is judged.
  var dependsOnDay = false
  /// Whether it made nothing only because of another plan.
  var isWithheld = false
  var renditions: [StagedRendition] = []
  /// The paths of files that former runs made of it, and this one did not.
  var former: [String] = []
  /// The paths of such files that this run removes.
  var removed: [String] = []
  /// What is wrong with the plan by itself.
  var findings: [Diagnostic] = []
  /// What the rules across plans ask of it.
  var facts: [BatchFacts] = []
  /// What is wrong between it and other plans.
  var acrossFindings: [Diagnostic] = []
}

/// All that the batch knows of one file of plans.
struct FileRecord: Sendable, Equatable {
  /// The path within the folder of plans: `2021/ivasiv.yaml`.
  var source: String
  /// The place of that folder among those that the user named.
  var root: Int
  var stamp: FileStamp
  /// The digest of the file's bytes.
  var digest: Digest
  /// Whether the file is gone; then only what was made of it is left to tell.
  var isGone = false
  /// The other files that its plans were read with.
  var dependencies: [Dependency] = []
  var plans: [PlanRecord]
}
