internal import Documents

/// The parts that stand one below the other.
extension FormRenderer {
  func blocks(of nodes: [FormNode], _ scope: Scope?) -> [Block] {
    var result: [Block] = []
    var line: [Inline] = []
    func endLine() {
      let text = line.trimmingSpaces
      if !text.isEmpty { result.append(.paragraph(Paragraph(text))) }
      line = []
    }
    for node in nodes {
      guard case .element(let element) = node, element.tag.standsAlone else {
        if line.isEmpty, node.isSpace { continue }
        add(node, scope, to: &line)
        continue
      }
      endLine()
      visit(element, scope) { add(element, $0, to: &result) }
    }
    endLine()
    return result
  }

  private func add(_ element: FormElement, _ scope: Scope?, to result: inout [Block]) {
    let element = classed(element, scope)
    switch element.tag {
    case .h1: addHeading(1, element, scope, to: &result)
    case .h2: addHeading(2, element, scope, to: &result)
    case .h3: addHeading(3, element, scope, to: &result)
    case .p:
      let paragraph = paragraph(element, scope)
      if !paragraph.text.isEmpty { result.append(.paragraph(paragraph)) }
    case .dl: result.append(.fields(fields(element, scope)))
    case .table: result.append(.table(table(element, scope)))
    case .ul: result.append(.list(ordered: false, items: items(element, .li, scope)))
    case .ol: result.append(.list(ordered: true, items: items(element, .li, scope)))
    case .hr: result.append(.pageBreak)
    case .aside:
      let notes = items(element, .p, scope)
      if !notes.isEmpty { result.append(.footnotes(notes)) }
    default:
      if element.has(.signature) {
        result.append(.signature(signature(element, scope)))
        return
      }
      let kind: Group.Kind =
        if element.has(.stamp) {
          .stamp
        } else if element.has(.signatures) {
          .signatures
        } else if element.has(.whole) {
          .whole
        } else {
          .section
        }
      let blocks = groupBlocks(element, scope)
      if !blocks.isEmpty {
        result.append(.group(Group(kind, blocks: blocks, style: element.style)))
      }
    }
  }

  private func groupBlocks(_ element: FormElement, _ scope: Scope?) -> [Block] {
    guard scope != nil, element.binding.text != nil else {
      return blocks(of: content(of: element, scope), scope)
    }
    let text = inlines(of: element, scope)
    return text.isEmpty ? [] : [.paragraph(Paragraph(text))]
  }

  private func addHeading(
    _ level: Int, _ element: FormElement, _ scope: Scope?, to result: inout [Block]
  ) {
    let paragraph = paragraph(element, scope)
    if !paragraph.text.isEmpty { result.append(.heading(level: level, paragraph)) }
  }

  func paragraph(_ element: FormElement, _ scope: Scope?) -> Paragraph {
    let element = classed(element, scope)
    return Paragraph(
      inlines(of: element, scope), alignment: element.alignment, isIndented: element.has(.indent),
      style: element.style)
  }

  /// The paragraphs of the children of a tag.
  private func items(_ element: FormElement, _ tag: FormElement.Tag, _ scope: Scope?)
    -> [Paragraph]
  {
    var result: [Paragraph] = []
    for case .element(let child) in content(of: element, scope) where child.tag == tag {
      visit(child, scope) { result.append(paragraph(child, $0)) }
    }
    return result
  }

  private func fields(_ list: FormElement, _ scope: Scope?) -> [Field] {
    var result: [Field] = []
    for case .element(let row) in content(of: list, scope) {
      visit(row, scope) { scope in
        var field = Field(label: [], values: [])
        for case .element(let part) in row.children {
          visit(part, scope) { scope in
            if part.tag == .dt {
              field.label = inlines(of: part, scope)
            } else {
              field.values.append(value(part, scope))
            }
          }
        }
        result.append(field)
      }
    }
    return result
  }

  private func value(_ element: FormElement, _ scope: Scope?) -> Field.Value {
    let element = classed(element, scope)
    var parts = inlines(of: element, scope)
    var caption: [Inline] = []
    if case .small(let words)? = parts.last {
      caption = words
      parts.removeLast()
    }
    return Field.Value(parts, caption: caption, style: element.style)
  }

  private func signature(_ element: FormElement, _ scope: Scope?) -> Signature {
    var result = Signature(layout: element.has(.line) ? .line : .stacked)
    addParts(of: content(of: element, scope), scope, to: &result)
    return result
  }

  private func addParts(of nodes: [FormNode], _ scope: Scope?, to result: inout Signature) {
    for case .element(let part) in nodes {
      visit(part, scope) { scope in
        if part.has(.position) {
          result.position += inlines(of: part, scope)
        } else if part.has(.line) {
          result.caption += inlines(of: part, scope)
        } else if part.has(.name) {
          result.name += inlines(of: part, scope)
        } else if part.has(.date) {
          result.date += inlines(of: part, scope)
        } else {
          addParts(of: content(of: part, scope), scope, to: &result)
        }
      }
    }
  }
}

extension FormElement.Tag {
  /// Whether the element is a block of its own, and not a part of running text.
  var standsAlone: Bool {
    switch self {
    case .br, .strong, .b, .em, .i, .u, .small, .span, .label, .input, .title: false
    default: true
    }
  }
}

extension [Inline] {
  /// The text without blanks at its ends, which stand between the tags of a form.
  var trimmingSpaces: [Inline] {
    if case .text(let start)? = first, case .text(let end)? = last,
      start.utf8.first ?? 0x20 != 0x20, end.utf8.last ?? 0x20 != 0x20
    {
      return self
    }
    if isEmpty { return self }
    var result = self
    if case .text(let text)? = result.first, text.hasPrefix(" ") {
      result[0] = .text(String(text.drop { $0 == " " }))
    }
    if case .text(let text)? = result.last, text.hasSuffix(" ") {
      result[result.count - 1] = .text(String(text.reversed().drop { $0 == " " }.reversed()))
    }
    return result.filter { $0 != .text("") }
  }
}
