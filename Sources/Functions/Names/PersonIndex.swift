internal import Names
internal import XML

/// People by their names, however they are written: the first of those who may be one person.
struct PersonIndex {
  /// Each name once, with the first node that has it.
  private var people: [(name: PersonName, node: XMLNode)] = []
  /// The places of those who share a key, in their order; see ``PersonName/keys``. Nil for few
  /// people, who are all looked at.
  private var places: [String: [Int]]?
  private static let few = 8

  /// Takes nodes.
  ///
  /// - Parameter name: reads the name of a node.
  init(_ nodes: [XMLNode], name: (XMLNode) -> PersonName) {
    guard nodes.count > Self.few else {
      people = nodes.map { (name($0), $0) }
      return
    }
    var known: Set<String> = []
    var places: [String: [Int]] = [:]
    for node in nodes where known.insert(node.stringValue).inserted {
      let name = name(node)
      for key in name.keys { places[key, default: []].append(people.count) }
      people.append((name, node))
    }
    self.places = places
  }

  /// The first node that names a person who may be this one.
  func first(like name: PersonName) -> XMLNode? {
    guard let places else { return people.first { $0.name.isSame(as: name) }?.node }
    let first = name.keysOfOthers.compactMap { key in
      places[key]?.first { people[$0].name.isSame(as: name) }
    }.min()
    return first.map { people[$0].node }
  }
}
