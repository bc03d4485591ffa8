extension TextPage {
  /// Writes where somebody signs: position, line, name and date, in this order.
  mutating func signature(_ signature: Signature) {
    begin(.other)
    switch signature.layout {
    case .stacked: stacked(signature)
    case .line: line(signature)
    }
    write(strip(galley.set(signature.date), width: measure))
  }

  private mutating func stacked(_ signature: Signature) {
    write(strip(galley.set(signature.position), width: measure))
    if signature.caption.isEmpty {
      return write(strip(galley.set(signature.name), width: measure))
    }
    let width = min(30, measure * 2 / 5)
    let x = width + 4
    write([
      strip(lineToSign(signature.caption, width: width), width: width),
      strip(galley.set(signature.name), x: x, width: measure - x),
    ])
  }

  private mutating func line(_ signature: Signature) {
    let gap = 4
    var name = galley.set(signature.name)
    name.alignment = .end
    let nameWidth = min(name.longestLine, measure * 2 / 5)
    var strips: [Strip] = []
    var width = measure - nameWidth - (nameWidth == 0 ? 0 : gap)
    let lineWidth = signature.caption.isEmpty ? 0 : min(24, measure / 4)
    if lineWidth > 0 { width -= lineWidth + gap }
    let position = galley.set(signature.position)
    if position.longestWord > width { return stacked(signature) }
    strips.append(strip(position, width: width))
    if lineWidth > 0 {
      strips.append(
        strip(
          lineToSign(signature.caption, width: lineWidth), x: width + gap, width: lineWidth))
    }
    strips.append(strip(name, x: measure - nameWidth, width: nameWidth))
    write(strips)
  }

  private mutating func lineToSign(_ caption: RunningText, width: Int) -> [Galley.Run] {
    [galley.setRule(width: width), galley.set(caption, alignment: .center)]
  }
}
