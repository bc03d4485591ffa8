internal import Bytes

/// What changed about one plan from one manifest to another.
package struct ManifestChange: Sendable, Equatable {
  /// A respect in which it changed.
  package enum Aspect: String, Sendable, CaseIterable {
    /// The plan is new.
    case added
    /// The plan is gone.
    case gone
    /// The bytes of its file are others.
    case content
    /// It has come further, or less far.
    case state
    /// Its renditions are others, though the plan is the same.
    case renditions
    /// Other things were found, though the plan is the same.
    case findings
    /// Other files do not show it as it is.
    case stale
    /// It is called otherwise, though the plan is the same.
    case name
  }

  /// The line before; nil of a plan that had none.
  package let old: ManifestLine?
  /// The line now; nil of a plan that has none.
  package let new: ManifestLine?
  /// In what respects it changed; at least one.
  let aspects: [Aspect]
  /// The renditions that are others, there no longer or there now, sorted.
  package let renditions: [String]

  /// Compares two lines of one plan; nil where nothing changed.
  init?(_ old: ManifestLine?, _ new: ManifestLine?) {
    self.old = old
    self.new = new
    var aspects: [Aspect] = []
    switch (old?.present, new?.present) {
    case (nil, nil):
      renditions = []
      if old?.stale ?? [] != new?.stale ?? [] { aspects.append(.stale) }
    case (nil, let new?):
      renditions = Self.differing([], new.renditions)
      aspects.append(.added)
    case (let old?, nil):
      renditions = Self.differing(old.renditions, [])
      aspects.append(.gone)
    case (let old?, let new?):
      renditions = Self.differing(old.renditions, new.renditions)
      let isSame = old.digest == new.digest
      if !isSame { aspects.append(.content) }
      if old.state != new.state { aspects.append(.state) }
      if isSame, old.state == new.state, !renditions.isEmpty { aspects.append(.renditions) }
      if isSame, old.findings != new.findings { aspects.append(.findings) }
      if old.state == new.state, old.stale != new.stale { aspects.append(.stale) }
      if isSame, (old.kind, old.title, old.unit) != (new.kind, new.title, new.unit) {
        aspects.append(.name)
      }
    }
    guard !aspects.isEmpty else { return nil }
    self.aspects = aspects
  }

  private static func differing(_ old: [Rendition], _ new: [Rendition])
    -> [String]
  {
    if old == new { return [] }
    let gone = old.filter { file in !new.contains { $0.path.hasSameBytes(as: file.path) } }
    let other = new.filter { !old.contains($0) }
    return (gone + other).map(\.path).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

extension ManifestLine {
  /// The line, if its plan is still there.
  fileprivate var present: ManifestLine? { state == .gone ? nil : self }
}
