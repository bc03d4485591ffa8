/// The anchors of one document, as far as it is read.
struct YAMLAnchors {
  /// The last whole value that each name was set on.
  private var values: [String: Int] = [:]
  /// The collections that are not yet whole.
  private var unfinished: [(name: String, start: Int)] = []

  /// Sets an anchor on a scalar.
  mutating func set(_ name: String, on index: Int) { values[name] = index }

  /// Sets an anchor on a collection, which counts once it is whole.
  mutating func open(_ name: String, on start: Int) { unfinished.append((name, start)) }

  /// Tells that a collection is whole.
  mutating func close(_ start: Int) {
    guard let last = unfinished.last, last.start == start else { return }
    values[last.name] = start
    unfinished.removeLast()
  }

  /// What an alias of a name stands for here.
  func target(of name: String) -> AliasTarget {
    if let index = values[name] { return .event(index) }
    return unfinished.contains { $0.name == name } ? .around : .missing
  }
}
