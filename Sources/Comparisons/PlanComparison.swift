/// What has changed from one content to another of the same kind.
package struct PlanComparison: Sendable {
  /// The changes, in the order of the new content; what is gone stands where it was.
  package private(set) var changes: [PlanChange] = []

  /// Compares two contents.
  package init(_ old: ContentValue, _ new: ContentValue) {
    compare(old, new, at: [])
  }

  private mutating func compare(
    _ old: ContentValue, _ new: ContentValue, at path: [PlanChange.Step]
  ) {
    switch (old, new) {
    case (.object(let old), .object(let new)): compare(old, new, at: path)
    case (.list(let old), .list(let new)): compare(old, new, at: path)
    default: if old != new { add(.changed, path, old: old, new: new) }
    }
  }

  private mutating func compare(
    _ old: [ContentValue.Member], _ new: [ContentValue.Member], at path: [PlanChange.Step]
  ) {
    for member in old where !new.contains(where: { $0.name == member.name }) {
      add(.removed, path + [.key(member.name)], old: member.value)
    }
    for member in new {
      let path = path + [.key(member.name)]
      if let former = old.first(where: { $0.name == member.name }) {
        compare(former.value, member.value, at: path)
      } else {
        add(.added, path, new: member.value)
      }
    }
  }

  private mutating func compare(
    _ old: [ContentValue], _ new: [ContentValue], at path: [PlanChange.Step]
  ) {
    let pairs = ItemPairs(old, new)
    let moved = pairs.moved
    for (index, item) in old.enumerated() where pairs.new[index] == nil {
      add(.removed, path + [.item(old: index, new: nil)], old: item)
    }
    for (index, item) in new.enumerated() {
      guard let former = pairs.old[index] else {
        add(.added, path + [.item(old: nil, new: index)], new: item)
        continue
      }
      let path = path + [.item(old: former, new: index)]
      if moved.contains(former) { add(.moved, path) }
      compare(old[former], item, at: path)
    }
  }

  private mutating func add(
    _ sort: PlanChange.Sort, _ path: [PlanChange.Step], old: ContentValue? = nil,
    new: ContentValue? = nil
  ) {
    changes.append(PlanChange(sort: sort, path: path, old: old, new: new))
  }
}
