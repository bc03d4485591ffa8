extension TextPage {
  /// Writes labelled fields: labels in one column, what is filled in beside them.
  mutating func fields(_ fields: Range<Int>) {
    if fields.isEmpty { return }
    let fields = galley.document.fields[fields]
    begin(.other)
    let labels = fields.map { galley.set($0.label) }
    let natural = labels.reduce(0) { max($0, $1.longestLine) }
    let longest = labels.reduce(0) { max($0, $1.longestWord) }
    let share = measure * 2 / 5
    let width = min(natural, max(share, min(longest, measure / 2)))
    let x = width == 0 ? 0 : width + 2
    for (field, label) in zip(fields, labels) {
      let label = strip(label, width: width)
      write([label] + values(field.values, x: x, width: max(2, measure - x)))
    }
  }

  /// Sets the places of one field side by side, or one below the other where there is no room.
  private mutating func values(_ values: Range<Int>, x: Int, width: Int) -> [Strip] {
    let values = galley.document.values[values]
    let gap = 2
    let room = width - gap * (values.count - 1)
    if values.count > 1, room < 12 * values.count {
      var all: [Galley.Run] = []
      for value in values { all += runs(value, width: width) }
      return [strip(all, x: x, width: width)]
    }
    var widths = [room]
    if values.count > 1 {
      widths = ColumnDemand.share(room, among: values.map { demand($0) })
    }
    var x = x
    var strips: [Strip] = []
    for (value, width) in zip(values, widths) {
      strips.append(strip(runs(value, width: width), x: x, width: width))
      x += width + gap
    }
    return strips
  }

  /// What was filled in, or a line to write on, then the caption.
  private mutating func runs(_ value: Field.Value, width: Int) -> [Galley.Run] {
    var text = galley.set(value.text)
    if text.words.isEmpty { text = galley.setRule(width: width) }
    return [text, galley.set(value.caption)]
  }

  private mutating func demand(_ value: Field.Value) -> ColumnDemand {
    let runs = [galley.set(value.text), galley.set(value.caption)]
    var demand = ColumnDemand()
    for run in runs {
      demand.least = max(demand.least, run.longestWord)
      demand.natural = max(demand.natural, run.longestLine)
      demand.total += run.longestLine
    }
    if runs[0].words.isEmpty { demand.natural = max(demand.natural, 20) }
    return demand
  }
}
