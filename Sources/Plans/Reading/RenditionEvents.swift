import Bytes
internal import Diagnostics
internal import SourceTexts
internal import Schemas
internal import Tables
internal import XML
internal import YAML

/// The events of a plan in YAML, made from the XML that was made of it: so that both are read, and
/// checked, by one reader.
struct RenditionEvents: ~Copyable {
  private let schema: Schema
  private let parsed: ParsedXML
  private var list: YAMLDocument
  /// The attributes that no rendition has, and where their elements stand.
  private(set) var unknownAttributes: [(name: String, place: SourceRange)] = []

  /// - Parameter size: the bytes of the text that was parsed.
  init(schema: Schema, _ parsed: consuming ParsedXML, size: Int) {
    self.schema = schema
    self.parsed = parsed
    list = YAMLDocument(size: size)
  }

  /// The plan, but for its kind, which the root's name is.
  mutating func document() -> YAMLDocument {
    let root = parsed.tree.root
    checkAttributes(of: root, schema.root)
    add(.mappingStart, at: root)
    addMembers(of: root, schema.rootObject)
    add(.mappingEnd, at: root)
    return list
  }

  private mutating func addValue(_ node: XMLNode, _ type: Int) {
    checkAttributes(of: node, type)
    if let mark = node.attribute("ditto") {
      add(.scalar, at: node, mark.stringValue)
      return
    }
    switch schema.types[type].form {
    case .object(let object):
      add(.mappingStart, at: node)
      addMembers(of: node, object)
      add(.mappingEnd, at: node)
    case .list(let list):
      if let word = list.emptyWord, !node.children.contains(where: \.isElement) {
        add(.scalar, at: node, node.isBlank ? word.en : node.stringValue)
        return
      }
      add(.sequenceStart, at: node)
      for child in node.children where child.isElement || child.isText && !child.isBlank {
        if child.isElement, child.isNamed(list.itemName) {
          addValue(child, list.item)
        } else {
          addUnknown(child)
        }
      }
      add(.sequenceEnd, at: node)
    default:
      if let child = node.children.first(where: \.isElement) {
        add(.mappingStart, at: child)
        add(.mappingEnd, at: child)
      } else {
        add(.scalar, at: node, node.stringValue)
      }
    }
  }

  /// Looks for attributes that the values of a type do not have. Those of an object are keys.
  private mutating func checkAttributes(of node: XMLNode, _ type: Int) {
    var known = ["ditto"]
    if schema.types[type].isDeadline { known += Schema.deadlineAttributes }
    if case .years = schema.types[type].form { known += Schema.yearsAttributes }
    if schema.types[type].target != nil { known.append(Schema.referenceAttribute) }
    var isObject = false
    if case .object = schema.types[type].form { isObject = true }
    for attribute in node.attributes {
      if attribute.namespace.isEmpty, isObject || known.contains(attribute.name) { continue }
      unknownAttributes.append((attribute.name, parsed.range(of: node)))
    }
  }

  private mutating func addMembers(of node: XMLNode, _ object: SchemaObject) {
    for attribute in node.attributes where attribute.namespace.isEmpty {
      let property = object.properties.first { $0.isAttribute && attribute.isNamed($0.xmlName) }
      add(.scalar, at: node, property?.name.en ?? attribute.name)
      add(.scalar, at: node, attribute.stringValue)
    }
    var open: Int?
    for child in node.children {
      guard child.isElement else {
        if child.isText, !child.isBlank {
          if open != nil { add(.sequenceEnd, at: node) }
          open = nil
          let text = child.withText { String(copying: $0.extracting($0.trimmedIndices)) }
          add(.scalar, at: node, text)
          add(.scalar, at: node)
        }
        continue
      }
      // What was read from a text is read from it again.
      if child.attribute("read") != nil, schema.dutyTexts?.mayHold(child.name) == true { continue }
      if let index = object.properties.firstIndex(where: { repeats($0, child) }),
        case .list(let list) = schema.types[object.properties[index].type].form
      {
        // A cell that names its column is written under the column's name.
        if schema.types[list.item].table == .cell, let column = child.child("column"),
          let text = child.child("text") ?? child.child("mark")
        {
          if open != nil { add(.sequenceEnd, at: child) }
          open = nil
          add(.scalar, at: column, column.stringValue)
          add(.scalar, at: text, text.attribute("ditto")?.stringValue ?? text.stringValue)
          continue
        }
        if open != index {
          if open != nil { add(.sequenceEnd, at: child) }
          add(.scalar, at: child, object.properties[index].name.en)
          add(.sequenceStart, at: child)
          open = index
        }
        addValue(child, list.item)
        continue
      }
      if open != nil { add(.sequenceEnd, at: child) }
      open = nil
      let property = object.properties.first { !$0.isAttribute && child.isNamed($0.xmlName) }
      add(.scalar, at: child, property?.name.en ?? child.name)
      if let property {
        addValue(child, property.type)
      } else {
        add(.scalar, at: child, child.stringValue)
      }
    }
    if open != nil { add(.sequenceEnd, at: node) }
  }

  /// Whether an element is an item of a list without an element around it.
  private func repeats(_ property: SchemaProperty, _ child: XMLNode) -> Bool {
    guard case .list(let list) = schema.types[property.type].form, !list.isWrapped else {
      return false
    }
    return child.isNamed(list.itemName)
  }

  /// Something that no schema has here, as a value that the reader will refuse at its place.
  private mutating func addUnknown(_ node: XMLNode) {
    let place = node.isElement ? node : node.parent ?? node
    add(.mappingStart, at: place)
    add(.scalar, at: place, node.isElement ? node.name : node.stringValue)
    add(.scalar, at: place, node.stringValue)
    add(.mappingEnd, at: place)
  }

  private mutating func add(_ kind: YAMLEvent.Kind, at node: XMLNode, _ text: String = "") {
    let range = parsed.range(of: node)
    switch kind {
    case .mappingStart, .sequenceStart: list.appendStart(kind, at: range)
    case .mappingEnd, .sequenceEnd: list.appendEnd(kind, at: range)
    default: list.appendScalar(text.utf8.span, at: range, style: .doubleQuoted)
    }
  }
}

extension XMLNode {
  /// Whether there is nothing but white space inside.
  fileprivate var isBlank: Bool { stringValue.allSatisfy(\.isWhitespace) }
}
