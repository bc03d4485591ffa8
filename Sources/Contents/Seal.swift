package import Digests
internal import Schemas
package import XML

/// What a plan's content was when it was sealed.
package struct Seal: Equatable, Sendable {
  /// The digest of the content.
  package let digest: Digest
  /// The level of its parts, and what each was.
  let depth: Int
  let marks: [String]

  /// The seal that content would have.
  package init(of content: PlanContent) {
    digest = content.digest
    depth = content.partDepth
    marks = content.parts(atDepth: depth).map(\.mark)
  }

  /// Reads the seal that a plan has; nil where it has none.
  ///
  /// - Throws: that it is no seal.
  package init?(of root: XMLNode) throws(NoSeal) {
    guard let seal = root.firstChild(named: Schema.sealElement) else { return nil }
    let hex = seal.firstChild(named: "digest")?.textBytes ?? []
    guard let digest = Digest(hex: hex[...]) else { throw NoSeal() }
    self.digest = digest
    let words = (seal.firstChild(named: "parts")?.stringValue ?? "").split { $0.isWhitespace }
    depth = words.first.flatMap { Int($0) } ?? 0
    marks = words.dropFirst().map(String.init)
  }

  /// What stands in the place of a seal is none.
  package struct NoSeal: Error {}

  /// The parts as they are written: the level, then four letters for each.
  package var parts: String { ([String(depth)] + marks).joined(separator: " ") }

  /// What has changed since, in the order of the plan: elements that are new or other than they were,
  /// and how many parts are gone.
  func changes(in content: PlanContent) -> (nodes: [XMLNode], gone: Int) {
    guard (1...64).contains(depth) else { return ([], 0) }
    let parts = content.parts(atDepth: depth)
    let change = parts.map(\.mark).difference(from: marks)
    let gone = change.removals.count - change.insertions.count
    let nodes = change.insertions.map { insertion in
      guard case .insert(let offset, _, _) = insertion else { return content.root }
      return parts[offset].node
    }
    return (nodes, max(0, gone))
  }
}

extension XMLNode {
  /// The first element of that name inside.
  fileprivate func firstChild(named name: String) -> XMLNode? {
    children.first { $0.isElement && $0.isNamed(name) }
  }
}
