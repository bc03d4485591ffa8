package import Schemas
package import XML

/// Plans that were sealed before all had signed: only signatures were added since.
extension Seal {
  /// The days of signatures that were added after the plan was sealed, nothing else having changed;
  /// none where something has.
  package func signingsAdded(to root: XMLNode, _ schema: Schema) -> [XMLNode] {
    let changed = Set(changes(in: PlanContent(of: root, schema)).nodes.map(\.ordinal))
    let days = schema.signedPaths.joined().flatMap { root.elements(at: $0) }
      .filter { $0.isWithin(changed) }
    // A whole signature may be new, or only its day.
    let isAdded = [days.map { $0.outermost(within: changed) }, days].contains { added in
      PlanContent(of: root, schema, leavingOut: Set(added.map(\.ordinal))).digest == digest
    }
    return isAdded ? days : []
  }
}

extension XMLNode {
  /// Whether it is one of some elements, or in one.
  fileprivate func isWithin(_ nodes: Set<Int>) -> Bool {
    sequence(first: self) { $0.parent }.contains { nodes.contains($0.ordinal) }
  }

  /// The outermost element around it that holds nothing but some elements.
  fileprivate func outermost(within nodes: Set<Int>) -> XMLNode {
    guard let parent, parent.holdsOnly(nodes) else { return self }
    return parent.outermost(within: nodes)
  }

  private func holdsOnly(_ nodes: Set<Int>) -> Bool {
    let inner = children.filter(\.isElement)
    return nodes.contains(ordinal) || !inner.isEmpty && inner.allSatisfy { $0.holdsOnly(nodes) }
  }
}
