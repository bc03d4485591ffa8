package import Diagnostics
package import Schemas
internal import SourceTexts

/// What a plan that a program begins holds: texts, numbers, lists and mappings with English keys.
package enum PlanValue: Sendable {
  case text(String)
  case number(Int)
  /// Left for a person to write.
  case blank
  case items([PlanValue])
  case members([(key: String, value: PlanValue)])

  /// A text; nil for an empty one.
  package static func given(_ text: String) -> PlanValue? { text.isEmpty ? nil : .text(text) }

  /// A list of what is made of some things; nil where there are none.
  package static func list<Source: Collection>(
    of sources: Source, _ make: (Source.Element) -> PlanValue
  ) -> PlanValue? {
    sources.isEmpty ? nil : .items(sources.map(make))
  }

  /// A mapping of the keys that have a value.
  package static func object(_ members: KeyValuePairs<String, PlanValue?>) -> PlanValue {
    .members(members.compactMap { key, value in value.map { (key, $0) } })
  }
}

/// Writes plans as people write them: YAML with the keys of one language.
package struct PlanWriter: Sendable {
  private let schema: Schema
  private let language: Language

  /// Makes a writer of plans of a kind.
  package init(_ schema: Schema, language: Language) {
    self.schema = schema
    self.language = language
  }

  /// The text of a plan.
  package func write(_ plan: PlanValue) -> String {
    let kind = language == .uk ? "вид: \(schema.kind.uk)" : "kind: \(schema.kind.en)"
    return kind + "\n" + text(of: plan, schema.types[schema.root], indent: "")
  }

  private func text(of value: PlanValue, _ type: SchemaType, indent: String) -> String {
    switch (value, type.form) {
    case (.members(let members), .object(let object)):
      members.map { key, value in
        guard let property = object.properties.first(where: { $0.name.en == key }) else {
          preconditionFailure("the kind \(schema.kind.en) has no key \(key)")
        }
        return indent + word(property.name) + ":"
          + nested(value, schema.types[property.type], indent: indent)
      }.joined()
    case (.items(let items), .list(let list)):
      items.map { item in
        let type = schema.types[list.item]
        guard case .members = item else { return indent + "-" + nested(item, type, indent: indent) }
        return indent + "- " + text(of: item, type, indent: indent + "  ").drop { $0 == " " }
      }.joined()
    default: ""
    }
  }

  private func nested(_ value: PlanValue, _ type: SchemaType, indent: String) -> String {
    switch value {
    case .text(let text): " \(scalar(text, type))\n"
    case .number(let number): " \(number)\n"
    case .blank: "\n"
    case .items, .members: "\n" + self.text(of: value, type, indent: indent + "  ")
    }
  }

  private func scalar(_ text: String, _ type: SchemaType) -> String {
    if case .choice(let names) = type.form, let name = names.first(where: { $0.en == text }) {
      return word(name)
    }
    if case .boolean = type.form, language == .uk { return text == "true" ? "так" : "ні" }
    return text.inYAML
  }

  private func word(_ name: Schema.Name) -> String { language == .uk ? name.uk : name.en }
}
