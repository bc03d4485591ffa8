extension TextPage {
  /// Writes where somebody signs: position, line, name and date, in this order.
  mutating func signature(_ signature: Signature) {
    begin(.other)
    switch signature.layout {
    case .stacked: stacked(signature)
    case .line: line(signature)
    }
    write(layout.set(signature.date))
  }

  private mutating func stacked(_ signature: Signature) {
    write(layout.set(signature.position))
    if signature.caption.isEmpty { return write(layout.set(signature.name)) }
    let width = min(30, measure * 2 / 5)
    let x = width + 4
    addLineToSign(signature.caption, width: width)
    addColumn(layout.set(signature.name), x: x, width: measure - x)
    writeColumns()
  }

  private mutating func line(_ signature: Signature) {
    let gap = 4
    var name = layout.set(signature.name)
    name.alignment = .end
    let nameWidth = min(name.longestLine, measure * 2 / 5)
    var width = measure - nameWidth - (nameWidth == 0 ? 0 : gap)
    let lineWidth = signature.caption.isEmpty ? 0 : min(24, measure / 4)
    if lineWidth > 0 { width -= lineWidth + gap }
    let position = layout.set(signature.position)
    if position.longestWord > width { return stacked(signature) }
    addColumn(position, width: width)
    if lineWidth > 0 { addLineToSign(signature.caption, x: width + gap, width: lineWidth) }
    addColumn(name, x: measure - nameWidth, width: nameWidth)
    writeColumns()
  }

  private mutating func addLineToSign(_ caption: RunningText, x: Int = 0, width: Int) {
    let first = layout.lines.count
    layout.breakLines(layout.setRule(width: width), width: width)
    layout.breakLines(layout.set(caption, alignment: .center), width: width)
    addColumn(from: first, x: x)
  }
}
