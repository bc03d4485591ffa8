package import XPathLanguage

extension Schema {
  /// What the words of a deadline mean, beside them in the tree.
  package static let deadlineAttributes = ["kind", "from", "to", "every", "times", "rules", "days"]

  /// The days that a plan is for, beside its years.
  package static let yearsAttributes = ["from", "to"]

  /// The digest of the plan that a path leads to, beside it in the tree.
  package static let referenceAttribute = "sha256"

  /// The element of a plan that holds its seal.
  package static let sealElement = "seal"

  /// Whether plans of the kind can be sealed.
  package var hasSeal: Bool { rootObject.properties.contains { $0.xmlName == Self.sealElement } }

  /// The elements and attributes that trees of this schema may have, for checking expressions.
  package var treeShape: TreeShape {
    var builder = TreeShapeBuilder(schema: self)
    _ = builder.element(kind.en, type: root)
    return TreeShape(elements: builder.elements)
  }

  /// The elements that one of a type may hold, each with the index of its own type.
  package func children(of type: Int) -> [(name: String, type: Int)] {
    switch types[type].form {
    case .object(let object):
      object.properties.filter { !$0.isAttribute }.map { property in
        if case .list(let list) = types[property.type].form, !list.isWrapped {
          return (list.itemName, list.item)
        }
        return (property.xmlName, property.type)
      }
    case .list(let list): [(list.itemName, list.item)]
    default: []
    }
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
    let attributes =
      schema.types[type].isDeadline
      ? Schema.deadlineAttributes
      : schema.types[type].target != nil ? [Schema.referenceAttribute] : []
    var times = attributes
    if case .years = schema.types[type].form { times = Schema.yearsAttributes }
    let marks = schema.mayAdd(name) ? ["read"] : []
    elements.append(TreeShape.Element(name: name, attributes: ["ditto"] + times + marks))
    if case .object(let object) = schema.types[type].form {
      elements[index].attributes += object.properties.filter(\.isAttribute).map(\.xmlName)
    }
    for child in schema.children(of: type) {
      let child = element(child.name, type: child.type)
      elements[index].children.append(child)
    }
    return index
  }
}
