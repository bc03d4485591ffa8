/// Which elements a kind of tree may hold, and where: what a path is checked against.
package struct TreeShape: Sendable {
  /// An element in one place of the shape; the same name elsewhere is another element.
  package struct Element: Sendable {
    /// The element's name.
    package let name: String
    /// The attributes it may have.
    package var attributes: [String]
    /// The elements it may hold, as indices into the shape.
    package var children: [Int]

    /// Makes an element.
    package init(name: String, attributes: [String] = [], children: [Int] = []) {
      self.name = name
      self.attributes = attributes
      self.children = children
    }
  }

  /// The elements; the first is the root.
  package let elements: [Element]
  let parents: [[Int]]

  /// Makes a shape; children are indices into the same array.
  package init(elements: [Element]) {
    self.elements = elements
    var parents = Array(repeating: [Int](), count: elements.count)
    for (index, element) in elements.enumerated() {
      for child in element.children { parents[child].append(index) }
    }
    self.parents = parents
  }
}
