package import Diagnostics
package import Digests

/// One plan's reference to another, which was found.
package struct PlanReference: Sendable {
  /// The path as it stands in the plan.
  package let written: String
  /// The path under which the other plan was found.
  package let path: String
  /// The digest of the other plan's canonical content.
  package let digest: Digest
  /// Where the reference is written.
  package let place: SourceRange

  /// Makes one.
  package init(written: String, path: String, digest: Digest, place: SourceRange) {
    self.written = written
    self.path = path
    self.digest = digest
    self.place = place
  }
}

/// A file that a plan was read with: one that it refers to, directly or by way of others, or a place
/// where it was looked for in vain.
package struct PlanDependency: Sendable, Hashable {
  /// The path, as it was opened.
  package let path: String
  /// The digest of the bytes that were read; nil where there was no such file, or no plan in it.
  package let digest: Digest?

  /// Makes one.
  package init(path: String, digest: Digest?) {
    self.path = path
    self.digest = digest
  }
}
