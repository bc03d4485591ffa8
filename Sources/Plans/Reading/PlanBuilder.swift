internal import Diagnostics
internal import XML
internal import YAML

/// Builds the tree of one plan from the events of its text, schema in hand.
struct PlanBuilder: ~Copyable {
  typealias Stop = PlanEvents.Stop

  let kind: Kind
  let source: SourceFile
  let document: YAMLDocument
  let tree: XMLTree
  private(set) var diagnostics: [Diagnostic] = []
  /// The places of the nodes, by ordinal less one.
  private(set) var ranges: [SourceRange] = []
  /// The number of the property that an element stands for in its parent, by ordinal less one.
  private var orders: [Int] = []
  private var rows: Rows
  /// The paths of other plans.
  private(set) var mentions: [ReferenceResolver.Mention] = []
  private var depth = 0
  /// Whether some text may go on behind what YAML takes for a comment: `Агентство #5`.
  let mayCutText: Bool
  /// How much ditto marks may repeat, in bytes: as much as aliases may.
  var dittoBudget: Int
  static let depthLimit = 40
  /// How many diagnostics of one file are worth making.
  static let faultLimit = 1000

  init(kind: Kind, source: SourceFile, document: YAMLDocument) {
    self.kind = kind
    self.source = source
    self.document = document
    dittoBudget = PlanEvents.budget(of: source.bytes.count)
    mayCutText = SourceText.hasGluedComment(source.bytes)
    tree = XMLTree(rootName: kind.name)
    rows = Rows(types: kind.schema.types.count)
    ranges.reserveCapacity(document.events.count)
    orders.reserveCapacity(document.events.count)
  }

  /// Reads the whole plan, a mapping whose kind has been taken out.
  mutating func readRoot(_ events: inout PlanEvents) throws(Stop) {
    let root = tree.root
    register(root, try events.next().range)
    try readObject(
      kind.schema.rootObject, into: root, type: kind.schema.root, isRow: false, &events)
  }

  mutating func report(
    _ code: String, at range: SourceRange, _ message: Message, help: Message? = nil,
    severity: Severity = .error
  ) {
    diagnostics.append(Diagnostic(severity, code: code, in: source, at: range, message, help: help))
  }

  consuming func finish(index: Int) -> PlanTree {
    PlanTree(kind: kind, source: source, index: index, tree: tree, ranges: ranges)
  }

  // MARK: Mappings

  private mutating func readObject(
    _ object: SchemaObject, into node: XMLNode, type: Int, isRow: Bool,
    _ events: inout PlanEvents
  ) throws(Stop) {
    var seen: UInt64 = 0
    // Keys that were misspelt: it is told once.
    var told: UInt64 = 0
    var expected = 0
    let row = isRow ? rows.begin(type, cells: object.properties.count) : nil
    while true {
      let key = try events.next()
      guard diagnostics.count <= Self.faultLimit else { throw .tooManyFaults(key.range) }
      guard key.kind != .mappingEnd else {
        ranges[node.ordinal - 1].end = key.range.end
        break
      }
      guard key.kind == .scalar else {
        reportWrongKey(key)
        events.skipRest()
        try events.skipValue()
        continue
      }
      guard
        let index = object.keys.index(
          of: document.texts.span.extracting(key.text), expected: expected)
      else {
        if let meant = reportUnknownKey(key, of: object, type: type) {
          told |= 1 << UInt64(meant)
        }
        try events.skipValue()
        continue
      }
      expected = index + 1
      let property = object.properties[index]
      guard seen & (1 << UInt64(index)) == 0 else {
        reportDuplicate(property.name, at: key.range)
        try events.skipValue()
        continue
      }
      seen |= 1 << UInt64(index)
      let value = try events.next()
      let child: XMLNode?
      if let row, isDitto(value), kind.schema.takesDitto(property) {
        child = repeated(rows.above(row, index), index, value, in: node)
      } else {
        child = try readProperty(property, index, value, key.range, into: node, &events)
      }
      if let row { rows.set(row, index, child) }
    }
    if let row { rows.end(row) }
    reportMissing(object, seen | told, at: ranges[node.ordinal - 1])
  }

  private mutating func readProperty(
    _ property: SchemaProperty, _ order: Int, _ value: YAMLEvent, _ key: SourceRange,
    into node: XMLNode, _ events: inout PlanEvents
  ) throws(Stop) -> XMLNode? {
    if isBlank(value) {
      if property.isRequired {
        report(
          "empty-value", at: key,
          Message(
            uk: "ключ «\(property.name.uk)» не має значення",
            en: "the key '\(property.name.en)' has no value"),
          help: describeHelp(property))
      }
      return nil
    }
    let form = kind.schema.types[property.type].form
    if property.isAttribute {
      if let text = try readScalar(form, value, &events) {
        put(text, of: value, into: property.element, of: node)
      }
      return nil
    }
    if case .list(let list) = form, !list.isWrapped {
      try readItems(list, value, into: node, order: order, &events)
      return nil
    }
    guard
      let child = try readValue(
        form, property.type, value, as: property.element, under: key, &events)
    else {
      return nil
    }
    insert(child, into: node, order: order)
    return child
  }

  // MARK: Values

  /// Reads a value of a type; a list or a mapping stands where its key stands, if it has one.
  private mutating func readValue(
    _ form: SchemaType.Form, _ type: Int, _ event: YAMLEvent, as name: XMLName,
    under key: SourceRange? = nil,
    isRow: Bool = false, _ events: inout PlanEvents
  ) throws(Stop) -> XMLNode? {
    let isScalar = event.kind == .scalar
    let place = SourceRange(
      isScalar ? event.range.start : key?.start ?? event.range.start, event.range.end)
    switch form {
    case .object(let object):
      guard event.kind == .mappingStart || event.kind == .scalar && object.scalarProperty != nil
      else {
        try reportWrongType(form, event, &events)
        return nil
      }
      guard depth < Self.depthLimit else {
        reportTooDeep(event.range)
        events.skipRest()
        return nil
      }
      depth += 1
      defer { depth -= 1 }
      let node = make(name, place)
      if event.kind == .mappingStart {
        try readObject(object, into: node, type: type, isRow: isRow, &events)
      } else if let index = object.scalarProperty {
        let property = object.properties[index]
        let row = isRow ? rows.begin(type, cells: object.properties.count) : nil
        let child: XMLNode?
        if let row, isDitto(event), kind.schema.takesDitto(property) {
          child = repeated(rows.above(row, index), index, event, in: node)
        } else {
          child = try readProperty(property, index, event, event.range, into: node, &events)
        }
        if let row {
          rows.set(row, index, child)
          rows.end(row)
        }
      }
      return node
    case .list(let list):
      let node = make(name, place)
      try readItems(list, event, into: node, order: 0, &events)
      return node
    default:
      guard let text = try readScalar(form, event, &events) else { return nil }
      let node = make(name, event.range)
      put(text, of: event, into: node)
      if let target = kind.schema.types[type].target {
        mentions.append(ReferenceResolver.Mention(node: node, target: target))
      }
      return node
    }
  }

  private mutating func readItems(
    _ list: SchemaList, _ event: YAMLEvent, into node: XMLNode, order: Int,
    _ events: inout PlanEvents
  ) throws(Stop) {
    if event.kind == .scalar, let word = list.emptyWord,
      word.matches(document.texts.span.extracting(event.text))
    {
      return
    }
    let form = kind.schema.types[list.item].form
    guard event.kind == .sequenceStart else {
      guard list.acceptsSingle else {
        try reportWrongType(
          expected: describe(list), help: ReadFaults.beginItems, event, &events)
        return
      }
      if let word = list.emptyWord, event.kind == .scalar,
        case .choice(let names) = form,
        !names.contains(where: { $0.matches(document.texts.span.extracting(event.text)) })
      {
        reportUnknownValue(names + [word], event)
        return
      }
      if event.kind == .scalar { warnOfDash(event) }
      if let item = try readValue(
        form, list.item, event, as: list.itemElement, isRow: true, &events)
      {
        insert(item, into: node, order: order)
      }
      return
    }
    var count = 0
    while true {
      let item = try events.next()
      guard diagnostics.count <= Self.faultLimit else { throw .tooManyFaults(item.range) }
      guard item.kind != .sequenceEnd else {
        if list.isWrapped { ranges[node.ordinal - 1].end = item.range.end }
        reportCount(count, list, at: event.range)
        return
      }
      count += 1
      if isBlank(item) {
        report(
          "empty-value", at: item.range,
          Message(uk: "пункт списку порожній", en: "the item of the list is empty"),
          help: Message(
            uk: "заповніть його або вилучіть рядок", en: "fill it in, or delete the line"))
        continue
      }
      if let child = try readValue(
        form, list.item, item, as: list.itemElement, isRow: true, &events)
      {
        insert(child, into: node, order: order)
      }
    }
  }

  // MARK: Nodes

  private mutating func make(_ name: XMLName, _ range: SourceRange) -> XMLNode {
    let node = tree.makeElement(name)
    register(node, range)
    return node
  }

  mutating func register(_ node: XMLNode, _ range: SourceRange) {
    ranges.append(range)
    orders.append(0)
    node.ordinal = ranges.count
  }

  /// Puts an element where the schema's order of properties has it, behind those of its own order.
  mutating func insert(_ child: XMLNode, into node: XMLNode, order: Int) {
    orders[child.ordinal - 1] = order
    var follower: XMLNode?
    var last = node.lastChild
    while let sibling = last, orders[sibling.ordinal - 1] > order {
      follower = sibling
      last = sibling.previousSibling
    }
    if let follower { follower.insertBefore(child) } else { node.append(child) }
  }
}
