package import Diagnostics
import Markup
package import Schemas

/// Writes the schema of a kind as a standard JSON Schema (2020-12) of its plans, so that editors
/// complete them and any validator agrees with ``PlanReader`` on their shape.
///
/// What the reader allows beyond the plain schema is spelled out: the keys and values of both
/// languages, a scalar for an object or a list, ditto marks, the spellings of dates.
package struct JSONSchemaWriter {
  private let language: Language

  /// Makes a writer whose descriptions, and the keys that stand first, are in a language.
  package init(language: Language) {
    self.language = language
  }

  /// The JSON text, ending with a line feed.
  package func write(_ schema: Schema) -> String {
    var builder = JSONSchemaBuilder(schema: schema, language: language)
    return builder.build().write() + "\n"
  }
}

/// Builds the JSON of one schema, remembering which shared definitions it needs.
struct JSONSchemaBuilder {
  let schema: Schema
  let language: Language
  let types: ObjectTypes
  private var used: Set<SharedDefinition> = []

  init(schema: Schema, language: Language) {
    self.schema = schema
    self.language = language
    types = ObjectTypes(
      of: schema, reserved: Set(SharedDefinition.allCases.map(\.rawValue)))
  }

  mutating func build() -> JSONText {
    let root = object(types.all[0], kind: schema.kind)
    var definitions: [(String, JSONText)] = []
    for use in types.all.dropFirst() {
      definitions.append((types.name(of: use), definition(use)))
    }
    if isRootReferred {
      definitions.append((types.name(of: types.all[0]), definition(types.all[0])))
    }
    for shared in SharedDefinition.allCases where used.contains(shared) {
      definitions.append((shared.rawValue, shared.json))
    }
    return .object(
      [
        ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
        ("$id", .string("urn:pysar:\(schema.kind.en):1")),
        ("title", .string(schema.title[language])),
        ("description", .string(schema.description[language])),
      ] + root + (definitions.isEmpty ? [] : [("$defs", .object(definitions))]))
  }

  /// A reference to a shared definition.
  mutating func reference(_ shared: SharedDefinition) -> JSONText {
    used.insert(shared)
    return .object([("$ref", .string("#/$defs/" + shared.rawValue))])
  }

  /// Whether some value of a plan is itself of the type of a whole plan.
  private var isRootReferred: Bool {
    schema.types.contains { type in
      switch type.form {
      case .object(let object): object.properties.contains { $0.type == schema.root }
      case .list(let list): list.item == schema.root
      default: false
      }
    }
  }

  // MARK: Objects

  /// An object, or a scalar that stands for it.
  private mutating func definition(_ use: ObjectTypes.Use) -> JSONText {
    var variants = [.object(object(use, kind: nil))] + scalarAlternatives(use.type)
    if schema.types[use.type].table == .row {
      variants.append(.object([("type", .string("array"))]))
    }
    if use.isRow, case .object(let object) = schema.types[use.type].form,
      let scalar = object.scalarProperty.map({ object.properties[$0] }),
      schema.takesDitto(scalar), !schema.acceptsAnyText(scalar.type)
    {
      variants.append(reference(.ditto))
    }
    return any(variants)
  }

  private mutating func object(_ use: ObjectTypes.Use, kind: Schema.Name?) -> [(String, JSONText)] {
    guard case .object(let object) = schema.types[use.type].form else { return [] }
    var members: [(String, JSONText)] = []
    var required: [JSONText] = []
    var conditions: [JSONText] = []
    func add(
      _ name: Schema.Name, isRequired: Bool, _ value: JSONText, _ notes: [(String, JSONText)]
    ) {
      let keys = inBothLanguages(name)
      members.append((keys[0], noted(value, notes)))
      guard keys.count > 1 else {
        if isRequired { required.append(.string(keys[0])) }
        return
      }
      members.append((keys[1], value))
      conditions.append(isRequired ? oneOf(keys) : notBoth(keys))
    }
    if let kind {
      let names = inBothLanguages(kind).map(JSONText.string)
      let meaning = Message(uk: "Вид документа.", en: "The kind of the document.")
      add(
        Schema.Name(en: "kind", uk: "вид"), isRequired: true, .object([("enum", .array(names))]),
        [("description", .string(meaning[language]))])
    }
    for property in object.properties {
      let value = value(of: property, isRow: use.isRow)
      add(property.name, isRequired: property.isRequired, value, notes(on: property))
    }
    conditions += object.anyOf.map { group in
      let keys = group.flatMap { inBothLanguages(object.properties[$0].name) }
      return any(keys.map { .object([("required", .array([.string($0)]))]) })
    }
    return [
      ("type", .string("object")), ("properties", .object(members)),
      // The keys of a row are also the titles of the plan's own columns.
      ("additionalProperties", .boolean(schema.types[use.type].table == .row)),
    ] + (required.isEmpty ? [] : [("required", .array(required))])
      + (conditions.isEmpty ? [] : [("allOf", .array(conditions))])
  }

  private mutating func value(of property: SchemaProperty, isRow: Bool) -> JSONText {
    if !property.isRequired, case .text(...1) = schema.types[property.type].form {
      return reference(.optionalText)
    }
    if schema.namesColumn(property) { return .object([]) }
    var variants = alternatives(property.type, isRow: false)
    if isRow, schema.takesDitto(property), !schema.acceptsAnyText(property.type) {
      variants.append(reference(.ditto))
    }
    if !property.isRequired { variants.append(reference(.empty)) }
    return any(variants)
  }

  private func notes(on property: SchemaProperty) -> [(String, JSONText)] {
    let type = schema.types[property.type]
    let examples = type.examples.map { text in
      if case .integer = type.form, let number = Int(text) { return JSONText.number(number) }
      return .string(text)
    }
    let description = property.description[language]
    return (description.isEmpty ? [] : [("description", .string(description))])
      + (examples.isEmpty ? [] : [("examples", .array(examples))])
  }

  private func noted(_ value: JSONText, _ notes: [(String, JSONText)]) -> JSONText {
    guard case .object(let members) = value else { return value }
    return .object(notes + members)
  }

  // MARK: Keys in both languages

  /// A name in both languages, the one asked for first; once where they are the same.
  func inBothLanguages(_ name: Schema.Name) -> [String] {
    guard name.en != name.uk else { return [name.en] }
    return language == .en ? [name.en, name.uk] : [name.uk, name.en]
  }

  private func oneOf(_ keys: [String]) -> JSONText {
    .object([
      ("oneOf", .array(keys.map { .object([("required", .array([.string($0)]))]) }))
    ])
  }

  private func notBoth(_ keys: [String]) -> JSONText {
    .object([("not", .object([("required", .array(keys.map(JSONText.string)))]))])
  }
}
