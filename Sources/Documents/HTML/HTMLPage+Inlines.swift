extension HTMLPage {
  /// Adds running text between two pieces of markup.
  mutating func inlines(_ text: RunningText, _ start: StaticString, _ end: StaticString) {
    var rest = text
    // Most texts are nothing but plain.
    if text.range.count == 1, case .text(let text) = document.inlines[text.range.lowerBound] {
      return words(text, start, end)
    }
    raw(start)
    while let inline = document.popFirst(of: &rest) { self.inline(inline) }
    raw(end)
  }

  private mutating func inline(_ inline: Inline) {
    switch inline {
    case .text(let text): words(text)
    case .strong(let content): inlines(content, "<strong>", "</strong>")
    case .emphasis(let content): inlines(content, "<em>", "</em>")
    case .underline(let content): inlines(content, "<u>", "</u>")
    case .small(let content): inlines(content, "<small>", "</small>")
    case .lineBreak: raw("<br>")
    case .checkBox(let isChecked, let label):
      raw("<label class=\"box\"><input type=\"checkbox\" disabled")
      inlines(label, isChecked ? " checked> " : "> ", "</label>")
    }
  }

  /// Begins the start tag of a paragraph or a cell, whose classes follow from how its text stands.
  mutating func tag(
    _ name: StaticString, _ alignment: Alignment, isIndented: Bool = false, _ style: PlainText
  ) {
    switch (alignment, isIndented) {
    case (.start, false): tag(name, style)
    case (.start, true): tag(name, " class=\"indent", style)
    case (.center, false): tag(name, " class=\"center", style)
    case (.center, true): tag(name, " class=\"center indent", style)
    case (.end, false): tag(name, " class=\"right", style)
    case (.end, true): tag(name, " class=\"right indent", style)
    }
  }

  /// Begins a start tag with names for the style sheet, if there are any.
  mutating func tag(_ name: StaticString, _ style: PlainText) {
    raw(name)
    if !style.isEmpty { value(style, " class=\"", "\"") }
  }

  /// Begins a start tag with a class attribute that is left open, and with names for the style sheet, if there are any.
  mutating func tag(_ name: StaticString, _ own: StaticString, _ style: PlainText) {
    raw(name)
    raw(own)
    if style.isEmpty { raw("\"") } else { value(style, " ", "\"") }
  }
}
