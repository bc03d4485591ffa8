internal import Bytes
internal import Documents
internal import Markup

/// What the letters of a run have beside what the style of their paragraph says.
struct RunLook {
  var isBold = false
  var isItalic = false
  var isUnderlined = false
  var isSmall = false

  /// Whether there is nothing.
  var isPlain: Bool { !isBold && !isItalic && !isUnderlined && !isSmall }
}

extension WordPage {
  /// Adds running text.
  mutating func runs(_ text: RunningText, _ role: Role, _ look: RunLook = RunLook()) {
    var rest = text
    while let inline = document.popFirst(of: &rest) {
      var look = look
      switch inline {
      case .text(let text): words(text, role, look)
      case .strong(let content):
        look.isBold = true
        runs(content, role, look)
      case .emphasis(let content):
        look.isItalic = true
        runs(content, role, look)
      case .underline(let content):
        look.isUnderlined = true
        if content.isEmpty { blank(role, look) } else { runs(content, role, look) }
      case .small(let content):
        look.isSmall = true
        runs(content, role, look)
      case .lineBreak: bytes.append("<w:r><w:br/></w:r>")
      case .checkBox(let isChecked, let label):
        checkBox(isChecked: isChecked)
        runs(label, role, look)
        // What follows the label stands apart.
        bytes.append("<w:r><w:t xml:space=\"preserve\">\u{2003}</w:t></w:r>")
      }
    }
  }

  /// Adds a line to be filled in by hand, whose last part goes on to the right edge.
  mutating func fillLine(_ text: RunningText, _ role: Role) {
    var rest = text
    var pieces: [(inline: Inline, text: RunningText)] = []
    while !rest.isEmpty {
      let start = rest.range.lowerBound
      guard let inline = document.popFirst(of: &rest) else { break }
      pieces.append((inline, RunningText(start..<rest.range.lowerBound)))
    }
    guard case .underline(let content) = pieces.last?.inline, content.isEmpty else {
      return runs(text, role)
    }
    for piece in pieces.dropLast() { runs(piece.text, role) }
    bytes.append("<w:r><w:tab/></w:r>")
  }

  /// Adds a line of 25 mm to write on.
  private mutating func blank(_ role: Role, _ look: RunLook) {
    beginRun(role, look)
    for _ in 1...20 { bytes.append("\u{A0}") }
    endRun()
  }

  /// Adds a box that is ticked with a click.
  private mutating func checkBox(isChecked: Bool) {
    checkBoxCount += 1
    bytes.append(checkBoxCount, "<w:sdt><w:sdtPr><w:id w:val=\"")
    bytes.append(isChecked ? 1 : 0, "<w14:checkbox><w14:checked w14:val=\"")
    bytes.append(
      """
      <w14:checkedState w14:val="2612" w14:font="MS Gothic"/>\
      <w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent>\
      <w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" \
      w:hint="eastAsia"/></w:rPr><w:t>
      """)
    bytes.append(isChecked ? "☒" : "☐")
    bytes.append(
      "</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t xml:space=\"preserve\">\u{A0}</w:t></w:r>")
  }

  private mutating func beginRun(_ role: Role, _ look: RunLook, isReversed: Bool = false) {
    bytes.append("<w:r>")
    if !look.isPlain || isReversed {
      bytes.append("<w:rPr>")
      if look.isBold { bytes.append("<w:b/><w:bCs/>") }
      if look.isItalic { bytes.append("<w:i/><w:iCs/>") }
      if look.isSmall {
        let size = Int(((style(of: role).size ?? 14) * 10 / 6).rounded())
        bytes.append(size, "<w:sz w:val=\"")
        bytes.append(size, "<w:szCs w:val=\"")
      }
      if look.isUnderlined { bytes.append("<w:u w:val=\"single\"/>") }
      if isReversed { bytes.append("<w:rtl/>") }
      bytes.append("</w:rPr>")
    }
    bytes.append("<w:t xml:space=\"preserve\">")
  }

  private mutating func endRun() {
    bytes.append("</w:t></w:r>")
  }

  /// Adds plain text; words that run from right to left are runs of their own.
  private mutating func words(_ text: PlainText, _ role: Role, _ look: RunLook) {
    if text.isEmpty { return }
    let all = document.text
    let span = all.span.extracting(text.range)
    guard span.mayRunFromRight else {
      beginRun(role, look)
      add(span)
      return endRun()
    }
    var start = 0
    while start < span.count {
      let isReversed = span.extracting(start..<span.wordEnd(from: start)).mayRunFromRight
      var end = span.wordEnd(from: start)
      while end < span.count,
        span.extracting(end..<span.wordEnd(from: end)).mayRunFromRight == isReversed
      {
        end = span.wordEnd(from: end)
      }
      beginRun(role, look, isReversed: isReversed)
      add(span.extracting(start..<end))
      endRun()
      start = end
    }
  }

  /// Adds text; a space that holds words together becomes one at which no line ends.
  private mutating func add(_ text: Span<UInt8>) {
    var start = 0
    for place in text.indices
    where text[place] == UInt8(ascii: " ") && text.holdsTogether(at: place) {
      bytes.append(escaping: text.extracting(start..<place))
      bytes.append("\u{A0}")
      start = place + 1
    }
    bytes.append(escaping: text.extracting(start...))
  }
}

extension Span<UInt8> {
  /// Where a word from a place on ends, with the spaces behind it.
  fileprivate func wordEnd(from start: Int) -> Int {
    var end = start
    while end < count, self[end] > 0x20 { end += 1 }
    while end < count, self[end] <= 0x20 { end += 1 }
    return end
  }
}
