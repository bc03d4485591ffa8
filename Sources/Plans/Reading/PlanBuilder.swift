internal import Diagnostics
internal import Schemas
internal import SourceTexts
internal import Tables
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
  private var errorCount = 0
  /// The places of the nodes, by ordinal less one.
  var ranges: [SourceRange] = []
  /// The number of the property that an element stands for in its parent, by ordinal less one.
  private var orders: [Int] = []
  var rows: Rows
  /// What could not be read.
  private(set) var gaps: [PlanGap] = []
  /// The paths of other plans.
  var mentions: [ReferenceResolver.Mention] = []
  /// The table that is being read, of those whose columns the plan names.
  var table = Table()
  /// Whether there is such a table.
  var hasTable = false
  var depth = 0
  /// Whether a second kind has been seen: another plan was probably meant to begin there.
  var beginsOther = false
  /// Whether some text may go on behind what YAML takes for a comment: `Агентство #5`.
  let mayCutText: Bool
  /// How much ditto marks may repeat, in bytes: as much as aliases may.
  var dittoBudget: Int
  static let depthLimit = 40
  /// How many diagnostics of one file are worth making.
  static let faultLimit = 1000
  /// How many elements the plans of one file may have: those of some ten thousand measures. A plan
  /// counts as ten more.
  static let elementLimit = 200_000
  private let elementsLeft: Int

  init(kind: Kind, at place: PlanReader.Place, document: YAMLDocument) {
    self.kind = kind
    source = place.source
    self.document = document
    dittoBudget = PlanEvents.budget(of: source.bytes.count)
    mayCutText = place.mayCutText
    elementsLeft = place.elementsLeft
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

  /// Looks whether reading may go on.
  ///
  /// - Throws: that there is more in the file, or wrong with it, than is worth reading.
  func checkLimits(at range: SourceRange) throws(Stop) {
    guard errorCount <= Self.faultLimit else { throw .tooManyFaults(range) }
    guard ranges.count <= elementsLeft else { throw .tooManyValues(range) }
  }

  mutating func report(
    _ code: String, at range: SourceRange, _ message: Message, help: Message? = nil,
    severity: Severity = .error
  ) {
    if severity == .error { errorCount += 1 }
    diagnostics.append(Diagnostic(severity, code: code, in: source, at: range, message, help: help))
  }

  /// Takes back what was told of a place.
  mutating func withdraw(_ code: String, at range: SourceRange) {
    diagnostics.removeAll { $0.code == code && $0.range == range }
  }

  consuming func finish(index: Int) -> PlanTree {
    PlanTree(kind: kind, source: source, index: index, tree: tree, ranges: ranges)
  }

  // MARK: Mappings

  mutating func readObject(
    _ object: SchemaObject, into node: XMLNode, type: Int, isRow: Bool,
    _ events: inout PlanEvents
  ) throws(Stop) {
    var seen: UInt64 = 0
    // Keys that were misspelt: it is told once.
    var told: UInt64 = 0
    // Keys whose values could not be read, and whether some key may have been any of those missing.
    var unread: UInt64 = 0
    var mayHoldAnything = false
    var expected = 0
    // The first key: where it comes again in an item of a list, a new item was meant.
    var first: Int?
    var isItemForgotten = false
    var outdented = Outdented()
    let isTableRow = kind.schema.types[type].table == .row
    let row =
      isRow
      ? rows.begin(type, cells: object.properties.count + (isTableRow ? namedCells : 0)) : nil
    let outerTable = object.columns == nil ? nil : table
    if outerTable != nil { table = Table(defaults: object.defaultColumns) }
    var hasRows = false
    var postponed: [(property: Int, key: SourceRange, place: Int)] = []
    while true {
      let key = try events.next()
      try checkLimits(at: key.range)
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
      var found =
        object.keys.index(of: document.texts.span.extracting(key.text), expected: expected)
        ?? object.index(lookingLike: document.texts.span.extracting(key.text))
      if isTableRow {
        switch place(of: key, found, in: object, node) {
        case .property(let index): found = index
        case .cells(let places, let index):
          let open = OpenRow(node: node, object: object, cells: row)
          try readCells(
            places, in: object.properties[index], order: index, under: key, events.next(), of: open,
            &events)
          continue
        }
      }
      guard let index = found else {
        if reportOutdented(key, of: outdented) {
          outdented.isTold = true
        } else if let meant = reportUnknownKey(
          key, of: object, type: type, textIsThere: events.hasText(of: object, seen),
          isAlone: seen | told == 0 && !mayHoldAnything && events.isLastValue)
        {
          told |= 1 << UInt64(meant)
        } else {
          mayHoldAnything = true
        }
        try events.skipValue()
        continue
      }
      expected = index + 1
      let property = object.properties[index]
      guard seen & (1 << UInt64(index)) == 0 else {
        if isRow, index == first, !isItemForgotten {
          isItemForgotten = true
          reportForgottenItem(property.name, at: key.range)
        } else if !isItemForgotten {
          reportDuplicate(property.name, at: key.range, type: property.type)
        }
        unread |= 1 << UInt64(index)
        try events.skipValue()
        continue
      }
      seen |= 1 << UInt64(index)
      if first == nil { first = index }
      // Rows are read behind the columns that their keys speak of.
      if outerTable != nil, table.columns == nil, kind.schema.holdsRows(property),
        let columns = object.columns, events.hasKeyAhead(object.properties[columns].name)
      {
        postponed.append((index, key.range, try events.postpone()))
        continue
      }
      let value = try events.next()
      let child: XMLNode?
      let before = diagnostics.count
      if isBlank(value) { outdented = Outdented(property: property, key: key.range) }
      if let row, isDitto(value), kind.schema.takesDitto(property) {
        child = repeated(index, of: row, value, in: node)
      } else {
        child = try readProperty(
          property, order: index, value, under: key.range, into: node, &events)
      }
      let isLost = child == nil && (diagnostics.count > before || isDitto(value))
      if isLost { unread |= 1 << UInt64(index) }
      if let row { rows.set(row, index, child) }
      if isTableRow, child != nil { note(property, index, of: object) }
      if isTableRow, kind.schema.holdsRows(property) { hasRows = true }
      if index == object.columns, let child {
        table.columns = TableColumns(child)
        hasTable = true
      }
    }
    for (index, key, place) in postponed {
      events.goBack(to: place)
      let before = diagnostics.count
      let child = try readProperty(
        object.properties[index], order: index, events.next(), under: key, into: node, &events)
      if child == nil, diagnostics.count > before { unread |= 1 << UInt64(index) }
    }
    // What stands beside rows is not above them.
    if let row, !isTableRow || !hasRows {
      let lost = unread | told | (mayHoldAnything ? ~seen : 0)
      for index in object.properties.indices where lost & (1 << UInt64(index)) != 0 {
        rows.leaveUnread(row, index)
      }
      rows.end(row)
    }
    if let index = object.columns, table.columns == nil, table.isWide, !table.defaults.isEmpty {
      addColumns(to: node, object.properties[index], order: index)
    }
    if let outerTable { table = outerTable }
    reportMissing(object, seen | told, at: ranges[node.ordinal - 1])
    if !object.anyOf.isEmpty { reportMissingAny(object, seen | told, at: ranges[node.ordinal - 1]) }
    let gap = object.properties.enumerated().filter { index, property in
      let bit: UInt64 = 1 << UInt64(index)
      return unread & bit != 0 || seen & bit == 0 && (mayHoldAnything || property.isRequired)
        || told & bit != 0
    }
    addGap(in: node, names: gap.map(\.element.xmlName))
  }

  mutating func readProperty(
    _ property: SchemaProperty, order: Int, _ value: YAMLEvent, under key: SourceRange,
    into node: XMLNode, _ events: inout PlanEvents
  ) throws(Stop) -> XMLNode? {
    if isBlank(value) {
      warnOfCut(value)
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
    warnOfContinuation(value, isItem: false)
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
        Slot(form: form, type: property.type, name: property.element, key: key), value, &events)
    else {
      return nil
    }
    insert(child, into: node, order: order)
    return child
  }

  /// Notes what an element lacks.
  mutating func addGap(in node: XMLNode, names: [String]) {
    if !names.isEmpty { gaps.append(PlanGap(node: node, names: Set(names))) }
  }

  // MARK: Nodes

  mutating func make(_ name: XMLName, _ range: SourceRange) -> XMLNode {
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
  ///
  /// - Parameter place: its place among those of its order.
  mutating func insert(_ child: XMLNode, into node: XMLNode, order: Int, place: Int = 0) {
    let order = order << 20 + place
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
