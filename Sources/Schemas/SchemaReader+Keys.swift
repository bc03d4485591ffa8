internal import Diagnostics
internal import Files
internal import YAML

/// The keys that a mapping in a schema may have, by what the mapping is.
enum SchemaMapping {
  /// A type: the whole schema, a property, an item, a definition.
  case type
  /// A reference to a definition.
  case reference
  /// Two ways to write one value.
  case variants
  /// The word that is one of them.
  case word
  /// How a property is named in the tree.
  case xml
  /// What a thing is called in Ukrainian.
  case ukrainian
  /// Where duties stand.
  case duty
  /// Which days of an act terms count from.
  case events
  /// What plans a text may lead to.
  case target
  /// How a plan says that it revises another.
  case revision

  private static let annotations = [
    "$schema", "$id", "$comment", "title", "description", "examples", "default", "deprecated",
    "xml", "x-uk", "x-also",
  ]

  /// The keys that mean something here.
  var keys: [String] {
    switch self {
    case .type:
      Self.annotations + [
        "$defs", "type", "properties", "required", "items", "enum", "format", "minItems",
        "maxItems", "minLength", "minimum", "maximum", "additionalProperties", "x-scalar",
        "x-day", "x-year", "x-duties", "x-events", "x-title", "x-unit", "x-person", "x-signed",
        "x-refers", "x-identity", "x-read", "x-approved", "x-acknowledged", "x-reviewed",
        "x-revision", "x-table", "x-includes", "x-any", "x-examples",
      ]
    case .reference: Self.annotations + ["$ref"]
    case .variants: Self.annotations + ["oneOf"]
    case .word: Self.annotations + ["const"]
    case .xml: ["name", "wrapped", "attribute"]
    case .ukrainian: ["name", "title", "description", "values"]
    case .duty: ["each", "what", "lead", "who", "when"]
    case .events: ["made", "in-force"]
    case .target: ["kinds", "digest"]
    case .revision: ["plan", "quarter", "items", "mark"]
    }
  }

  /// What JSON Schema 2020-12 knows and Pysar would pass over, so that the two would judge one plan
  /// in two ways; beside a reference or `oneOf`, these are also the keys of types.
  static let unsupported: Set<String> = [
    "$anchor", "$dynamicAnchor", "$dynamicRef", "$ref", "$vocabulary", "allOf", "anyOf", "const",
    "contains", "contentEncoding", "contentMediaType", "contentSchema", "dependentRequired",
    "dependentSchemas", "else", "exclusiveMaximum", "exclusiveMinimum", "if", "maxContains",
    "maxLength", "maxProperties", "minContains", "minProperties", "multipleOf", "not", "oneOf",
    "pattern", "patternProperties", "prefixItems", "propertyNames", "readOnly", "then",
    "unevaluatedItems", "unevaluatedProperties", "uniqueItems", "writeOnly",
  ]
}

extension SchemaReader {
  /// Refuses the keys of a mapping that mean nothing where they stand, and those written twice.
  mutating func checkKeys(of node: YAMLNode, _ mapping: SchemaMapping, in path: String) {
    let known = mapping.keys
    var seen: Set<String> = []
    for (key, value) in node.members ?? [] {
      guard let name = key.text else {
        report(key, in: path, uk: "ключем має бути слово", en: "a key must be a word")
        continue
      }
      if !seen.insert(name).inserted {
        report(
          key, in: path, uk: "ключ «\(name)» тут уже записано",
          en: "the key '\(name)' was here already")
      } else if !known.contains(name) {
        reportUnknownKey(key, with: value, among: known, in: path)
      }
    }
    if mapping == .xml || mapping == .ukrainian { return }
    if let xml = node["xml"] { checkKeys(of: xml, .xml, in: path) }
    if let ukrainian = node["x-uk"] {
      checkKeys(of: ukrainian, .ukrainian, in: path)
      checkValues(ukrainian, of: node, in: path)
    }
  }

  /// Refuses a Ukrainian word for a value that there is not.
  private mutating func checkValues(_ ukrainian: YAMLNode, of node: YAMLNode, in path: String) {
    let words = node["oneOf"]?.items?.compactMap { $0["const"]?.text } ?? []
    let known =
      (node["enum"]?.items?.compactMap(\.text) ?? []) + words
      + (node["const"]?.text.map { [$0] } ?? [])
    for (key, value) in ukrainian["values"]?.members ?? [] {
      guard let name = key.text, !known.contains(name) else { continue }
      reportUnknownKey(key, with: value, among: known, in: path)
    }
  }

  private mutating func reportUnknownKey(
    _ key: YAMLNode, with value: YAMLNode, among known: [String], in path: String
  ) {
    let name = key.text ?? ""
    if SchemaMapping.unsupported.contains(name)
      || SchemaMapping.type.keys.contains(name) && known.contains("$schema")
    {
      report(
        key, in: path, uk: "JSON Schema знає «\(name)», але тут воно нічого не означає",
        en: "JSON Schema knows '\(name)', but it has no meaning here")
      return
    }
    let near = nearestName(to: name, among: known)
    let isRestOfText = value.text == "" && near == nil
    report(
      key, in: path,
      uk: "невідоме слово схеми «\(name)»" + (near.map { ", можливо, «\($0)»" } ?? ""),
      en: "unknown keyword '\(name)'" + (near.map { ", perhaps '\($0)'" } ?? ""),
      help: isRestOfText
        ? Message(
          uk: "кома в { } закінчує текст: візьміть увесь текст у лапки",
          en: "a comma in { } ends a text: put the whole text in quotation marks") : nil)
  }

  /// The words of a list.
  mutating func words(_ node: YAMLNode?, in path: String) -> [String] {
    guard let node else { return [] }
    guard let items = node.items, items.allSatisfy({ $0.text != nil }) else {
      report(node, in: path, uk: "тут має бути список слів", en: "a list of words is expected here")
      return []
    }
    return items.compactMap(\.text)
  }

  /// The words that have examples of their own, each in the file that its English name calls.
  mutating func examples(of root: YAMLNode, in path: String) -> [Schema.Name] {
    guard let node = root["x-examples"] else { return [] }
    guard let members = node.members, members.allSatisfy({ $0.value.text != nil }) else {
      report(
        node, in: path, uk: "x-examples – це слова двома мовами: {order: наказ}",
        en: "x-examples are words in both languages: {order: наказ}")
      return []
    }
    return members.map { word, translation in
      let name = word.text ?? ""
      let file = TemplateFolders.resolve("examples/\(name).yaml", from: path)
      if file.map({ folders.count(of: $0) }) ?? 0 == 0 {
        report(
          word, in: path, uk: "немає файлу examples/\(name).yaml",
          en: "there is no file examples/\(name).yaml")
      }
      return Schema.Name(en: name, uk: translation.text)
    }
  }

  /// Tells what is wrong with a part of a schema.
  mutating func report(
    _ node: YAMLNode, in path: String, uk: String, en: String, help: Message? = nil
  ) {
    guard let source = files[path]?.source else { return }
    diagnostics.append(
      Diagnostic(
        code: "broken-schema", in: source, at: node.range, Message(uk: uk, en: en), help: help))
  }
}
