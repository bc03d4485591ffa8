public import XML

extension Schema {
  /// What the words of a deadline mean, beside them in the tree.
  static let deadlineAttributes = ["kind", "from", "to", "every"]

  /// The elements and attributes that trees of this schema may have, for checking expressions.
  public var treeShape: TreeShape {
    var builder = TreeShapeBuilder(schema: self)
    _ = builder.element(kind.en, type: root)
    return TreeShape(elements: builder.elements)
  }
}

private struct TreeShapeBuilder {
  let schema: Schema
  var elements: [TreeShape.Element] = []
  /// Elements by name and type, since a point holds points.
  private var known: [String: Int] = [:]

  init(schema: Schema) {
    self.schema = schema
  }

  mutating func element(_ name: String, type: Int) -> Int {
    let key = "\(name) \(type)"
    if let index = known[key] { return index }
    let index = elements.count
    known[key] = index
    let attributes = schema.types[type].isDeadline ? Schema.deadlineAttributes : []
    elements.append(TreeShape.Element(name: name, attributes: ["ditto"] + attributes))
    switch schema.types[type].form {
    case .object(let object):
      for property in object.properties {
        if property.isAttribute {
          elements[index].attributes.append(property.xmlName)
        } else if case .list(let list) = schema.types[property.type].form, !list.isWrapped {
          let child = element(list.itemName, type: list.item)
          elements[index].children.append(child)
        } else {
          let child = element(property.xmlName, type: property.type)
          elements[index].children.append(child)
        }
      }
    case .list(let list):
      let child = element(list.itemName, type: list.item)
      elements[index].children.append(child)
    default: break
    }
    return index
  }
}
