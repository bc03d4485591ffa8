package import XML

/// Where points stand whose texts say who must do what by when, as the schema says (`x-read`).
package struct DutyTexts: Sendable {
  /// The list of points, from the root: `act`, `points`.
  package let path: [String]
  /// The name of a point's text.
  package let text: String
  /// Its deadlines, as its own keys have them.
  package let deadlines: List
  /// Those who owe it, as its own keys have them.
  package let bodies: List

  /// A list within a point, and its items.
  package struct List: Sendable {
    /// The name of the list.
    package let name: String
    /// The same, as elements are told apart by it.
    package let element: XMLName
    /// The name of an item.
    package let item: XMLName

    init(_ name: String, of item: XMLName) {
      self.name = name
      element = XMLName(name)
      self.item = item
    }
  }

  /// Whether elements of a name may have been read from a text.
  package func mayHold(_ name: String) -> Bool { name == deadlines.name || name == bodies.name }
}
