import Diagnostics
package import Digests

/// A line of `manifest.jsonl`: what came of one plan, for programs (JSON Lines).
package struct ManifestLine: Sendable, Equatable {
  /// How many findings there are of each severity.
  package struct Findings: Sendable, Equatable {
    /// How many errors.
    package var errors = 0
    /// How many warnings.
    package var warnings = 0
    /// How many notes.
    package var notes = 0
  }

  /// The path of its file within the folder of plans.
  package var source: String
  /// The number of the plan in its file, from 1; nil in a file of one plan.
  package var number: Int?
  /// The kind; empty where it could not be read.
  package var kind = ""
  /// Whose or which plan it is; may be empty.
  package var title = ""
  /// The body or unit that it belongs to; may be empty.
  package var unit = ""
  /// The digest of its file; nil where that could not be read.
  package var digest: Digest?
  /// How far it has come.
  package var state: PlanOutcome.State
  /// Its renditions.
  package var renditions: [Rendition] = []
  /// How many findings there are.
  package var findings = Findings()
  /// The paths of files that do not show the plan as it is.
  package var stale: [String] = []

  /// The line of a plan.
  package init(_ outcome: PlanOutcome) {
    source = outcome.source
    number = outcome.count > 1 ? outcome.number : nil
    kind = outcome.kind
    title = outcome.title
    unit = outcome.unit
    // Of a file that could not be read there is neither a kind nor a digest.
    let isRead = outcome.state != .failed || !outcome.kind.isEmpty
    digest = isRead ? outcome.digest : nil
    state = outcome.state
    renditions = outcome.renditions
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
