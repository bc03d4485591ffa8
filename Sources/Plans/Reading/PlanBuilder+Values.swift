internal import Diagnostics
internal import Schemas
internal import SourceTexts
internal import XML
internal import YAML

/// Values and the items of lists.
extension PlanBuilder {
  /// Where a value stands: what it has to be, and what its element is called.
  struct Slot {
    let form: SchemaType.Form
    let type: Int
    let name: XMLName
    /// Where its key stands, if it has one.
    var key: SourceRange?
    /// Whether it is an item of a list.
    var isRow = false
  }

  /// Reads a value; a list or a mapping stands where its key stands, if it has one.
  mutating func readValue(_ slot: Slot, _ event: YAMLEvent, _ events: inout PlanEvents)
    throws(Stop) -> XMLNode?
  {
    let isScalar = event.kind == .scalar
    let place = SourceRange(
      isScalar ? event.range.start : slot.key?.start ?? event.range.start, event.range.end)
    switch slot.form {
    case .object(let object):
      let isCells = event.kind == .sequenceStart && kind.schema.types[slot.type].table == .row
      guard
        event.kind == .mappingStart || event.kind == .scalar && object.scalarProperty != nil
          || isCells
      else {
        try reportWrongType(slot.form, event, &events)
        return nil
      }
      guard depth < Self.depthLimit else {
        reportTooDeep(event.range)
        events.skipRest()
        return nil
      }
      depth += 1
      defer { depth -= 1 }
      let node = make(slot.name, place)
      if isCells {
        try readCells(of: object, type: slot.type, at: event, into: node, &events)
      } else if event.kind == .mappingStart {
        try readObject(object, into: node, type: slot.type, isRow: slot.isRow, &events)
      } else if let index = object.scalarProperty {
        let property = object.properties[index]
        let row = slot.isRow ? rows.begin(slot.type, cells: object.properties.count) : nil
        let child: XMLNode?
        if let row, isDitto(event), kind.schema.takesDitto(property) {
          child = repeated(index, of: row, event, in: node)
        } else {
          child = try readProperty(
            property, order: index, event, under: event.range, into: node, &events)
        }
        if let row {
          rows.set(row, index, child)
          if child == nil { rows.leaveUnread(row, index) }
          rows.end(row)
        }
      }
      return node
    case .list(let list):
      let node = make(slot.name, place)
      try readItems(list, event, into: node, order: 0, &events)
      return node
    default:
      guard let text = try readScalar(slot.form, event, &events) else { return nil }
      let node = make(slot.name, event.range)
      put(text, of: event, into: node)
      if let target = kind.schema.types[slot.type].target {
        mentions.append(ReferenceResolver.Mention(node: node, target: target))
      }
      return node
    }
  }

  mutating func readItems(
    _ list: SchemaList, _ event: YAMLEvent, into node: XMLNode, order: Int,
    _ events: inout PlanEvents
  ) throws(Stop) {
    if event.kind == .scalar, let word = list.emptyWord,
      word.matches(document.texts.span.extracting(trimmedText(of: event)))
    {
      return
    }
    let form = kind.schema.types[list.item].form
    let slot = Slot(form: form, type: list.item, name: list.itemElement, isRow: true)
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
      if event.kind == .scalar {
        warnOfDash(event)
        warnOfContinuation(event, isItem: true)
      }
      if let item = try readValue(slot, event, &events) {
        insert(item, into: node, order: order)
      }
      return
    }
    var count = 0
    var before: YAMLEvent?
    while true {
      let item = try events.next()
      try checkLimits(at: item.range)
      guard item.kind != .sequenceEnd else {
        if list.isWrapped { ranges[node.ordinal - 1].end = item.range.end }
        reportCount(count, list, at: event.range)
        return
      }
      count += 1
      if isBlank(item) {
        warnOfCut(item)
        report(
          "empty-value", at: item.range,
          Message(uk: "елемент списку порожній", en: "the item of the list is empty"),
          help: Message(
            uk: "заповніть його або вилучіть рядок", en: "fill it in, or delete the line"))
        addGap(in: node, names: [list.itemName])
        continue
      }
      // It would repeat the last item above, and not what the whole cell says.
      if count == 1, list.acceptsSingle, list.isWrapped, isDitto(item) {
        reportDittoInList(at: item.range)
        addGap(in: node, names: [list.itemName])
        continue
      }
      if item.kind == .scalar {
        warnOfBullet(item)
        warnOfContinuation(item, isItem: true)
        if event.style == .flow, let before { warnOfSplit(item, after: before, list: list) }
      }
      before = item
      if let child = try readValue(slot, item, &events) {
        insert(child, into: node, order: order)
      } else {
        addGap(in: node, names: [list.itemName])
      }
    }
  }
}
