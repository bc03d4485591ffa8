import Plans
import Schemas
import TestSupport
import YAML

/// Writes a plan anew with the same meaning: keys in a random order and in random languages, all
/// texts quoted, collections in brackets.
struct Rewriter {
  let schema: Schema
  var random: Seeded

  mutating func rewrite(_ plan: YAMLNode) -> String {
    let kind = Bool.random(using: &random) ? schema.kind.en : schema.kind.uk
    return value(plan, schema.root, extra: "\(pick("kind", "вид")): \(Self.quoted(kind))")
  }

  private mutating func value(_ node: YAMLNode, _ type: Int, extra: String? = nil) -> String {
    switch (schema.types[type].form, node.value) {
    case (.object(let object), .mapping(let members)):
      var parts = extra.map { [$0] } ?? []
      for (key, value) in members {
        guard let property = property(key.text, of: object) else {
          // The title of a column is a key that no schema has.
          if schema.types[type].table == .row {
            parts.append(Self.quoted(key.text ?? "") + ": " + written(value))
          }
          continue
        }
        parts.append(
          Self.quoted(pick(property.name.en, property.name.uk)) + ": "
            + self.value(value, property.type))
      }
      return "{" + parts.shuffled(using: &random).joined(separator: ", ") + "}"
    case (.object(let object), .scalar(let text)):
      guard let index = object.scalarProperty, text.count > 9, Bool.random(using: &random) else {
        return Self.quoted(text)
      }
      let property = object.properties[index]
      return "{" + pick(property.name.en, property.name.uk) + ": " + Self.quoted(text) + "}"
    case (.list(let list), .sequence(let items)):
      return "[" + items.map { value($0, list.item) }.joined(separator: ", ") + "]"
    case (.list(let list), .scalar(let text)):
      if let word = list.emptyWord, [word.en, word.uk].contains(text) {
        return pick(word.en, word.uk)
      }
      return value(node, list.item)
    case (.choice(let names), .scalar(let text)):
      let name = names.first { $0.en == text || $0.uk == text }
      return Self.quoted(name.map { pick($0.en, $0.uk) } ?? text)
    case (_, .scalar(let text)): return Self.quoted(text)
    default: return schema.isTablePart(type) ? written(node) : "null"
    }
  }

  /// A value as it stands, since its keys are titles of columns.
  private func written(_ node: YAMLNode) -> String {
    switch node.value {
    case .scalar(let text): Self.quoted(text)
    case .sequence(let items): "[" + items.map(written).joined(separator: ", ") + "]"
    case .mapping(let members):
      "{"
        + members.map { Self.quoted($0.key.text ?? "") + ": " + written($0.value) }
        .joined(separator: ", ") + "}"
    }
  }

  private func property(_ name: String?, of object: SchemaObject) -> SchemaProperty? {
    object.properties.first { $0.name.en == name || $0.name.uk == name }
  }

  private mutating func pick(_ one: String, _ other: String) -> String {
    Bool.random(using: &random) ? one : other
  }

  /// A text in double quotation marks.
  static func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n").replacing("\t", with: "\\t").replacing("\u{A0}", with: "\\_")
    return "\"" + escaped + "\""
  }
}

extension Schema {
  /// Whether values of a type may be written by the titles of columns.
  fileprivate func isTablePart(_ type: Int) -> Bool {
    if case .list(let list) = types[type].form { return types[list.item].table == .cell }
    return types[type].table == .row
  }
}
