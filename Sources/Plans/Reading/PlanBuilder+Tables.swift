internal import Diagnostics
internal import Schemas
internal import SourceTexts
internal import Tables
internal import XML
internal import YAML

/// Rows of tables whose columns the plan names: by the titles of the columns, by the words of their
/// roles, or cell by cell.
extension PlanBuilder {
  /// The table that is being read.
  struct Table {
    /// The columns that the plan names; nil before it does.
    var columns: TableColumns?
    /// What the table has where it names none.
    var defaults: [DefaultColumn] = []
    /// The roles of cells that rows have.
    var used: Set<String> = []
    /// Whether some row has more than a table without columns shows.
    var isWide = false
  }

  /// What a key of a row leads to.
  enum CellPlace {
    /// A property, as in any object; nil where there is none.
    case property(Int?)
    /// Columns whose cells name their column.
    case cells([Int], property: Int)
  }

  /// A row that is being read.
  struct OpenRow {
    let node: XMLNode
    let object: SchemaObject
    /// Its cells, for ditto marks; nil where it stands in no list.
    let cells: Rows.Row?
  }

  /// How many cells a row may have that name their column.
  var namedCells: Int { table.columns?.all.count ?? table.defaults.count }

  /// What a key of a row leads to: a column by its title, or a property.
  func place(
    of key: YAMLEvent, _ found: Int?, in object: SchemaObject, _ row: XMLNode
  ) -> CellPlace {
    if let columns = table.columns,
      let called = columns.places(called: document.text(of: key))
    {
      if called.count > 1,
        let index = property(of: columns.all[called.lowerBound].role, object, row)
      {
        return .cells(Array(called), property: index)
      }
      return place(of: called.lowerBound, in: object, row)
    }
    guard let found, kind.schema.namesColumn(object.properties[found]) else {
      return .property(found)
    }
    let role = object.properties[found].name.en
    let places =
      table.columns?.places(of: role == "cell" ? nil : role)
      ?? table.defaults.indices.filter { table.defaults[$0].role == role }
    return .cells(places, property: found)
  }

  private func place(of column: Int, in object: SchemaObject, _ row: XMLNode) -> CellPlace {
    let index = property(of: table.columns?.all[column].role, object, row)
    guard let index, kind.schema.namesColumn(object.properties[index]) else {
      return .property(index)
    }
    return .cells([column], property: index)
  }

  /// The property that holds the cell of a role.
  private func property(of role: String?, _ object: SchemaObject, _ row: XMLNode) -> Int? {
    let name = role ?? "cell"
    return object.properties.firstIndex { $0.name.en == name }
      ?? (row.isNamed(name)
        ? object.scalarProperty ?? object.properties.firstIndex { $0.name.en == "title" } : nil)
  }

  /// Notes that a row has a cell, which a table without columns may need one for.
  mutating func note(_ property: SchemaProperty, _ order: Int, of object: SchemaObject) {
    guard object.ownCount < object.properties.count,
      order >= object.ownCount || object.scalarProperty == nil
    else { return }
    table.used.insert(property.name.en)
    table.isWide = true
  }

  /// Reads a row that is a list of cells in the order of the columns, but for the number.
  mutating func readCells(
    of object: SchemaObject, type: Int, at start: YAMLEvent, into node: XMLNode,
    _ events: inout PlanEvents
  ) throws(Stop) {
    guard let columns = table.columns else {
      report(
        "no-columns", at: start.range.firstCharacter,
        Message(
          uk: "рядок записано списком клітинок, а граф таблиці не названо",
          en: "the row is a list of cells, and the table's columns are not named"),
        help: Message(
          uk: "назвіть графи в ключі «колонки»", en: "name the columns in the key 'columns'"))
      return events.skipRest()
    }
    let row = OpenRow(
      node: node, object: object,
      cells: rows.begin(type, cells: object.properties.count + namedCells))
    var left = columns.all.indices.filter { columns.all[$0].role != "number" }[...]
    if events.items.count > left.count {
      // Nobody knows which cell belongs to which column.
      reportCells(events.items, columns: left.count)
      if let cells = row.cells {
        for index in 0..<object.properties.count + namedCells { rows.leaveUnread(cells, index) }
        rows.end(cells)
      }
      addGap(in: node, names: object.properties.map(\.xmlName))
      return events.skipRest()
    }
    while true {
      let item = try events.next()
      try checkLimits(at: item.range)
      guard item.kind != .sequenceEnd else {
        ranges[node.ordinal - 1].end = item.range.end
        break
      }
      guard let column = left.popFirst(), !isBlank(item) else { continue }
      switch place(of: column, in: object, node) {
      case .cells(let places, let index):
        try readCells(
          places, in: object.properties[index], order: index, under: item, item, of: row, &events)
      case .property(let index?):
        let cell = try readCell(object.properties[index], order: index, item, of: row, &events)
        if let cells = row.cells {
          rows.set(cells, index, cell)
          if cell == nil { rows.leaveUnread(cells, index) }
        }
      case .property(nil): if item.kind != .scalar { events.skipRest() }
      }
    }
    if let cells = row.cells { rows.end(cells) }
  }

  /// Reads a cell of a column whose role no other has.
  private mutating func readCell(
    _ property: SchemaProperty, order index: Int, _ value: YAMLEvent, of row: OpenRow,
    _ events: inout PlanEvents
  ) throws(Stop) -> XMLNode? {
    note(property, index, of: row.object)
    if let cells = row.cells, isDitto(value), kind.schema.takesDitto(property) {
      return repeated(index, of: cells, value, in: row.node)
    }
    return try readProperty(
      property, order: index, value, under: value.range, into: row.node, &events)
  }

  /// Gives a table the columns that it has where its plan names none.
  mutating func addColumns(to owner: XMLNode, _ property: SchemaProperty, order: Int) {
    guard case .list(let list) = kind.schema.types[property.type].form,
      case .object(let object) = kind.schema.types[list.item].form
    else { return }
    let range = ranges[owner.ordinal - 1]
    let element = make(property.element, range)
    for column in table.defaults where column.isAlways || table.used.contains(column.role) {
      let node = make(list.itemElement, range)
      let values = ["title": column.title, "role": column.role, "width": column.width]
      for (index, part) in object.properties.enumerated() {
        guard let value = values[part.name.en], !value.isEmpty else { continue }
        let child = make(part.element, range)
        child.append(text: value.utf8.span)
        insert(child, into: node, order: index)
      }
      element.append(node)
    }
    insert(element, into: owner, order: order)
    hasTable = true
  }

  /// Tells of a row with more cells than columns, at the one that a comma has probably parted from
  /// the one before.
  private mutating func reportCells(_ cells: [YAMLEvent], columns count: Int) {
    let split = SplitCell(
      among: cells.enumerated().map { index, cell in
        let end = index > 0 ? cells[index - 1].range.end : cell.range.end
        return SplitCell.Cell(
          text: cell.kind == .scalar && cell.style == .plain ? document.text(of: cell) : nil,
          isGlued: cell.range.start.line == end.line && cell.range.start.column == end.column + 1)
      })
    report(
      "too-many-cells", at: cells[split?.place ?? count].range,
      Message(
        uk: "у рядку клітинок \(cells.count), а граф для них \(count)",
        en: "the row has \(cells.count) cells, and the table \(count) columns for them"),
      help: split?.help ?? SplitCell.extraCell)
  }
}
