extension TextPage {
  /// Writes labelled fields: labels in one column, what is filled in beside them.
  mutating func fields(_ fields: [Field]) {
    if fields.isEmpty { return }
    let fields = fields.span
    begin(.other)
    var labels: [Galley.Run] = []
    labels.reserveCapacity(fields.count)
    for index in fields.indices { labels.append(galley.set(fields[index].label.span)) }
    let natural = labels.reduce(0) { max($0, $1.longestLine) }
    let longest = labels.reduce(0) { max($0, $1.longestWord) }
    let share = measure * 2 / 5
    let width = min(natural, max(share, min(longest, measure / 2)))
    let x = width == 0 ? 0 : width + 2
    for index in fields.indices {
      addStrip(labels[index], width: width)
      add(fields[index].values.span, x: x, width: max(2, measure - x))
      writeStrips()
    }
  }

  /// Sets the places of one field side by side, or one below the other where there is no room.
  private mutating func add(_ values: Span<Field.Value>, x: Int, width: Int) {
    if values.isEmpty { return }
    let gap = 2
    let room = width - gap * (values.count - 1)
    if values.count > 1, room < 12 * values.count {
      let first = galley.lines.count
      for index in values.indices {
        breakLines(values[index].text.span, values[index].caption.span, width: width)
      }
      return addStrip(from: first, x: x)
    }
    let widths = values.count > 1 ? share(room, among: values) : []
    var x = x
    for index in values.indices {
      let width = widths.isEmpty ? room : widths[index]
      let first = galley.lines.count
      breakLines(values[index].text.span, values[index].caption.span, width: width)
      addStrip(from: first, x: x)
      x += width + gap
    }
  }

  /// Breaks into lines what was filled in, or a line to write on, then the caption.
  private mutating func breakLines(
    _ value: Span<Inline>, _ caption: Span<Inline>, width: Int
  ) {
    var text = galley.set(value)
    if text.words.isEmpty { text = galley.setRule(width: width) }
    galley.breakLines(text, width: width)
    galley.breakLines(galley.set(caption), width: width)
  }

  private mutating func share(_ room: Int, among values: Span<Field.Value>) -> [Int] {
    var demands: [ColumnDemand] = []
    for index in values.indices {
      var demand = ColumnDemand()
      let text = galley.set(values[index].text.span)
      demand.take(text)
      demand.take(galley.set(values[index].caption.span))
      if text.words.isEmpty { demand.natural = max(demand.natural, 20) }
      demands.append(demand)
    }
    return ColumnDemand.share(room, among: demands)
  }
}
