extension TextPage {
  /// Writes where somebody signs: position, line, name and date, in this order.
  mutating func signature(_ signature: Signature) {
    begin(.other)
    switch signature.layout {
    case .stacked: stacked(signature)
    case .line: line(signature)
    }
    write(galley.set(signature.date.span))
  }

  private mutating func stacked(_ signature: Signature) {
    write(galley.set(signature.position.span))
    if signature.caption.isEmpty { return write(galley.set(signature.name.span)) }
    let width = min(30, measure * 2 / 5)
    let x = width + 4
    addLineToSign(signature.caption, width: width)
    addStrip(galley.set(signature.name.span), x: x, width: measure - x)
    writeStrips()
  }

  private mutating func line(_ signature: Signature) {
    let gap = 4
    var name = galley.set(signature.name.span)
    name.alignment = .end
    let nameWidth = min(name.longestLine, measure * 2 / 5)
    var width = measure - nameWidth - (nameWidth == 0 ? 0 : gap)
    let lineWidth = signature.caption.isEmpty ? 0 : min(24, measure / 4)
    if lineWidth > 0 { width -= lineWidth + gap }
    let position = galley.set(signature.position.span)
    if position.longestWord > width { return stacked(signature) }
    addStrip(position, width: width)
    if lineWidth > 0 { addLineToSign(signature.caption, x: width + gap, width: lineWidth) }
    addStrip(name, x: measure - nameWidth, width: nameWidth)
    writeStrips()
  }

  private mutating func addLineToSign(_ caption: [Inline], x: Int = 0, width: Int) {
    let first = galley.lines.count
    galley.breakLines(galley.setRule(width: width), width: width)
    galley.breakLines(galley.set(caption.span, alignment: .center), width: width)
    addStrip(from: first, x: x)
  }
}
