extension HTMLPage {
  /// Adds running text.
  mutating func inlines(_ inlines: [Inline]) {
    for inline in inlines { self.inline(inline) }
  }

  private mutating func inline(_ inline: Inline) {
    switch inline {
    case .text(let text): self.text(text)
    case .strong(let content): element("strong", content)
    case .emphasis(let content): element("em", content)
    case .underline(let content): element("u", content)
    case .small(let content): element("small", content)
    case .lineBreak: raw("<br>")
    case .checkBox(let isChecked, let label):
      raw("<label class=\"box\"><input type=\"checkbox\" disabled")
      raw(isChecked ? " checked> " : "> ")
      inlines(label)
      raw("</label>")
    }
  }

  private mutating func element(_ name: StaticString, _ content: [Inline]) {
    open(name)
    raw(">")
    inlines(content)
    close(name)
  }

  /// Adds the start of a tag without its `>`.
  mutating func open(
    _ element: StaticString, alignment: Alignment = .start, isIndented: Bool = false,
    style: String = ""
  ) {
    raw("<")
    raw(element)
    classes(alignment, isIndented: isIndented, style)
  }

  /// Adds the class attribute of a paragraph or a cell.
  mutating func classes(_ alignment: Alignment, isIndented: Bool = false, _ style: String) {
    switch (alignment, isIndented) {
    case (.start, false): classes("", style)
    case (.start, true): classes("indent", style)
    case (.center, false): classes("center", style)
    case (.center, true): classes("center indent", style)
    case (.end, false): classes("right", style)
    case (.end, true): classes("right indent", style)
    }
  }

  /// Adds an end tag.
  mutating func close(_ element: StaticString) {
    raw("</")
    raw(element)
    raw(">")
  }

  /// Adds the class attribute, if there is anything to say in it.
  mutating func classes(_ own: StaticString, _ style: String) {
    let isPlain = own.utf8CodeUnitCount == 0
    if isPlain, style.isEmpty { return }
    raw(" class=\"")
    raw(own)
    if !isPlain, !style.isEmpty { raw(" ") }
    value(style)
    raw("\"")
  }
}
