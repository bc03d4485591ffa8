package import Diagnostics

/// What changed from one manifest to another, plan by plan, in the order of their paths. Both are
/// read as they come, and lines that are the same are not understood at all.
package struct ManifestDiff: ~Copyable {
  private var old: ManifestReader
  private var new: ManifestReader

  /// Compares two manifests, each a file or a folder that has one.
  ///
  /// - Throws: why one of them cannot be read.
  package init(old: String, new: String) throws(ProgramFault) {
    var old = try ManifestReader(at: old)
    var new = try ManifestReader(at: new)
    // Of two that are the same no line is understood below: what is no manifest is told by its first.
    _ = try old.current()
    _ = try new.current()
    self.old = old
    self.new = new
  }

  /// The next change; nil where there is no more.
  ///
  /// - Throws: what cannot be read, by file and line.
  package mutating func next() throws(ProgramFault) -> ManifestChange? {
    while true {
      if old.bytes == nil, new.bytes == nil { return nil }
      if old.bytes == new.bytes {
        try old.advance()
        try new.advance()
        continue
      }
      let before = try old.current()
      let after = try new.current()
      let change: ManifestChange?
      switch (before.map(ManifestReader.Key.init), after.map(ManifestReader.Key.init)) {
      case (let left?, let right?) where left == right:
        change = ManifestChange(before, after)
        try old.advance()
        try new.advance()
      case (let left?, let right) where right.map { left < $0 } ?? true:
        change = ManifestChange(before, nil)
        try old.advance()
      default:
        change = ManifestChange(nil, after)
        try new.advance()
      }
      if let change { return change }
    }
  }
}
