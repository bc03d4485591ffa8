internal import Diagnostics
import Markup
internal import Schemas

/// What a value of a type may be.
extension JSONSchemaBuilder {
  /// The ways to write a value of a type.
  mutating func alternatives(_ type: Int, isRow: Bool) -> [JSONText] {
    switch schema.types[type].form {
    case .text(let minLength):
      guard minLength > 1 else { return [reference(.text)] }
      let pattern = JSONText.object([("pattern", .string(SchemaPattern.atLeast(minLength)))])
      return [.object([("allOf", .array([reference(.text), pattern]))])]
    case .choice(let names): return [choice(names)]
    case .date: return [reference(.date)]
    case .boolean: return [reference(.boolean)]
    case .integer(let minimum, let maximum): return integer(minimum, maximum)
    case .years(let years):
      let words = JSONText.object([
        ("type", .string("string")),
        ("pattern", .string("(^|[^0-9])[0-9]{4}[^0-9]|[^0-9][0-9]{4}$")),
      ])
      return integer(years.lowerBound, years.upperBound) + [words]
    case .object:
      let name = types.name(of: types.use(of: type, isRow: isRow))
      return [.object([("$ref", .string("#/$defs/" + name))])]
    case .list(let list):
      let single = list.acceptsSingle ? alternatives(list.item, isRow: true) : []
      return [array(list)] + word(list) + single
    }
  }

  /// The scalars that stand for a value of a type.
  mutating func scalarAlternatives(_ type: Int) -> [JSONText] {
    switch schema.types[type].form {
    case .object(let object):
      guard let index = object.scalarProperty else { return [] }
      return scalarAlternatives(object.properties[index].type)
    case .list(let list):
      return word(list) + (list.acceptsSingle ? scalarAlternatives(list.item) : [])
    default: return alternatives(type, isRow: false)
    }
  }

  /// Any of several schemas.
  func any(_ variants: [JSONText]) -> JSONText {
    variants.count == 1 ? variants[0] : .object([("anyOf", .array(variants))])
  }

  private mutating func array(_ list: SchemaList) -> JSONText {
    .object(
      [("type", .string("array")), ("items", any(alternatives(list.item, isRow: true)))]
        + (list.minItems > 0 ? [("minItems", .number(list.minItems))] : [])
        + (list.maxItems.map { [("maxItems", .number($0))] } ?? []))
  }

  private func word(_ list: SchemaList) -> [JSONText] {
    list.emptyWord.map { [choice([$0])] } ?? []
  }

  /// Values in both languages; those that YAML takes for numbers or truth values, as such too.
  private func choice(_ names: [Schema.Name]) -> JSONText {
    let values = names.flatMap(inBothLanguages)
    let numbers = values.compactMap { text in
      Int(text).flatMap { String($0) == text ? JSONText.number($0) : nil }
    }
    let flags = ["true", "false"].filter(values.contains).map { JSONText.boolean($0 == "true") }
    return .object([("enum", .array(values.map(JSONText.string) + numbers + flags))])
  }

  private func integer(_ minimum: Int?, _ maximum: Int?) -> [JSONText] {
    [
      .object(
        [("type", .string("integer"))] + (minimum.map { [("minimum", .number($0))] } ?? [])
          + (maximum.map { [("maximum", .number($0))] } ?? [])),
      .object([
        ("type", .string("string")), ("pattern", .string(SchemaPattern.integer(minimum, maximum))),
      ]),
    ]
  }
}

/// What several kinds of values share: how the reader takes texts, dates and the rest.
enum SharedDefinition: String, CaseIterable {
  case text
  case optionalText = "optional-text"
  case date
  case boolean
  case ditto
  case empty

  /// The definition.
  var json: JSONText {
    switch self {
    case .text:
      Self.text(
        ["string", "number", "boolean"], [SchemaPattern.notBlank, SchemaPattern.permitted])
    case .optionalText:
      Self.text(["string", "number", "boolean", "null"], [SchemaPattern.permitted])
    case .date: Self.text(["string"], [SchemaPattern.date])
    case .boolean:
      .object([
        (
          "anyOf",
          .array([
            .object([("type", .string("boolean"))]),
            .object([
              ("examples", .array([.string("так"), .string("ні")])), ("type", .string("string")),
              ("pattern", .string(SchemaPattern.boolean)),
            ]),
          ])
        )
      ])
    case .ditto: Self.text(["string"], [SchemaPattern.ditto])
    case .empty: Self.text(["null", "string"], [SchemaPattern.blank])
    }
  }

  private static func text(_ types: [String], _ patterns: [String]) -> JSONText {
    let type =
      types.count == 1 ? JSONText.string(types[0]) : .array(types.map(JSONText.string))
    let all = patterns.map { ("pattern", JSONText.string($0)) }
    return .object(
      [("type", type)]
        + (all.count == 1 ? all : [("allOf", .array(all.map { .object([$0]) }))]))
  }
}
