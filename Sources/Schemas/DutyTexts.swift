package import XML

/// Where points stand whose texts say who must do what by when, as the schema says (`x-read`).
package struct DutyTexts: Sendable {
  /// What holds the points, from the root: `act`.
  package let path: [String]
  /// The names of the lists of points, and of what other such lists stand in: `annexes`.
  package internal(set) var lists: Set<XMLName> = [], ways: Set<XMLName> = []
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

  /// Whether a type is one of points: it has a text, deadlines and those who owe what the text says.
  func isPoint(_ type: SchemaType) -> Bool {
    guard case .object(let object) = type.form else { return false }
    return Set(object.properties.map(\.xmlName)).isSuperset(of: [text, deadlines.name, bodies.name])
  }

  /// Whether elements of a name may have been read from a text.
  package func mayHold(_ name: String) -> Bool { name == deadlines.name || name == bodies.name }
}
