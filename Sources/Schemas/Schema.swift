import Bytes
package import Diagnostics
package import XML

/// What a kind of plan is made of: JSON Schema 2020-12, read into the form that readers need.
package struct Schema: Sendable {
  /// The kind's name in both languages.
  package let kind: Name
  /// What the kind is called on paper.
  package let title: Message
  /// What the kind is.
  package let description: Message
  /// Where a plan's own day stands, whose law judges it: paths of element names, the first that
  /// leads to a date counts, and of several dates the latest.
  package let dayPaths: [[String]]
  /// Where a plan's year stands, for deadlines that name none: paths as above, to a year or a date.
  package let yearPaths: [[String]]
  /// Where the duties of a plan stand: who owes what, and when.
  package let duties: [DutyPaths]
  /// Which days of a plan's act its deadlines may count from.
  package let events: EventPaths
  /// Where the name of a plan stands, and that of the body or unit it belongs to: paths as above,
  /// the first that leads to a text counts.
  package let titlePaths: [[String]], unitPaths: [[String]]
  /// Where a plan says whose it is: the name of the person, and the identifier, as far as the kind has them.
  package let personPaths: [[String]]
  /// What a plan must have to be signed off: the last step of each path, in every element that the
  /// rest of the path leads to; at least one of them is a date. Of several paths for one thing, the first
  /// counts whose element the plan has.
  package let signedPaths: [[[String]]]
  /// Where those stand who approve a plan and those who are acquainted with it, each with a name, an
  /// office and a day as far as there is one; and what only a plan has that was reviewed.
  package let approvedPaths: [[String]], acknowledgedPaths: [[String]], reviewedPaths: [[String]]
  /// What tells a plan from all others: paths as above.
  package let identityPaths: [[String]]
  /// How a plan says that it revises another; nil where none does.
  package let revision: RevisionPaths?
  /// Where points stand whose texts are read for who must do what by when; nil where none are.
  package let dutyTexts: DutyTexts?
  /// Other names that people give the kind, to be suggested and not taken.
  let alsoCalled: [String]
  /// The words that people begin with, each with an example of its own: наказ, рішення.
  package let examples: [Name]
  /// The types; they refer to each other by index.
  package let types: [SchemaType]
  /// The index of the type of a whole plan, an object.
  package let root: Int

  /// A key or an enumerated value, in both languages; both are equal in a plan.
  package struct Name: Sendable, Equatable {
    /// The English name, which is also the canonical one.
    package let en: String
    /// The Ukrainian name; the English one where there is no other.
    package let uk: String
    let enBytes: [UInt8]
    let ukBytes: [UInt8]

    /// Makes a name.
    package init(en: String, uk: String?) {
      self.en = en
      self.uk = uk ?? en
      enBytes = Array(en.utf8)
      ukBytes = Array(self.uk.utf8)
    }

    /// Whether a text is one of the names.
    package func matches(_ text: Span<UInt8>) -> Bool {
      text.equals(ukBytes.span) || text.equals(enBytes.span)
    }
  }
}

/// What a value may be.
package struct SchemaType: Sendable {
  /// The sort of value, and what is asked of it.
  package enum Form: Sendable {
    case text(minLength: Int)
    case choice([Schema.Name])
    case date
    case boolean
    case integer(minimum: Int?, maximum: Int?)
    /// The time that a plan is for: a year of these, or words for several or a part of one.
    case years(ClosedRange<Int>)
    case object(SchemaObject)
    case list(SchemaList)
  }

  /// The sort of value.
  package var form: Form
  /// Examples from the schema.
  package var examples: [String]
  /// Whether a text speaks of time, and stands in the tree with what it means.
  package var isDeadline = false
  /// What plans a text may lead to, if it is the path of one.
  package var target: PlanTarget?
  /// What it is in a table whose columns the plan names.
  package var table: TablePart?
}

/// A mapping of known keys. Shared by reference, as it is looked at for every key of every plan.
package final class SchemaObject: Sendable {
  /// The properties, in the order in which the tree has them.
  package let properties: [SchemaProperty]
  /// The property that a bare scalar stands for.
  package let scalarProperty: Int?
  /// The number of the property whose key looks like this, though other characters make it up: an
  /// `й` of two, as other systems write names.
  package func index(lookingLike key: Span<UInt8>) -> Int? {
    guard key.indices.contains(where: { key[$0] == 0xCC }) else { return nil }
    let name = String(copying: key)
    return properties.firstIndex { $0.name.uk == name || $0.name.en == name }
  }

  /// The keys, to look for one.
  package let keys: SchemaKeys
  /// How many of the properties are its own; the others come with `x-includes`.
  package let ownCount: Int
  /// The property that holds the columns of a table.
  package let columns: Int?
  /// The columns that its table has where a plan names none.
  package let defaultColumns: [DefaultColumn]
  /// Of these properties, each group has one at least.
  package let anyOf: [[Int]]

  init(
    properties: [SchemaProperty], scalarProperty: Int?, ownCount: Int, columns: Int?,
    defaultColumns: [DefaultColumn], anyOf: [[Int]]
  ) {
    self.properties = properties
    self.scalarProperty = scalarProperty
    self.ownCount = ownCount
    self.columns = columns
    self.defaultColumns = defaultColumns
    self.anyOf = anyOf
    keys = SchemaKeys(of: properties)
  }
}

/// A key of a mapping and what it holds.
package final class SchemaProperty: Sendable {
  /// The key.
  package let name: Schema.Name
  /// The index of its value's type.
  package let type: Int
  /// Whether a mapping without it is incomplete.
  package let isRequired: Bool
  /// The name of the element, or of the attribute.
  package let xmlName: String
  /// The same for the tree.
  package let element: XMLName
  /// Whether it is an attribute of its parent's element.
  package let isAttribute: Bool
  /// What it means.
  package let description: Message
  /// Other names that people give it, to be suggested and not taken.
  private let alsoCalled: [String]

  init(
    name: Schema.Name, type: Int, isRequired: Bool, xmlName: String, isAttribute: Bool,
    description: Message, alsoCalled: [String]
  ) {
    self.alsoCalled = alsoCalled.map { $0.lowercased() }
    self.name = name
    self.type = type
    self.isRequired = isRequired
    self.xmlName = xmlName
    element = XMLName(xmlName)
    self.isAttribute = isAttribute
    self.description = description
  }
}

extension SchemaProperty {
  /// Whether people also call the property so.
  func isAlsoCalled(_ name: String) -> Bool {
    !alsoCalled.isEmpty && alsoCalled.contains(name.lowercased())
  }
}

/// A list of values of one type. Shared by reference, as the objects are.
package final class SchemaList: Sendable {
  /// The index of the items' type.
  package let item: Int
  /// The name of an item's element.
  package let itemName: String
  /// The same for the tree.
  package let itemElement: XMLName
  /// Whether an element stands around the items.
  package let isWrapped: Bool
  /// Whether a value that is no list stands for a list of it alone.
  package let acceptsSingle: Bool
  /// A word that stands for the empty list: `none`.
  package let emptyWord: Schema.Name?
  /// The fewest items.
  package let minItems: Int
  /// The most items, or nil for any number.
  package let maxItems: Int?

  init(
    item: Int, itemName: String, isWrapped: Bool = true, acceptsSingle: Bool = false,
    emptyWord: Schema.Name? = nil, minItems: Int = 0, maxItems: Int? = nil
  ) {
    self.item = item
    self.itemName = itemName
    itemElement = XMLName(itemName)
    self.isWrapped = isWrapped
    self.acceptsSingle = acceptsSingle
    self.emptyWord = emptyWord
    self.minItems = minItems
    self.maxItems = maxItems
  }

  /// The same list with a word that stands for the empty one.
  package func with(emptyWord: Schema.Name) -> SchemaList {
    SchemaList(
      item: item, itemName: itemName, isWrapped: isWrapped, acceptsSingle: acceptsSingle,
      emptyWord: emptyWord, minItems: minItems, maxItems: maxItems)
  }
}

extension Schema {
  /// What to write for a kind that people also call so: its name, and the key whose examples have the
  /// word, if there is one.
  func hint(for word: String) -> Message {
    let word = word.lowercased().replacing("-", with: " ")
    let key = types.lazy.compactMap { type -> Name? in
      guard case .object(let object) = type.form else { return nil }
      return object.properties.first {
        self.types[$0.type].examples.contains(word)
      }?.name
    }.first
    return Message(
      uk: "напишіть «вид: \(kind.uk)»" + (key.map { ", а «\(word)» – у ключі «\($0.uk)»" } ?? ""),
      en: "write 'kind: \(kind.en)'" + (key.map { ", and '\(word)' in the key '\($0.en)'" } ?? ""))
  }

  /// Whether a ditto mark may stand for a property's value, in an object that is an item of a list.
  package func takesDitto(_ property: SchemaProperty) -> Bool {
    guard !property.isAttribute, types[property.type].target == nil else { return false }
    switch types[property.type].form {
    case .text: return true
    case .object(let object): return object.scalarProperty != nil
    case .list(let list): return list.acceptsSingle && list.isWrapped
    default: return false
    }
  }

  /// The names of the elements that hold a deadline.
  package var deadlineNames: XMLNames { XMLNames(deadlineElements.sorted()) }

  /// The same as they are.
  package var deadlineElements: Set<String> {
    var names: Set<String> = []
    for type in types {
      switch type.form {
      case .object(let object):
        for property in object.properties where types[property.type].isDeadline {
          names.insert(property.xmlName)
        }
      case .list(let list): if types[list.item].isDeadline { names.insert(list.itemName) }
      default: continue
      }
    }
    return names
  }

  /// The object that a whole plan is.
  package var rootObject: SchemaObject {
    guard case .object(let object) = types[root].form else {
      preconditionFailure("a schema's root is an object")
    }
    return object
  }
}
