import Diagnostics
public import Digests

/// A line of `manifest.jsonl`: what came of one plan, for programs (JSON Lines).
public struct ManifestLine: Sendable, Equatable {
  /// A file that a plan was turned into.
  public struct File: Sendable, Equatable {
    /// The path within the output folder.
    public var path: String
    /// The digest of its bytes.
    public var digest: Digest
    /// How many bytes it has.
    public var size: Int
  }

  /// How many findings there are of each severity.
  public struct Findings: Sendable, Equatable {
    /// How many errors.
    public var errors = 0
    /// How many warnings.
    public var warnings = 0
    /// How many notes.
    public var notes = 0
  }

  /// The path of its file within the folder of plans.
  public var source: String
  /// The number of the plan in its file, from 1; nil in a file of one plan.
  public var number: Int?
  /// The kind; empty where it could not be read.
  public var kind = ""
  /// Whose or which plan it is; may be empty.
  public var title = ""
  /// The body or unit that it belongs to; may be empty.
  public var unit = ""
  /// The digest of its file; nil where that could not be read.
  public var digest: Digest?
  /// How far it has come.
  public var state: PlanOutcome.State
  /// Its renditions.
  public var renditions: [File] = []
  /// How many findings there are.
  public var findings = Findings()
  /// The paths of files that do not show the plan as it is.
  public var stale: [String] = []

  /// The line of a plan.
  public init(_ outcome: PlanOutcome) {
    source = outcome.source
    number = outcome.count > 1 ? outcome.number : nil
    kind = outcome.kind
    title = outcome.title
    unit = outcome.unit
    // Of a file that could not be read there is neither a kind nor a digest.
    let isRead = outcome.state != .failed || !outcome.kind.isEmpty
    digest = isRead ? outcome.digest : nil
    state = outcome.state
    renditions = outcome.renditions.map {
      File(path: $0.path, digest: $0.digest, size: $0.stamp.size)
    }
    for finding in outcome.findings {
      switch finding.severity {
      case .error: findings.errors += 1
      case .warning: findings.warnings += 1
      case .note: findings.notes += 1
      }
    }
    stale = outcome.stale
  }

  init(source: String, number: Int? = nil, state: PlanOutcome.State) {
    self.source = source
    self.number = number
    self.state = state
  }
}
