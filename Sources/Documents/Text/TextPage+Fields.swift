extension TextPage {
  /// Writes labelled fields: labels in one column, what is filled in beside them.
  mutating func fields(_ fields: Range<Int>) {
    if fields.isEmpty { return }
    let fields = layout.document.fields[fields]
    begin(.other)
    var labels: [TextLayout.Run] = []
    labels.reserveCapacity(fields.count)
    for field in fields { labels.append(layout.set(field.label)) }
    let natural = labels.reduce(0) { max($0, $1.longestLine) }
    let longest = labels.reduce(0) { max($0, $1.longestWord) }
    let share = measure * 2 / 5
    let width = min(natural, max(share, min(longest, measure / 2)))
    let x = width == 0 ? 0 : width + 2
    for (field, label) in zip(fields, labels) {
      addColumn(label, width: width)
      add(layout.document.values[field.values], x: x, width: max(2, measure - x))
      writeColumns()
    }
  }

  /// Sets the places of one field side by side, or one below the other where there is no room.
  private mutating func add(_ values: ArraySlice<Field.Value>, x: Int, width: Int) {
    guard let first = values.first else { return }
    let gap = 2
    let room = width - gap * (values.count - 1)
    if values.count == 1 { return add(first, x: x, width: width) }
    if room < 12 * values.count {
      let first = layout.lines.count
      for value in values { breakLines(value, width: width) }
      return addColumn(from: first, x: x)
    }
    var x = x
    for (value, width) in zip(values, ColumnDemand.share(room, among: values.map { demand($0) })) {
      add(value, x: x, width: width)
      x += width + gap
    }
  }

  private mutating func add(_ value: Field.Value, x: Int, width: Int) {
    let first = layout.lines.count
    breakLines(value, width: width)
    addColumn(from: first, x: x)
  }

  /// Breaks into lines what was filled in, or a line to write on, then the caption.
  private mutating func breakLines(_ value: Field.Value, width: Int) {
    var text = layout.set(value.text)
    if text.words.isEmpty { text = layout.setRule(width: width) }
    layout.breakLines(text, width: width)
    layout.breakLines(layout.set(value.caption), width: width)
  }

  private mutating func demand(_ value: Field.Value) -> ColumnDemand {
    var demand = ColumnDemand()
    let text = layout.set(value.text)
    demand.take(text)
    demand.take(layout.set(value.caption))
    if text.words.isEmpty { demand.natural = max(demand.natural, 20) }
    return demand
  }
}
