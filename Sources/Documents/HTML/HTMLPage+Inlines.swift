extension HTMLPage {
  /// Adds running text.
  mutating func inlines(_ text: RunningText) {
    var rest = text
    while let inline = document.popFirst(of: &rest) { self.inline(inline) }
  }

  private mutating func inline(_ inline: Inline) {
    switch inline {
    case .text(let text): self.text(text)
    case .strong(let content): inlines(content, "<strong>", "</strong>")
    case .emphasis(let content): inlines(content, "<em>", "</em>")
    case .underline(let content): inlines(content, "<u>", "</u>")
    case .small(let content): inlines(content, "<small>", "</small>")
    case .lineBreak: raw("<br>")
    case .checkBox(let isChecked, let label):
      raw("<label class=\"box\"><input type=\"checkbox\" disabled")
      raw(isChecked ? " checked> " : "> ")
      inlines(label)
      raw("</label>")
    }
  }

  /// Adds running text between two pieces of markup.
  mutating func inlines(_ inlines: RunningText, _ start: StaticString, _ end: StaticString) {
    raw(start)
    self.inlines(inlines)
    raw(end)
  }

  /// Adds the class attribute of a paragraph or a cell.
  mutating func classes(_ alignment: Alignment, isIndented: Bool = false, _ style: PlainText) {
    switch (alignment, isIndented) {
    case (.start, false): classes(style)
    case (.start, true): classes(" class=\"indent", style)
    case (.center, false): classes(" class=\"center", style)
    case (.center, true): classes(" class=\"center indent", style)
    case (.end, false): classes(" class=\"right", style)
    case (.end, true): classes(" class=\"right indent", style)
    }
  }

  /// Adds the class attribute of names for the style sheet, if there are any.
  mutating func classes(_ style: PlainText) {
    if style.isEmpty { return }
    raw(" class=\"")
    value(style)
    raw("\"")
  }

  /// Adds a class attribute that has begun, and the names for the style sheet.
  mutating func classes(_ start: StaticString, _ style: PlainText) {
    raw(start)
    if !style.isEmpty {
      raw(" ")
      value(style)
    }
    raw("\"")
  }
}
