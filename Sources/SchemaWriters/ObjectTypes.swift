internal import Schemas

/// The types of object that a schema uses, in the order in which a plan meets them, each with a
/// name that no other has.
struct ObjectTypes {
  /// A type of object, as it stands in a list or elsewhere: only in a list may its cells be dittos.
  struct Use: Hashable {
    let type: Int
    let isRow: Bool
  }

  /// What the names are made of.
  enum Naming {
    /// The names of the elements: `task`.
    case elements
    /// The Ukrainian keys: `завдання`.
    case ukrainianKeys
  }

  /// The uses, that of the whole plan first.
  private(set) var all: [Use] = []
  private var names: [Use: String] = [:]
  private var taken: Set<String>
  private let schema: Schema
  private let naming: Naming

  init(of schema: Schema, naming: Naming = .elements, reserved: Set<String> = []) {
    self.schema = schema
    self.naming = naming
    taken = reserved
    visit(schema.root, isRow: false, naming == .elements ? schema.kind.en : schema.kind.uk, "")
  }

  /// The use of a type of object at a place of a plan.
  func use(of type: Int, isRow: Bool) -> Use { Self.use(of: type, isRow: isRow, in: schema) }

  /// The name of a use.
  func name(of use: Use) -> String {
    guard let name = names[use] else { preconditionFailure("every type of the schema has a name") }
    return name
  }

  private static func use(of type: Int, isRow: Bool, in schema: Schema) -> Use {
    guard isRow, case .object(let object) = schema.types[type].form else {
      return Use(type: type, isRow: false)
    }
    return Use(type: type, isRow: object.properties.contains(where: schema.takesDitto))
  }

  private mutating func visit(_ type: Int, isRow: Bool, _ name: String, _ parent: String) {
    switch schema.types[type].form {
    case .object(let object):
      let use = use(of: type, isRow: isRow)
      guard names[use] == nil else { return }
      let own = freeName(name, in: parent)
      taken.insert(own)
      names[use] = own
      all.append(use)
      for property in object.properties {
        let key = naming == .elements ? property.xmlName : property.name.uk
        visit(property.type, isRow: false, key, own)
      }
    case .list(let list):
      visit(list.item, isRow: true, naming == .elements ? list.itemName : name, parent)
    default: break
    }
  }

  private func freeName(_ name: String, in parent: String) -> String {
    let candidates = [name, parent + "-" + name]
    if let free = candidates.first(where: { !taken.contains($0) }) { return free }
    var number = 2
    while taken.contains("\(name)-\(number)") { number += 1 }
    return "\(name)-\(number)"
  }
}

extension Schema {
  /// Whether any text may stand for a value of a type.
  func acceptsAnyText(_ type: Int) -> Bool {
    switch types[type].form {
    case .text(let minLength): minLength <= 1
    case .object(let object):
      object.scalarProperty.map { acceptsAnyText(object.properties[$0].type) } ?? false
    case .list(let list): list.acceptsSingle && acceptsAnyText(list.item)
    default: false
    }
  }
}
