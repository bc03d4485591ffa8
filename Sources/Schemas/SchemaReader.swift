internal import Diagnostics
internal import Files
internal import YAML

/// Reads a kind's `schema.yaml`, following its references into shared files.
struct SchemaReader {
  typealias Files = [String: (source: SourceFile, root: YAMLNode)]

  let folders: TemplateFolders
  /// The files that were read, by path: those that several kinds share are read once.
  private(set) var files: Files
  var types: [SchemaType] = []
  /// Types by file and place, so that a type may refer to itself.
  private var known: [String: Int] = [:]
  /// The references that are being followed.
  private var open: Set<String> = []
  var diagnostics: [Diagnostic] = []

  /// The kinds that there are.
  let knownKinds: [String]

  init(folders: TemplateFolders, kinds: [String], files: Files = [:]) {
    self.folders = folders
    knownKinds = kinds
    self.files = files
  }

  /// The schema in a file, or nil where it has errors, which ``diagnostics`` tells.
  mutating func read(_ source: SourceFile, path: String, kind: String) -> Schema? {
    guard let root = load(source, path) else { return nil }
    let type = readType(root, in: path)
    if root["type"]?.text != "object" {
      report(root, in: path, uk: "схема виду – це об’єкт", en: "the schema of a kind is an object")
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
      events: readEvents(root["x-events"], in: path),
      titlePaths: paths("x-title", of: root, in: path),
      unitPaths: paths("x-unit", of: root, in: path),
      personPaths: paths("x-person", of: root, in: path),
      signedPaths: signedPaths(of: root, in: path),
      approvedPaths: paths("x-approved", of: root, in: path),
      acknowledgedPaths: paths("x-acknowledged", of: root, in: path),
      reviewedPaths: paths("x-reviewed", of: root, in: path),
      identityPaths: paths("x-identity", of: root, in: path),
      revision: readRevision(root["x-revision"], in: path),
      dutyTexts: dutyTexts(of: root, type, in: path),
      alsoCalled: words(root["x-also"], in: path), examples: examples(of: root, in: path),
      types: types, root: type)
    checkDuties(schema, root, in: path)
    checkEvents(schema, root, in: path)
    checkPaths(schema, root, in: path)
    return diagnostics.isEmpty ? schema : nil
  }

  /// What a schema that was read calls its kind in Ukrainian, whatever else is wrong with it.
  func ukrainianName(of path: String) -> String? { files[path]?.root["x-uk"]?["name"]?.text }

  private mutating func load(_ source: SourceFile, _ path: String) -> YAMLNode? {
    do throws(YAMLFault) {
      let root = try YAMLNode(reading: source)
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
    if let reference = node["$ref"] {
      checkKeys(of: node, .reference, in: path)
      return readReference(reference, in: path)
    }
    if let variants = node["oneOf"]?.items {
      checkKeys(of: node, .variants, in: path)
      return readVariants(variants, node, in: path)
    }
    let place = "\(path):\(node.range.start.line):\(node.range.start.column)"
    if let index = known[place] { return index }
    let index = types.count
    known[place] = index
    types.append(
      SchemaType(
        form: .text(minLength: 1), examples: node["examples"]?.items?.compactMap(\.text) ?? []))
    checkKeys(of: node, .type, in: path)
    types[index].form = readForm(node, in: path)
    types[index].isDeadline = node["format"]?.text == "deadline"
    types[index].target = readTarget(of: node, in: path)
    types[index].table = readTablePart(of: node, in: path)
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
        if format.text == "years" {
          let (first, last) = (number(node["minimum"]) ?? 1, number(node["maximum"]) ?? 9999)
          return .years(min(first, last)...last)
        }
        if format.text != "deadline" {
          report(
            format, in: path, uk: "відомі формати date, deadline і years",
            en: "the known formats are 'date', 'deadline' and 'years'")
        }
      }
      return .text(minLength: number(node["minLength"]) ?? 1)
    default:
      report(
        node["type"] ?? node, in: path,
        uk: "type має бути object, array, string, integer або boolean",
        en: "type must be object, array, string, integer or boolean")
      return .text(minLength: 0)
    }
  }

  private mutating func readObject(_ node: YAMLNode, in path: String) -> SchemaObject {
    var properties = readProperties(of: node, in: path)
    let ownCount = properties.count
    for property in includedProperties(of: node, in: path)
    where !properties.contains(where: { $0.name == property.name }) {
      properties.append(property)
    }
    findDigests(of: properties, node, in: path)
    var scalar: Int?
    if let name = node["x-scalar"] {
      scalar = properties.firstIndex { $0.name.en == name.text }
      if scalar == nil {
        report(name, in: path, uk: "такої властивості немає", en: "no such property")
      }
      checkScalar(scalar, of: properties, name, in: path)
    }
    if properties.count > 64 {
      report(node, in: path, uk: "понад 64 властивості", en: "more than 64 properties")
    }
    return SchemaObject(
      properties: properties, scalarProperty: scalar, ownCount: ownCount,
      columns: properties.firstIndex { types[$0.type].table == .columns },
      defaultColumns: defaultColumns(of: properties, node, in: path),
      anyOf: readAlternatives(of: properties, node, in: path))
  }

  mutating func readProperties(of node: YAMLNode, in path: String) -> [SchemaProperty] {
    let required = Set(node["required"]?.items?.compactMap(\.text) ?? [])
    var properties: [SchemaProperty] = []
    for (key, value) in node["properties"]?.members ?? [] {
      let name = key.text ?? ""
      let uk = value["x-uk"]
      if uk == nil {
        report(key, in: path, uk: "властивість «\(name)» не має x-uk", en: "'\(name)' has no x-uk")
      }
      let type = readType(value, in: path)
      properties.append(
        SchemaProperty(
          name: Schema.Name(en: name, uk: uk?.text ?? uk?["name"]?.text), type: type,
          isRequired: required.contains(name), xmlName: value["xml"]?["name"]?.text ?? name,
          isAttribute: value["xml"]?["attribute"]?.text == "true",
          description: description(of: value), alsoCalled: words(value["x-also"], in: path)))
    }
    for name in required where !properties.contains(where: { $0.name.en == name }) {
      report(
        node["required"] ?? node, in: path, uk: "немає властивості «\(name)»",
        en: "no property '\(name)'")
    }
    return properties
  }

  /// A bare scalar must be a whole object by itself: the one property that is required, and no
  /// object that is written in the same way.
  private mutating func checkScalar(
    _ scalar: Int?, of properties: [SchemaProperty], _ node: YAMLNode, in path: String
  ) {
    for (index, property) in properties.enumerated() where property.isRequired && index != scalar {
      report(
        node, in: path, uk: "саме значення не містить обов’язкової «\(property.name.en)»",
        en: "a bare scalar leaves out the required '\(property.name.en)'")
    }
    if let scalar, case .object = types[properties[scalar].type].form {
      report(
        node, in: path, uk: "саме значення не може бути об’єктом",
        en: "a bare scalar stands for no object")
    }
  }

  private mutating func readList(_ node: YAMLNode, in path: String) -> SchemaList {
    guard let items = node["items"] else {
      report(node, in: path, uk: "масив потребує items", en: "an array needs items")
      return SchemaList(item: 0, itemName: "item")
    }
    if node["x-scalar"] != nil, number(node["minItems"]) ?? 0 > 1 {
      report(
        node, in: path, uk: "одного пункту замало для minItems, тож x-scalar тут не на місці",
        en: "one item is too few for minItems, so x-scalar has no place here")
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
        node, in: path, uk: "oneOf відоме лише як const і масив",
        en: "oneOf is known only as a const and an array")
      return 0
    }
    checkKeys(of: variants[0], .word, in: path)
    let index = readType(variants[1], in: path)
    guard case .list(let list) = types[index].form else { return index }
    let uk =
      variants[0]["x-uk"]?.text ?? variants[0]["x-uk"]?["name"]?.text
      ?? variants[0]["x-uk"]?["values"]?[word]?.text ?? node["x-uk"]?["values"]?[word]?.text
    types[index].form = .list(list.with(emptyWord: Schema.Name(en: word, uk: uk)))
    return index
  }

  private mutating func readReference(_ reference: YAMLNode, in path: String) -> Int {
    guard let (node, target) = follow(reference, in: path) else { return 0 }
    let place = "\(target):\(node.range.start.line):\(node.range.start.column)"
    guard open.insert(place).inserted || known[place] != nil else {
      report(
        reference, in: path, uk: "посилання ходять по колу",
        en: "the references go round in a circle")
      return 0
    }
    defer { open.remove(place) }
    return readType(node, in: target)
  }

  /// The definition that a reference leads to, and its file.
  mutating func follow(_ reference: YAMLNode, in path: String) -> (YAMLNode, path: String)? {
    let parts = (reference.text ?? "").split(separator: "#", omittingEmptySubsequences: false)
    guard parts.count == 2,
      let target = parts[0].isEmpty ? path : TemplateFolders.resolve(String(parts[0]), from: path)
    else {
      report(
        reference, in: path, uk: "посилання має вигляд ФАЙЛ#/$defs/НАЗВА в межах тек шаблонів",
        en: "a reference is FILE#/$defs/NAME within the template folders")
      return nil
    }
    if files[target] == nil, let source = try? folders.read(target) { _ = load(source, target) }
    var node = files[target]?.root
    for part in parts[1].split(separator: "/") { node = node?[String(part)] }
    guard let node else {
      report(reference, in: path, uk: "посилання нікуди не веде", en: "the reference leads nowhere")
      return nil
    }
    return (node, target)
  }

  private func description(of node: YAMLNode) -> Message {
    let en = node["description"]?.text ?? ""
    return Message(uk: node["x-uk"]?["description"]?.text ?? en, en: en)
  }

  private func number(_ node: YAMLNode?) -> Int? { node?.text.flatMap { Int($0) } }
}
