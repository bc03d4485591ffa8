import Bytes
package import Diagnostics
package import Digests

/// What a plan was turned into: one file of the output folder.
package struct Rendition: Sendable, Equatable {
  /// The path within the output folder: `2021/ivasiv.html`.
  package var path: String
  /// The digest of its bytes.
  package var digest: Digest
  /// How many bytes it has.
  package var size: Int

  /// Makes a rendition.
  package init(path: String, digest: Digest, size: Int) {
    self.path = path
    self.digest = digest
    self.size = size
  }
}

/// What came of a plan: a line of the manifest, a row of the index.
package struct PlanOutcome: Sendable, Equatable {
  /// How far a plan has come.
  package enum State: String, Sendable, CaseIterable {
    /// Its renditions are there and as it says.
    case built
    /// It has errors; nothing was made of it.
    case faulty
    /// Not everyone has signed it; nothing was made of it.
    case unsigned
    /// Its file could not be read, or its renditions not be written.
    case failed
    /// Its file is gone; only what was made of it is left.
    case gone
  }

  /// The path of its file within the folder of plans: `2021/ivasiv.yaml`.
  package var source: String
  /// The number of the plan in its file, from 1.
  package var number: Int
  /// How many plans the file has.
  package var count: Int
  /// The kind; empty where it could not be read.
  package var kind: String
  /// Whose or which plan it is; may be empty.
  package var title: String
  /// The body or unit that it belongs to; may be empty.
  package var unit: String
  /// The digest of its file.
  package var digest: Digest
  /// How far it has come.
  package var state: State
  /// Its renditions, in the order of forms and formats.
  package var renditions: [Rendition]
  /// The paths of files that former runs made of it and that do not show it as it is.
  package var stale: [String]
  /// What was found wrong with it; the files are called as the user called them.
  package var findings: [Diagnostic]

  /// Makes what came of a plan.
  package init(
    source: String, number: Int, count: Int, kind: String, title: String, unit: String,
    digest: Digest, state: State, renditions: [Rendition], stale: [String], findings: [Diagnostic]
  ) {
    self.source = source
    self.number = number
    self.count = count
    self.kind = kind
    self.title = title
    self.unit = unit
    self.digest = digest
    self.state = state
    self.renditions = renditions
    self.stale = stale
    self.findings = findings
  }

  /// The path of another file within the folder of plans, given how the user calls it and this
  /// plan's; the whole name where the folders differ.
  func path(ofFile other: String, beside own: String) -> String {
    let folder = own.utf8.dropLast(source.utf8.count)
    guard own.endsWithBytes(of: source), other.utf8.starts(with: folder) else { return other }
    return String(other[other.utf8.index(other.startIndex, offsetBy: folder.count)...])
  }

  /// How many findings there are of a severity.
  package func count(of severity: Severity) -> Int {
    findings.count { $0.severity == severity }
  }
}
