internal import Diagnostics
internal import SourceTexts

/// The key that a word was probably meant for.
package enum KeyGuess {
  /// One of an object's keys; nil where none is near enough.
  package static func meant(by written: String, of object: SchemaObject) -> String? {
    // «1) рік»: a number of the clerk's own.
    let number = ListMark.leading(written).map(\.count) ?? 0
    let name = String(
      String.UnicodeScalarView(
        written.dropFirst(number).drop { $0 == " " }.unicodeScalars.filter {
          !marks.contains($0) && !$0.isUnseen
        }))
    let names = object.properties.flatMap { [$0.name.en, $0.name.uk] }
    if let synonym = object.properties.first(where: {
      $0.isAlsoCalled(name) || $0.isAlsoCalled(written)
    })?.name {
      return isUkrainian(name) ? synonym.uk : synonym.en
    }
    if let near = nearestName(to: name, among: names) { return near }
    // A key that was typed with the other layout of the keyboard.
    let other = inOtherLayout(name)
    return names.contains(other) ? other : nil
  }

  /// Whether a word is Ukrainian by its letters.
  package static func isUkrainian(_ name: String) -> Bool {
    name.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }
  }

  /// The path of keys, from an object on, to the nearest one that has a key: `завдання`, `заходи`.
  package static func place(of written: String, below object: SchemaObject, in schema: Schema)
    -> [Schema.Name]?
  {
    var open: [(object: SchemaObject, path: [Schema.Name])] = [(object, [])]
    for _ in 0..<depthLimit {
      var next: [(object: SchemaObject, path: [Schema.Name])] = []
      for (object, path) in open {
        for property in object.properties {
          guard let inner = schema.object(in: property.type) else { continue }
          let path = path + [property.name]
          if inner.property(called: written) != nil { return path }
          next.append((inner, path))
        }
      }
      open = next
    }
    return nil
  }

  private static let depthLimit = 3
  private static let marks: Set<Unicode.Scalar> = [
    "«", "»", "“", "”", "„", "\"", "'", "’", "*", ".",
  ]
}

extension Schema {
  /// The object that a value of a type is, or that the items of its list are.
  package func object(in type: Int) -> SchemaObject? {
    switch types[type].form {
    case .object(let object): object
    case .list(let list):
      if case .object(let object) = types[list.item].form { object } else { nil }
    default: nil
    }
  }
}

extension SchemaObject {
  /// The property with a key, or one that people also call so.
  package func property(called name: String) -> SchemaProperty? {
    let name = name.lowercased()
    return properties.first { $0.name.uk == name || $0.name.en == name }
      ?? properties.first { $0.isAlsoCalled(name) }
  }
}
