internal import Diagnostics
internal import Schemas
internal import SourceTexts
internal import Tables
internal import XML
internal import YAML

/// Cells of tables whose columns the plan names, each with its column.
extension PlanBuilder {
  /// Reads the cells of several columns: one value for one, else a list or a mapping by titles.
  mutating func readCells(
    _ places: [Int], in property: SchemaProperty, order: Int, under key: YAMLEvent,
    _ value: YAMLEvent, of row: OpenRow, _ events: inout PlanEvents
  ) throws(Stop) {
    guard !places.isEmpty, places.count == 1 || value.kind != .scalar else {
      reportCells(places, under: key)
      if value.kind != .scalar { events.skipRest() }
      return
    }
    guard value.kind != .scalar else {
      return try readCell(places[0], in: property, order: order, value, of: row, &events)
    }
    var left = places
    while true {
      let item = try events.next()
      try checkLimits(at: item.range)
      if item.kind == .mappingEnd || item.kind == .sequenceEnd { return }
      var cell: YAMLEvent? = item
      var place = left.first
      if value.kind == .mappingStart {
        place = self.place(called: document.text(of: item), among: left)
        cell = try events.next()
      } else if item.kind == .mappingStart {
        let written = try cellWithColumn(of: property, &events)
        place = written.flatMap { self.place(called: $0.column, among: left) }
        cell = written?.value
      }
      guard let cell, let place, let index = left.firstIndex(of: place) else {
        reportCells(places, under: item)
        if let cell, cell.kind != .scalar { events.skipRest() }
        continue
      }
      left.remove(at: index)
      try readCell(place, in: property, order: order, cell, of: row, &events)
    }
  }

  /// The column of those that are left which has a title.
  private func place(called title: String, among left: [Int]) -> Int? {
    left.first { table.columns?.all[$0].title == title }
      ?? table.columns?.places(called: title)?.first
  }

  /// Reads a cell that stands with the title of its column, as in the tree: `{графа: …, текст: …}`; nil
  /// where it has other keys, or one twice.
  private mutating func cellWithColumn(
    of property: SchemaProperty, _ events: inout PlanEvents
  ) throws(Stop) -> (column: String, value: YAMLEvent)? {
    let object = cell(of: property)
    var column: String?
    var value: YAMLEvent?
    var isOther = false
    while true {
      let key = try events.next()
      try checkLimits(at: key.range)
      if key.kind == .mappingEnd { break }
      let name = document.text(of: key)
      let item = try events.next()
      let part = object?.properties.firstIndex { $0.name.en == name || $0.name.uk == name }
      if item.kind == .scalar, let part, part == object?.scalarProperty, value == nil {
        value = item
      } else if item.kind == .scalar, let part, object?.properties[part].name.en == "column",
        column == nil
      {
        column = document.text(of: item)
      } else {
        isOther = true
        if item.kind != .scalar { events.skipRest() }
      }
    }
    guard let column, let value, !isOther else { return nil }
    return (column, value)
  }

  /// What a cell of a property is.
  private func cell(of property: SchemaProperty) -> SchemaObject? {
    guard case .list(let list) = kind.schema.types[property.type].form,
      case .object(let object) = kind.schema.types[list.item].form
    else { return nil }
    return object
  }

  /// Reads one cell that names its column.
  private mutating func readCell(
    _ place: Int, in property: SchemaProperty, order: Int, _ value: YAMLEvent, of row: OpenRow,
    _ events: inout PlanEvents
  ) throws(Stop) {
    guard !isBlank(value), case .list(let list) = kind.schema.types[property.type].form,
      let object = cell(of: property), let scalar = object.scalarProperty
    else { return }
    let form = kind.schema.types[object.properties[scalar].type].form
    let cell = make(list.itemElement, value.range)
    for (index, part) in object.properties.enumerated() where index != scalar {
      let column = table.columns?.all[place]
      let isTime = kind.schema.types[part.type].isDeadline
      if isTime, isDash(value) { continue }
      let text = isTime ? column?.deadline : column?.name ?? table.defaults[place].title
      let element = make(part.element, value.range)
      element.append(text: (text ?? "").utf8.span)
      insert(element, into: cell, order: index)
    }
    let number = row.object.properties.count + place
    if let cells = row.cells, isDitto(value) {
      let above = rows.above(cells, number)?.child(object.properties[scalar].xmlName)
      guard repeated(above, scalar, value, in: cell) != nil else { return }
    } else {
      guard let text = try readScalar(form, value, &events) else { return }
      let element = make(object.properties[scalar].element, value.range)
      put(text, of: value, into: element)
      insert(element, into: cell, order: scalar)
    }
    insert(cell, into: row.node, order: order, place: place)
    note(property, order, of: row.object)
    if let cells = row.cells { rows.set(cells, number, cell) }
  }

  /// Tells of a value that does not tell which column each of its cells belongs to.
  private mutating func reportCells(_ places: [Int], under key: YAMLEvent) {
    let titles = places.map { table.columns?.all[$0].title ?? table.defaults[$0].title }
    let list = titles.joined(separator: ", ")
    report(
      places.isEmpty ? "no-column" : "wrong-cells", at: key.range,
      places.isEmpty
        ? Message(
          uk: "графи для «\(document.text(of: key))» у таблиці немає",
          en: "the table has no column for '\(document.text(of: key))'")
        : Message(
          uk: "тут клітинки граф: \(list)", en: "here are cells of the columns: \(list)"),
      help: places.isEmpty
        ? Message(
          uk: "додайте до «колонки» графу з такою роллю",
          en: "add a column of this role to 'columns'")
        : Message(
          uk:
            "для однієї графи напишіть одне значення, для кількох – за їх назвами: {\(titles[0]): …}",
          en: "write one value for one column, and for several by their titles: {\(titles[0]): …}"))
  }

  private func isDash(_ value: YAMLEvent) -> Bool {
    ["-", "–", "—"].contains(document.text(of: value))
  }
}
