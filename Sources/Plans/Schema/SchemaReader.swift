internal import Diagnostics
import Files
internal import XML
internal import YAML

/// Reads a kind's `schema.yaml`, following its references into shared files.
struct SchemaReader {
  typealias Files = [String: (source: SourceFile, root: YAMLNode)]

  private let folders: TemplateFolders
  /// The files that were read, by path: those that several kinds share are read once.
  private(set) var files: Files
  private var types: [SchemaType] = []
  /// Types by file and place, so that a type may refer to itself.
  private var known: [String: Int] = [:]
  /// The references that are being followed.
  private var open: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []

  init(folders: TemplateFolders, files: Files = [:]) {
    self.folders = folders
    self.files = files
  }

  /// The schema in a file, or nil where it has errors, which ``diagnostics`` tells.
  mutating func read(_ source: SourceFile, path: String, kind: String) -> Schema? {
    guard let root = load(source, path) else { return nil }
    let type = readType(root, in: path)
    if root["type"]?.text != "object" {
      report(root, path, "the schema of a kind is an object", "схема виду — це об’єкт")
    }
    guard diagnostics.isEmpty else { return nil }
    let uk = root["x-uk"]
    let schema = Schema(
      kind: Schema.Name(en: kind, uk: uk?["name"]?.text),
      title: Message(
        uk: uk?["title"]?.text ?? root["title"]?.text ?? kind, en: root["title"]?.text ?? kind),
      description: description(of: root),
      dayPaths: paths("x-day", of: root, in: path), yearPaths: paths("x-year", of: root, in: path),
      duties: root["x-duties"]?.items?.compactMap { readDuty($0, in: path) } ?? [],
      titlePaths: paths("x-title", of: root, in: path),
      unitPaths: paths("x-unit", of: root, in: path),
      signedPaths: paths("x-signed", of: root, in: path),
      types: types, root: type)
    checkDuties(schema, root, in: path)
    checkPaths(schema, root, in: path)
    return diagnostics.isEmpty ? schema : nil
  }

  private mutating func load(_ source: SourceFile, _ path: String) -> YAMLNode? {
    do throws(YAMLFault) {
      let root = try YAMLNode(reading: source.bytes)
      files[path] = (source, root)
      return root
    } catch {
      diagnostics.append(
        Diagnostic(
          code: "broken-schema", in: source, at: SourceRange(error.position, error.position),
          Message(uk: "схема не читається: \(error.problem)", en: error.problem)))
      return nil
    }
  }

  private mutating func readType(_ node: YAMLNode, in path: String) -> Int {
    if let reference = node["$ref"] { return readReference(reference, in: path) }
    if let variants = node["oneOf"]?.items { return readVariants(variants, node, in: path) }
    let place = "\(path):\(node.range.start.line):\(node.range.start.column)"
    if let index = known[place] { return index }
    let index = types.count
    known[place] = index
    types.append(
      SchemaType(
        form: .text(minLength: 1), examples: node["examples"]?.items?.compactMap(\.text) ?? []))
    checkKeywords(node, in: path)
    types[index].form = readForm(node, in: path)
    types[index].isDeadline = node["format"]?.text == "deadline"
    return index
  }

  private mutating func readForm(_ node: YAMLNode, in path: String) -> SchemaType.Form {
    switch node["type"]?.text {
    case "object": return .object(readObject(node, in: path))
    case "array": return .list(readList(node, in: path))
    case "integer":
      return .integer(minimum: number(node["minimum"]), maximum: number(node["maximum"]))
    case "boolean": return .boolean
    case "string":
      if let values = node["enum"]?.items?.compactMap(\.text) {
        return .choice(values.map { Schema.Name(en: $0, uk: node["x-uk"]?["values"]?[$0]?.text) })
      }
      if let format = node["format"] {
        if format.text == "date" { return .date }
        if format.text != "deadline" {
          report(
            format, path, "the known formats are 'date' and 'deadline'",
            "відомі формати date і deadline")
        }
      }
      return .text(minLength: number(node["minLength"]) ?? 1)
    default:
      report(
        node["type"] ?? node, path, "type must be object, array, string, integer or boolean",
        "type має бути object, array, string, integer або boolean")
      return .text(minLength: 0)
    }
  }

  private mutating func readObject(_ node: YAMLNode, in path: String) -> SchemaObject {
    let required = Set(node["required"]?.items?.compactMap(\.text) ?? [])
    var properties: [SchemaProperty] = []
    for (key, value) in node["properties"]?.members ?? [] {
      let name = key.text ?? ""
      let uk = value["x-uk"]
      if uk == nil {
        report(key, path, "'\(name)' has no x-uk", "властивість «\(name)» не має x-uk")
      }
      let type = readType(value, in: path)
      properties.append(
        SchemaProperty(
          name: Schema.Name(en: name, uk: uk?.text ?? uk?["name"]?.text), type: type,
          isRequired: required.contains(name), xmlName: value["xml"]?["name"]?.text ?? name,
          isAttribute: value["xml"]?["attribute"]?.text == "true",
          description: description(of: value)))
    }
    for name in required where !properties.contains(where: { $0.name.en == name }) {
      report(node["required"] ?? node, path, "no property '\(name)'", "немає властивості «\(name)»")
    }
    var scalar: Int?
    if let name = node["x-scalar"] {
      scalar = properties.firstIndex { $0.name.en == name.text }
      if scalar == nil { report(name, path, "no such property", "такої властивості немає") }
      checkScalar(scalar, of: properties, name, in: path)
    }
    if properties.count > 64 {
      report(node, path, "more than 64 properties", "понад 64 властивості")
    }
    return SchemaObject(properties: properties, scalarProperty: scalar)
  }

  /// A bare scalar must be a whole object by itself: the one property that is required, and no
  /// object that is written in the same way.
  private mutating func checkScalar(
    _ scalar: Int?, of properties: [SchemaProperty], _ node: YAMLNode, in path: String
  ) {
    for (index, property) in properties.enumerated() where property.isRequired && index != scalar {
      report(
        node, path, "a bare scalar leaves out the required '\(property.name.en)'",
        "саме значення не містить обов’язкової «\(property.name.en)»")
    }
    if let scalar, case .object = types[properties[scalar].type].form {
      report(
        node, path, "a bare scalar stands for no object", "саме значення не може бути об’єктом")
    }
  }

  private mutating func readList(_ node: YAMLNode, in path: String) -> SchemaList {
    guard let items = node["items"] else {
      report(node, path, "an array needs items", "масив потребує items")
      return SchemaList(item: 0, itemName: "item")
    }
    if node["x-scalar"] != nil, number(node["minItems"]) ?? 0 > 1 {
      report(
        node, path, "one item is too few for minItems, so x-scalar has no place here",
        "одного пункту замало для minItems, тож x-scalar тут не на місці")
    }
    return SchemaList(
      item: readType(items, in: path), itemName: items["xml"]?["name"]?.text ?? "item",
      isWrapped: node["xml"]?["wrapped"]?.text != "false",
      acceptsSingle: node["x-scalar"]?.text == "items",
      minItems: number(node["minItems"]) ?? 0,
      maxItems: number(node["maxItems"]))
  }

  /// `oneOf` of a word that stands for the empty list, and a list.
  private mutating func readVariants(_ variants: [YAMLNode], _ node: YAMLNode, in path: String)
    -> Int
  {
    guard variants.count == 2, let word = variants[0]["const"]?.text,
      variants[1]["type"]?.text == "array"
    else {
      report(
        node, path, "oneOf is known only as a const and an array",
        "oneOf відоме лише як const і масив")
      return 0
    }
    let index = readType(variants[1], in: path)
    guard case .list(let list) = types[index].form else { return index }
    let uk =
      variants[0]["x-uk"]?.text ?? variants[0]["x-uk"]?["name"]?.text
      ?? variants[0]["x-uk"]?["values"]?[word]?.text ?? node["x-uk"]?["values"]?[word]?.text
    types[index].form = .list(list.with(emptyWord: Schema.Name(en: word, uk: uk)))
    return index
  }

  private mutating func readReference(_ reference: YAMLNode, in path: String) -> Int {
    let parts = (reference.text ?? "").split(separator: "#", omittingEmptySubsequences: false)
    guard parts.count == 2,
      let target = parts[0].isEmpty ? path : TemplateFolders.resolve(String(parts[0]), from: path)
    else {
      report(
        reference, path, "a reference is FILE#/$defs/NAME within the template folders",
        "посилання має вигляд ФАЙЛ#/$defs/НАЗВА в межах тек шаблонів")
      return 0
    }
    if files[target] == nil, let source = try? folders.read(target) { _ = load(source, target) }
    var node = files[target]?.root
    for part in parts[1].split(separator: "/") { node = node?[String(part)] }
    guard let node else {
      report(reference, path, "the reference leads nowhere", "посилання нікуди не веде")
      return 0
    }
    let place = "\(target):\(node.range.start.line):\(node.range.start.column)"
    guard open.insert(place).inserted || known[place] != nil else {
      report(reference, path, "the references go round in a circle", "посилання ходять по колу")
      return 0
    }
    defer { open.remove(place) }
    return readType(node, in: target)
  }

  private func description(of node: YAMLNode) -> Message {
    let en = node["description"]?.text ?? ""
    return Message(uk: node["x-uk"]?["description"]?.text ?? en, en: en)
  }

  private mutating func readDuty(_ node: YAMLNode, in path: String) -> DutyPaths? {
    do throws(XPathFault) {
      return DutyPaths(
        each: try XPathExpression(node["each"]?.text ?? ""),
        what: try XPathExpression(node["what"]?.text ?? ""),
        who: try XPathExpression(node["who"]?.text ?? ""),
        when: try XPathExpression(node["when"]?.text ?? ""))
    } catch {
      report(node, path, error.problem.en, error.problem.uk)
      return nil
    }
  }

  /// Checks the expressions of the duties as those of forms and rules are checked.
  private mutating func checkDuties(_ schema: Schema, _ root: YAMLNode, in path: String) {
    let checker = XPathChecker(shape: schema.treeShape, functions: [])
    for (duty, node) in zip(schema.duties, root["x-duties"]?.items ?? []) {
      let (faults, context) = checker.check(duty.each, in: checker.root)
      let others = [duty.what, duty.who, duty.when].flatMap {
        checker.check($0, in: context).faults
      }
      for fault in faults + others { report(node, path, fault.problem.en, fault.problem.uk) }
    }
  }

  private func number(_ node: YAMLNode?) -> Int? { node?.text.flatMap { Int($0) } }

  private static let keywords: Set<String> = [
    "$schema", "$id", "$comment", "$defs", "title", "description", "examples", "default", "type",
    "properties", "required", "items", "enum", "format", "minItems", "maxItems", "minLength",
    "minimum", "maximum", "xml", "x-uk", "x-scalar", "x-day", "x-year", "x-duties",
    "x-title", "x-unit", "x-signed", "additionalProperties",
  ]

  private mutating func checkKeywords(_ node: YAMLNode, in path: String) {
    for (key, _) in node.members ?? [] {
      guard let name = key.text, !Self.keywords.contains(name) else { continue }
      let near = nearestName(to: name, among: Self.keywords.sorted())
      report(
        key, path, "unknown keyword '\(name)'" + (near.map { ", perhaps '\($0)'" } ?? ""),
        "невідоме слово схеми «\(name)»" + (near.map { ", можливо, «\($0)»" } ?? ""))
    }
  }

  mutating func report(_ node: YAMLNode, _ path: String, _ en: String, _ uk: String) {
    guard let source = files[path]?.source else { return }
    diagnostics.append(
      Diagnostic(code: "broken-schema", in: source, at: node.range, Message(uk: uk, en: en)))
  }
}
