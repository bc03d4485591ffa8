internal import Diagnostics
import Markup
internal import Schemas

/// The elements of a plan, and what they hold.
extension XSDBuilder {
  /// Declares the element of a property; or the items of a list that has no element around it.
  func element(_ property: SchemaProperty, isRow: Bool, _ text: inout MarkupText) {
    if case .list(let list) = schema.types[property.type].form, !list.isWrapped {
      let fewest = property.isRequired && list.emptyWord == nil ? fewestItems(list) : 0
      item(list, fewest: fewest, description: property.description.en, &text)
      return
    }
    let takesDitto = isRow && schema.takesDitto(property)
    declare(
      property.xmlName, property.type, isRow: false, takesDitto: takesDitto,
      occurs: [("minOccurs", property.isRequired ? nil : "0")],
      description: property.description.en, &text)
  }

  private func item(
    _ list: SchemaList, fewest: Int, description: String = "", _ text: inout MarkupText
  ) {
    let most = list.maxItems.map { max($0, list.acceptsSingle ? 1 : 0) }
    declare(
      list.itemName, list.item, isRow: true, takesDitto: false,
      occurs: [
        ("minOccurs", fewest == 1 ? nil : String(fewest)),
        ("maxOccurs", most == 1 ? nil : most.map { String($0) } ?? "unbounded"),
      ], description: description, &text)
  }

  /// The fewest items that a list can have in the tree: the reader takes a single value for a list
  /// of one, whatever the schema's least number.
  private func fewestItems(_ list: SchemaList) -> Int {
    list.acceptsSingle ? min(list.minItems, 1) : list.minItems
  }

  private func declare(
    _ name: String, _ type: Int, isRow: Bool, takesDitto: Bool, occurs: [(String, String?)],
    description: String, _ text: inout MarkupText
  ) {
    let use = types.use(of: type, isRow: isRow)
    let named = typeName(type, isRow: isRow, takesDitto: takesDitto)
    // A list has its mark beside its items.
    let isReference = schema.types[type].target != nil
    let isMarked = named != nil && (isReference || schema.mayAdd(name))
    text.element("xs:element", [("name", name), ("type", isMarked ? nil : named)] + occurs) {
      text in
      annotate(description, &text)
      switch schema.types[type].form {
      case _ where isMarked:
        text.element("xs:complexType") { text in
          text.element("xs:simpleContent") { text in
            text.element("xs:extension", [("base", named)], isReference ? digest : readMark)
          }
        }
      case .object where takesDitto:
        text.element("xs:complexType") { text in
          text.element("xs:complexContent") { text in
            text.element("xs:extension", [("base", types.name(of: use))], ditto)
          }
        }
      case .list(let list): complexType(of: list, named: name, takesDitto: takesDitto, &text)
      default: simpleType(type, &text)
      }
    }
  }

  private func complexType(
    of list: SchemaList, named name: String, takesDitto: Bool, _ text: inout MarkupText
  ) {
    text.element("xs:complexType") { text in
      let mayBeEmpty = list.emptyWord != nil
      text.element("xs:sequence", [("minOccurs", mayBeEmpty ? "0" : nil)]) { text in
        item(list, fewest: fewestItems(list), &text)
      }
      if takesDitto { ditto(&text) }
      if schema.mayAdd(name) { readMark(&text) }
    }
  }

  /// The digest of the plan that a path leads to.
  private func digest(_ text: inout MarkupText) {
    text.element("xs:attribute", [("name", Schema.referenceAttribute), ("type", "xs:string")]) {
      text in annotate("The digest of that plan's content.", &text)
    }
  }

  /// The mark of what no key says.
  private func readMark(_ text: inout MarkupText) {
    text.element("xs:attribute", [("name", "read"), ("type", "xs:string")]) { text in
      annotate("Where it was read from, if no key says it: text, or reference.", &text)
    }
  }

  /// The name of a type, or nil where it is declared in place.
  func typeName(_ type: Int, isRow: Bool = false, takesDitto: Bool) -> String? {
    switch schema.types[type].form {
    case .text where schema.types[type].isDeadline: deadlineName
    case .text(let minLength): textName(minLength) + (takesDitto ? cellSuffix : "")
    case .date: "xs:date"
    case .boolean: "xs:boolean"
    case .integer(nil, nil): "xs:integer"
    case .years: yearsName
    case .object where !takesDitto: types.name(of: types.use(of: type, isRow: isRow))
    case .choice, .integer, .object, .list: nil
    }
  }

  /// Declares in place a type of values that has bounds of its own.
  func simpleType(_ type: Int, _ text: inout MarkupText) {
    switch schema.types[type].form {
    case .choice(let names):
      restriction("xs:string", &text) { text in
        for name in names {
          text.element("xs:enumeration", [("value", name.en)]) { text in
            if name.uk != name.en { annotate(name.uk, &text, language: "uk") }
          }
        }
      }
    case .integer(let minimum, let maximum) where minimum != nil || maximum != nil:
      restriction("xs:integer", &text) { text in
        if let minimum { text.element("xs:minInclusive", [("value", String(minimum))]) }
        if let maximum { text.element("xs:maxInclusive", [("value", String(maximum))]) }
      }
    default: break
    }
  }

  private func restriction(
    _ base: String, _ text: inout MarkupText, _ facets: (inout MarkupText) -> Void
  ) {
    text.element("xs:simpleType") { text in
      text.element("xs:restriction", [("base", base)], facets)
    }
  }
}
