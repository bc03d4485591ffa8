internal import Diagnostics
import Markup
package import Schemas

/// Writes the schema of a kind as an XML Schema 1.0 (W3C) of its renditions: what
/// ``PlanTree/canonicalXML()`` gives satisfies it.
package struct XSDWriter {
  /// Makes a writer.
  package init() {}

  /// The XML text, ending with a line feed.
  package func write(_ schema: Schema) -> String {
    XSDBuilder(schema: schema).build()
  }
}

/// Builds the XSD of one schema.
struct XSDBuilder {
  let schema: Schema
  let types: ObjectTypes

  init(schema: Schema) {
    self.schema = schema
    types = ObjectTypes(of: schema, reserved: reservedNames(in: schema))
  }

  func build() -> String {
    let namespace = "urn:pysar:\(schema.kind.en):1"
    let root = types.name(of: types.all[0])
    var text = MarkupText()
    text.element(
      "xs:schema",
      [
        ("xmlns:xs", "http://www.w3.org/2001/XMLSchema"), ("xmlns", namespace),
        ("targetNamespace", namespace), ("elementFormDefault", "qualified"),
      ]
    ) { text in
      annotate(schema.title.en + "\n" + schema.description.en, &text)
      text.element("xs:element", [("name", schema.kind.en), ("type", root)])
      for use in types.all { complexType(use, &text) }
      for length in textLengths(in: schema) { textTypes(minLength: length, &text) }
      deadlineType(&text)
      yearsType(&text)
    }
    return text.text
  }

  func annotate(_ description: String, _ text: inout MarkupText, language: String = "en") {
    guard !description.isEmpty else { return }
    text.element("xs:annotation") { text in
      for line in description.split(separator: "\n") {
        text.element("xs:documentation", [("xml:lang", language)], text: String(line))
      }
    }
  }

  private func complexType(_ use: ObjectTypes.Use, _ text: inout MarkupText) {
    guard case .object(let object) = schema.types[use.type].form else { return }
    text.element("xs:complexType", [("name", types.name(of: use))]) { text in
      let elements = object.properties.filter { !$0.isAttribute }
      if !elements.isEmpty {
        text.element("xs:sequence") { text in
          for property in elements { element(property, isRow: use.isRow, &text) }
        }
      }
      for property in object.properties where property.isAttribute {
        text.element(
          "xs:attribute",
          [
            ("name", property.xmlName), ("type", typeName(property.type, takesDitto: false)),
            ("use", property.isRequired ? "required" : nil),
          ]
        ) { text in
          annotate(property.description.en, &text)
          simpleType(property.type, &text)
        }
      }
    }
  }

  private func textTypes(minLength: Int, _ text: inout MarkupText) {
    let name = textName(minLength)
    text.element("xs:simpleType", [("name", name)]) { text in
      text.element("xs:restriction", [("base", "xs:string")]) { text in
        text.element("xs:minLength", [("value", String(minLength))])
      }
    }
    guard hasCells(minLength) else { return }
    text.element("xs:complexType", [("name", name + cellSuffix)]) { text in
      annotate(
        "A text; where a ditto mark was written, the text of the cell above, and the mark.", &text)
      text.element("xs:simpleContent") { text in
        text.element("xs:extension", [("base", name)], ditto)
      }
    }
  }

  /// Declares the type of texts that speak of time.
  private func deadlineType(_ text: inout MarkupText) {
    guard schema.types.contains(where: \.isDeadline) else { return }
    text.element("xs:complexType", [("name", deadlineName)]) { text in
      annotate("The words for a deadline, and the dates that they mean.", &text)
      text.element("xs:simpleContent") { text in
        text.element("xs:extension", [("base", textName(1))]) { text in
          for (name, type) in [
            ("kind", "xs:string"), ("from", "xs:date"), ("to", "xs:date"), ("every", "xs:duration"),
            ("times", "xs:positiveInteger"), ("rules", "xs:string"),
          ] {
            text.element("xs:attribute", [("name", name), ("type", type)])
          }
          text.element("xs:attribute", [("name", "days")]) { text in
            text.element("xs:simpleType") { text in
              text.element("xs:list", [("itemType", "xs:date")])
            }
          }
          ditto(&text)
        }
      }
    }
  }

  /// Declares the type of the time that a plan is for.
  private func yearsType(_ text: inout MarkupText) {
    guard schema.types.contains(where: { if case .years = $0.form { true } else { false } }) else {
      return
    }
    text.element("xs:complexType", [("name", yearsName)]) { text in
      annotate("The year of a plan; or words for several or a part of one, and their days.", &text)
      text.element("xs:simpleContent") { text in
        text.element("xs:extension", [("base", textName(1))]) { text in
          for name in Schema.yearsAttributes {
            text.element("xs:attribute", [("name", name), ("type", "xs:date")])
          }
        }
      }
    }
  }

  private func hasCells(_ minLength: Int) -> Bool {
    types.all.contains { use in
      guard use.isRow, case .object(let object) = schema.types[use.type].form else { return false }
      return object.properties.contains { property in
        guard case .text(let length) = schema.types[property.type].form,
          !schema.types[property.type].isDeadline
        else { return false }
        return max(length, 1) == minLength && schema.takesDitto(property)
      }
    }
  }

  /// Declares the attribute that keeps a ditto mark as it was written.
  func ditto(_ text: inout MarkupText) {
    text.element("xs:attribute", [("name", "ditto"), ("type", "xs:string")])
  }
}

let cellSuffix = "-cell"
let deadlineName = "deadline-words"
let yearsName = "years"

/// The name of the type of texts of some least length.
func textName(_ minLength: Int) -> String { minLength <= 1 ? "text" : "text-\(minLength)" }

private func textLengths(in schema: Schema) -> [Int] {
  let lengths = schema.types.compactMap { type in
    if case .text(let length) = type.form { max(length, 1) } else { nil }
  }
  return Set(lengths).sorted()
}

private func reservedNames(in schema: Schema) -> Set<String> {
  Set(textLengths(in: schema).flatMap { [textName($0), textName($0) + cellSuffix] })
    .union([deadlineName, yearsName])
}
