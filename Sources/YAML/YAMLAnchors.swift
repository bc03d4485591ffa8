package import Diagnostics

/// A word before a value that YAML takes for itself: a tag (`!important`) or an anchor (`&name`).
package struct YAMLMark: Sendable {
  /// The word with its sign; of a tag, as libyaml has resolved it.
  package let name: String
  /// The number of the event of the value that it stands before.
  package let event: Int
  /// Where it begins.
  package let position: SourcePosition
}

/// The anchors of one document, as far as it is read.
struct YAMLAnchors {
  /// The last whole value that each name was set on, by its place among ``marks``.
  private var values: [String: Int] = [:]
  /// The collections that are not yet whole.
  private var unfinished: [(name: String, start: Int, mark: Int)] = []
  private var marks: [YAMLMark] = []
  private var used: Set<Int> = []

  /// Sets an anchor on a scalar.
  mutating func set(_ name: String, on index: Int, at position: SourcePosition) {
    values[name] = marks.count
    marks.append(YAMLMark(name: "&" + name, event: index, position: position))
  }

  /// Sets an anchor on a collection, which counts once it is whole.
  mutating func open(_ name: String, on start: Int, at position: SourcePosition) {
    unfinished.append((name, start, marks.count))
    marks.append(YAMLMark(name: "&" + name, event: start, position: position))
  }

  /// Tells that a collection is whole.
  mutating func close(_ start: Int) {
    guard let last = unfinished.last, last.start == start else { return }
    values[last.name] = last.mark
    unfinished.removeLast()
  }

  /// What an alias of a name stands for here.
  mutating func target(of name: String) -> AliasTarget {
    if let mark = values[name] {
      used.insert(mark)
      return .event(marks[mark].event)
    }
    return unfinished.contains { $0.name == name } ? .around : .missing
  }

  /// The anchors that no alias has named so far.
  var unused: [YAMLMark] {
    marks.indices.filter { !used.contains($0) }.map { marks[$0] }
  }
}
