internal import XML

/// People by their names, however they are written: the first of those who may be one person.
struct PersonIndex {
  /// Each name once, with the first node that has it.
  private var people: [(name: PersonName, node: XMLNode)] = []
  /// The places of those who share a key, in their order; see ``PersonName/keys``.
  private var places: [String: [Int]] = [:]

  /// Reads the names of nodes.
  init(_ nodes: [XMLNode]) {
    var known: Set<String> = []
    for node in nodes where known.insert(node.stringValue).inserted {
      let name = node.withText { PersonName($0) }
      for key in name.keys { places[key, default: []].append(people.count) }
      people.append((name, node))
    }
  }

  /// The first node that names a person who may be this one.
  func first(like name: PersonName) -> XMLNode? {
    let first = name.keysOfOthers.compactMap { key in
      places[key]?.first { people[$0].name.isSame(as: name) }
    }.min()
    return first.map { people[$0].node }
  }
}
