package import Calendars
package import Diagnostics
package import Digests
package import Files
package import Reports
package import Rules

/// What a plan was turned into: one file of the output folder.
package struct StagedRendition: Sendable, Equatable {
  /// The path within the output folder: `2021/ivasiv.html`.
  package var path: String
  /// The digest of its bytes.
  package var digest: Digest
  /// What the file system said of it when it was written.
  package var stamp: FileStamp
  /// The number in the name that it was written aside under; 0 where it is in its place.
  package var aside: UInt64
  /// Whether there was a file in its place when it was written aside, or was to be; a plan that is
  /// not known to have made it may find it there.
  package var replaces = false
  /// How many bytes of the path name a folder that the run makes: the whole folder stands aside, the
  /// file under its own name in it. 0 where its folder was there.
  package var newFolder = 0

  /// Makes a rendition that is written aside.
  package init(
    path: String, digest: Digest, stamp: FileStamp, aside: UInt64, replaces: Bool = false,
    newFolder: Int = 0
  ) {
    self.path = path
    self.digest = digest
    self.stamp = stamp
    self.aside = aside
    self.replaces = replaces
    self.newFolder = newFolder
  }

  /// Whether it stands under its own name in a folder that stands aside; there it only has no name
  /// of its own where it ``replaces`` what another plan makes.
  package var isNamed: Bool { newFolder > 0 && !replaces }

  /// As reports tell of it.
  package var rendition: Rendition { Rendition(path: path, digest: digest, size: stamp.size) }
}

/// All that the batch knows of one plan. Its findings name no file: the file may be called by
/// another path the next time.
package struct PlanRecord: Sendable, Equatable {
  /// Why nothing, or something, was made of a plan by itself.
  package enum Outcome: UInt8, Sendable {
    /// It has no error of its own.
    case sound
    /// It has errors.
    case faulty
    /// Not everyone has signed it.
    case unsigned
    /// Its file could not be read, or its renditions not be written; the next run tries again.
    case failed

    /// Whether it is an error that nothing was made of the plan.
    package var isBad: Bool { self == .faulty || self == .failed }
  }

  /// The number of the plan in its file, from 1.
  package var number: Int
  /// The kind; empty where it could not be read.
  package var kind = ""
  /// Whose or which plan it is, as people call it.
  package var title = ""
  /// The body or unit that it belongs to.
  package var unit = ""
  /// What came of it by itself.
  package var outcome: Outcome
  /// The day of the last signature, if everyone has signed.
  package var signedOn: LocalDate?
  /// Whether the plan has no day of its own, so that ``Batch/asOf`` says by which law it is judged.
  package var dependsOnDay = false
  /// Whether it made nothing only because of another plan.
  package var isWithheld = false
  /// What was made of it.
  package var renditions: [StagedRendition] = []
  /// The paths of files that former runs made of it, and this one did not.
  package var former: [String] = []
  /// The paths of such files that this run removes.
  package var removed: [String] = []
  /// What is wrong with the plan by itself.
  package var findings: [Diagnostic] = []
  /// What the rules across plans ask of it.
  package var facts: [BatchFacts] = []
  /// What is wrong between it and other plans.
  package var acrossFindings: [Diagnostic] = []

  /// Makes a record of a plan of which nothing was made yet.
  package init(number: Int, outcome: Outcome, findings: [Diagnostic] = []) {
    self.number = number
    self.outcome = outcome
    self.findings = findings
  }
}

/// All that the batch knows of one file of plans.
package struct FileRecord: Sendable, Equatable {
  /// The path within the folder of plans: `2021/ivasiv.yaml`.
  package var source: String
  /// The place of that folder among those that the user named.
  package var root: Int
  /// What the file system said of the file before it was read.
  package var stamp: FileStamp
  /// The digest of the file's bytes.
  package var digest: Digest
  /// Whether the file is gone; then only what was made of it is left to tell.
  package var isGone = false
  /// The other files that its plans were read with.
  package var dependencies: [Dependency] = []
  /// The plans in it.
  package var plans: [PlanRecord]

  /// Makes a record of a file that is there.
  package init(
    source: String, root: Int, stamp: FileStamp, digest: Digest, plans: [PlanRecord]
  ) {
    self.source = source
    self.root = root
    self.stamp = stamp
    self.digest = digest
    self.plans = plans
  }
}
