/// The places of a shape where an expression may stand, by number: the document, every element,
/// its text, its attributes.
package final class TreePlaces: Sendable {
  /// No place.
  package let none: PlaceSet
  /// The document.
  package let document: PlaceSet
  /// The root element.
  package let root: PlaceSet
  /// All that can be reached from the document: every place but attributes.
  private let tree: PlaceSet
  private let texts: PlaceSet
  private let named: PlaceSet
  private let byName: [String: PlaceSet]
  private let names: [String?]
  private let children: [[Int]]
  private let parents: [[Int]]
  private let attributes: [Range<Int>]

  /// Makes the places of a shape.
  package init(_ shape: TreeShape) {
    let elements = shape.elements
    let count = 1 + elements.count * 2 + elements.reduce(0) { $0 + $1.attributes.count }
    let none = PlaceSet(count: count)
    var children = Array(repeating: [Int](), count: count)
    var parents = children
    var attributes = Array(repeating: 0..<0, count: count)
    var names = [String?](repeating: nil, count: count)
    var texts = none
    var end = 1 + elements.count * 2
    children[0] = elements.isEmpty ? [] : [1]
    for (index, element) in elements.enumerated() {
      let place = 1 + index
      let text = place + elements.count
      texts.insert(text)
      names[place] = element.name
      children[place] = element.children.map { $0 + 1 } + [text]
      parents[place] = index == 0 ? [0] : shape.parents[index].map { $0 + 1 }
      parents[text] = [place]
      attributes[place] = end..<end + element.attributes.count
      for name in element.attributes {
        names[end] = name
        parents[end] = [place]
        end += 1
      }
    }
    var byName: [String: PlaceSet] = [:]
    var named = none
    for (place, name) in names.enumerated() {
      guard let name else { continue }
      named.insert(place)
      byName[name, default: none].insert(place)
    }
    self.none = none
    self.texts = texts
    self.named = named
    self.byName = byName
    self.names = names
    self.children = children
    self.parents = parents
    self.attributes = attributes
    document = none.with(0)
    root = elements.isEmpty ? none : none.with(1)
    tree = Self.closure(of: document, by: children)
  }

  /// Those of some places that a step is for.
  package func matching(_ test: XPathStep.Test, among places: PlaceSet) -> PlaceSet {
    switch test {
    case .node: places
    case .text: places.intersection(texts)
    case .any: places.intersection(named)
    case .name(let name): byName[name].map(places.intersection) ?? none
    }
  }

  /// The names of places.
  package func names(of places: PlaceSet) -> [String] {
    var result: [String] = []
    places.forEach { place in if let name = names[place] { result.append(name) } }
    return result
  }

  /// Where an axis leads from places.
  package func reach(_ axis: XPathStep.Axis, from places: PlaceSet) -> PlaceSet {
    switch axis {
    case .itself: places
    case .child: step(places, children)
    case .parent: step(places, parents)
    case .attribute: attributes(of: places)
    case .descendant: Self.closure(of: step(places, children), by: children)
    case .descendantOrSelf where places == document: tree
    case .descendantOrSelf: Self.closure(of: places, by: children)
    case .ancestor: Self.closure(of: step(places, parents), by: parents)
    case .ancestorOrSelf: Self.closure(of: places, by: parents)
    case .followingSibling, .precedingSibling: step(step(places, parents), children)
    case .following, .preceding: tree
    }
  }

  private func step(_ places: PlaceSet, _ next: [[Int]]) -> PlaceSet {
    var result = none
    places.forEach { place in for next in next[place] { result.insert(next) } }
    return result
  }

  private func attributes(of places: PlaceSet) -> PlaceSet {
    var result = none
    places.forEach { place in for attribute in attributes[place] { result.insert(attribute) } }
    return result
  }

  private static func closure(of places: PlaceSet, by next: [[Int]]) -> PlaceSet {
    var result = places
    var open: [Int] = []
    places.forEach { open.append($0) }
    while let place = open.popLast() {
      for next in next[place] where !result.contains(next) {
        result.insert(next)
        open.append(next)
      }
    }
    return result
  }
}

/// A set of places of one shape, a bit for each.
package struct PlaceSet: Hashable, Sendable {
  private var words: [UInt64]

  /// The empty set, for a shape of so many places.
  init(count: Int) {
    words = Array(repeating: 0, count: count / 64 + 1)
  }

  /// Whether there is none.
  package var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  func contains(_ place: Int) -> Bool { words[place >> 6] & (1 << UInt64(place & 63)) != 0 }

  mutating func insert(_ place: Int) { words[place >> 6] |= 1 << UInt64(place & 63) }

  func with(_ place: Int) -> PlaceSet {
    var result = self
    result.insert(place)
    return result
  }

  /// Those of both.
  package func union(_ other: PlaceSet) -> PlaceSet {
    var result = self
    for index in words.indices { result.words[index] |= other.words[index] }
    return result
  }

  func intersection(_ other: PlaceSet) -> PlaceSet {
    var result = self
    for index in words.indices { result.words[index] &= other.words[index] }
    return result
  }

  func forEach(_ body: (Int) -> Void) {
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        body((index << 6) + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }
}
