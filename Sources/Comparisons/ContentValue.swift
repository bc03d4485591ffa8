package import Schemas
package import XML

/// What a plan says, as values of its schema: texts, objects of named values, lists.
package indirect enum ContentValue: Sendable, Equatable {
  /// A text, its white space become single spaces.
  case text(String)
  /// Named values, in the order of the schema.
  case object([Member])
  /// Items of one sort.
  case list([ContentValue])

  /// A value of an object, by its key.
  package struct Member: Sendable, Equatable {
    /// The key in both languages.
    package let name: Schema.Name
    /// The value.
    package let value: ContentValue

    /// Makes a member.
    package init(name: Schema.Name, value: ContentValue) {
      self.name = name
      self.value = value
    }
  }

  /// The content of a plan, without its seal and what the program has added to the tree.
  package init(of root: XMLNode, _ schema: Schema) {
    self = Self.value(of: root, type: schema.root, schema, isRoot: true)
  }

  private static func value(
    of node: XMLNode, type: Int, _ schema: Schema, isRoot: Bool = false
  ) -> ContentValue {
    switch schema.types[type].form {
    case .object(let object):
      return .object(
        object.properties.compactMap { property in
          if isRoot, property.xmlName == Schema.sealElement { return nil }
          return value(of: property, in: node, schema).map {
            Member(name: property.name, value: $0)
          }
        })
    case .list(let list):
      return .list(
        node.elements(named: list.itemName).map { value(of: $0, type: list.item, schema) })
    default: return .text(node.stringValue.words.joined(separator: " "))
    }
  }

  private static func value(of property: SchemaProperty, in node: XMLNode, _ schema: Schema)
    -> ContentValue?
  {
    if property.isAttribute {
      return node.attribute(property.xmlName).map { .text($0.stringValue) }
    }
    if case .list(let list) = schema.types[property.type].form, !list.isWrapped {
      let items = node.elements(named: list.itemName)
      return items.isEmpty ? nil : .list(items.map { value(of: $0, type: list.item, schema) })
    }
    return node.elements(named: property.xmlName).first { $0.attribute("read") == nil }
      .map { value(of: $0, type: property.type, schema) }
  }

  /// All texts inside, one after the other.
  package var text: String {
    switch self {
    case .text(let text): text
    case .object(let members): members.map(\.value.text).joined(separator: "; ")
    case .list(let items): items.map(\.text).joined(separator: "; ")
    }
  }

  /// The first text inside: what people call an item by.
  var name: String {
    switch self {
    case .text(let text): text
    case .object(let members): members.first?.value.name ?? ""
    case .list(let items): items.first?.name ?? ""
    }
  }
}

extension XMLNode {
  fileprivate func elements(named name: String) -> [XMLNode] {
    children.filter { $0.isElement && $0.isNamed(name) }
  }
}

extension String {
  /// The words of a text, whatever white space parts them.
  package var words: [String] { split { $0.isWhitespace }.map(String.init) }
}
