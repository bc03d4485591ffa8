import Comparisons

extension [PlanChange] {
  /// What becomes of a content by these changes.
  ///
  /// - Parameter value: the old content, of which they were found.
  func applied(to value: ContentValue) -> ContentValue { applied(to: value, depth: 0) }

  private func applied(to value: ContentValue, depth: Int) -> ContentValue {
    if let whole = first(where: { $0.path.count == depth && $0.sort == .changed }) {
      return whole.new ?? value
    }
    switch value {
    case .text: return value
    case .object(let members): return .object(changed(members, depth))
    case .list(let items): return .list(changed(items, depth))
    }
  }

  private func changed(_ members: [ContentValue.Member], _ depth: Int) -> [ContentValue.Member] {
    var result = members.compactMap { member -> ContentValue.Member? in
      let own = filter { $0.path.count > depth && $0.path[depth] == .key(member.name) }
      if own.contains(where: { $0.sort == .removed && $0.path.count == depth + 1 }) { return nil }
      return ContentValue.Member(
        name: member.name, value: own.applied(to: member.value, depth: depth + 1))
    }
    for change in self where change.sort == .added && change.path.count == depth + 1 {
      guard case .key(let name) = change.path[depth], let new = change.new else { continue }
      result.append(ContentValue.Member(name: name, value: new))
    }
    return result
  }

  private func changed(_ items: [ContentValue], _ depth: Int) -> [ContentValue] {
    var gone: Set<Int> = []
    var placed: [Int: ContentValue] = [:]
    for change in self where change.path.count == depth + 1 {
      guard case .item(let old, let new) = change.path[depth] else { continue }
      if change.sort == .removed || change.sort == .moved, let old { gone.insert(old) }
      if let new, change.sort == .added { placed[new] = change.new }
      if let new, let old, change.sort == .moved { placed[new] = item(items, old, depth) }
    }
    var kept = items.indices.filter { !gone.contains($0) }.map { item(items, $0, depth) }[...]
    var result: [ContentValue] = []
    while !kept.isEmpty || placed[result.count] != nil {
      if let item = placed[result.count] {
        result.append(item)
      } else {
        result += [kept.removeFirst()]
      }
    }
    return result
  }

  /// An item with what has changed inside of it.
  private func item(_ items: [ContentValue], _ index: Int, _ depth: Int) -> ContentValue {
    let own = filter { change in
      guard change.path.count > depth, change.sort != .moved || change.path.count > depth + 1,
        case .item(index, _) = change.path[depth]
      else { return false }
      return true
    }
    return own.applied(to: items[index], depth: depth + 1)
  }
}
