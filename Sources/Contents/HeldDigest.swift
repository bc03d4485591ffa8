package import Digests

/// The digest of a plan as another plan holds it: whole, or as the groups of its seal.
package enum HeldDigest {
  /// All of it.
  case whole(Digest)
  /// The groups that people copy.
  case groups(SealGroups)

  /// Reads one; nil where the text is none.
  package init?(_ text: String) {
    if let groups = try? SealGroups(reading: text) {
      self = .groups(groups)
    } else if let digest = Digest(
      hex: Array(text.lowercased().filter { !$0.isWhitespace }.utf8)[...])
    {
      self = .whole(digest)
    } else {
      return nil
    }
  }

  /// Whether it is that of some content.
  package func matches(_ digest: Digest) -> Bool {
    switch self {
    case .whole(let held): held == digest
    case .groups(let held): held == SealGroups(of: digest)
    }
  }
}
