internal import Documents
internal import PDF

/// Fields, signatures, and what else stands side by side on a line of its own.
extension PageSetter {
  /// Sets labelled fields, a row to a slab.
  mutating func fields(_ fields: Range<Int>) {
    let style = style(of: .label)
    for index in fields {
      let isFirst = index == fields.lowerBound
      let bond = beginBlock(isFirst ? style : nil)
      let field = document.fields[index]
      addRow(bond, above: isFirst ? style.above : 0, below: style.below) {
        $0.add(field, style)
      } orElse: { page in
        page.stack(
          [(field.label, style)]
            + page.document.values[field.values].flatMap { value in
              let role = page.style(of: value.role)
              return [(value.text, role), (value.caption, page.style(of: .caption))]
            })
      }
    }
    if !slabs.isEmpty {
      slabs[slabs.count - 1].below = max(slabs[slabs.count - 1].below, 4.0.millimetres)
    }
  }

  /// Adds a row of items, which gives its height, as one slab; or what stands for it where it is too
  /// high not to be cut.
  mutating func addRow(
    _ bond: Slab.Bond, above: Double, below: Double, _ row: (inout PageSetter) -> Double,
    orElse stack: (inout PageSetter) -> Void
  ) {
    let first = (items: items.count, elements: elements.count)
    let height = row(&self)
    if height > pageHeight / 2 {
      items.removeSubrange(first.items...)
      // The elements that the row has opened stay empty.
      nextBond = bond
      return stack(&self)
    }
    slabs.append(
      Slab(
        above: above, below: below, height: height, items: first.items..<items.count, bond: bond))
  }

  /// Sets texts as paragraphs, one below the other.
  mutating func stack(_ texts: [(text: RunningText, style: TextStyle)]) {
    for (text, style) in texts where !text.isEmpty {
      let bond = beginBlock(style)
      set(text, style.look)
      addLines(style, .start, x: left, width: measure, of: open(.paragraph), bond: bond)
    }
  }

  /// Adds the lines of a text to the row that is being set; gives where they end.
  mutating func add(
    _ running: RunningText, _ style: TextStyle, _ alignment: Alignment = .start, x: Double,
    width: Double, top: Double = 0
  ) -> Double {
    if running.isEmpty { return top }
    set(running, style.look)
    return addSet(style, alignment, x: x, width: width, top: top)
  }

  /// Adds the lines of the text that was set to the row that is being set; gives where they end.
  private mutating func addSet(
    _ style: TextStyle, _ alignment: Alignment, x: Double, width: Double, top: Double
  ) -> Double {
    let element = open(.paragraph)
    var y = top
    for line in breakLines(width: width) {
      items.append(
        SlabItem(
          kind: .line(line, alignment, isJustified: false), x: x, y: y + baseline(style),
          width: width, element: element))
      y += style.lineHeight
    }
    return y
  }

  /// How wide the text that was set would be on one line.
  var naturalWidth: Double { text.pieces.reduce(0) { $0 + $1.width + $1.space } }

  /// Moves the items from one on down.
  private mutating func lower(from first: Int, by height: Double) {
    for index in first..<items.count { items[index].y += height }
  }

  private mutating func addRule(x: Double, y: Double, width: Double) {
    items.append(
      SlabItem(kind: .rule(height: 0.5), x: x, y: y, width: width, element: 0))
  }

  // MARK: Fields

  private mutating func add(_ field: Field, _ style: TextStyle) -> Double {
    let gap = 2.0.millimetres
    let start = items.count
    set(field.label, style.look)
    let labelWidth = min(naturalWidth, measure * 0.65)
    var height = 0.0
    if !field.label.isEmpty {
      height = addSet(style, .start, x: left, width: labelWidth + 0.1, top: 0)
    }
    var x = left + labelWidth + (labelWidth > 0 ? gap : 0)
    let values = document.values[field.values]
    let narrow = values.reduce(0) { $0 + (self.style(of: $1.role).width ?? 0) }
    let wide = values.count { self.style(of: $0.role).width == nil }
    let free = left + measure - x - narrow - gap * Double(max(0, values.count - 1))
    var columns: [(items: Range<Int>, height: Double)] = [(start..<items.count, height)]
    var captions: [(text: RunningText, x: Double, width: Double)] = []
    for value in values {
      let role = self.style(of: value.role)
      let width = max(10, role.width ?? free / Double(max(1, wide)))
      let first = items.count
      let bottom = max(
        role.lineHeight, add(value.text, role, role.alignment, x: x, width: width))
      columns.append((first..<items.count, bottom))
      captions.append((value.caption, x, width))
      height = max(height, bottom)
      x += width + gap
    }
    // All stand on the lines under what is filled in.
    for column in columns {
      for item in column.items { items[item].y += height - column.height }
    }
    var bottom = height
    let caption = self.style(of: .caption)
    for place in captions {
      addRule(x: place.x, y: height, width: place.width)
      let end = add(
        place.text, caption, caption.alignment, x: place.x, width: place.width, top: height + 0.5)
      bottom = max(bottom, end)
    }
    return bottom + 0.5
  }

  // MARK: Signatures

  /// Sets a signature, which no page's edge cuts.
  mutating func signature(_ signature: Signature) {
    let style = style(of: signature.role)
    let bond = beginBlock(style)
    addRow(bond, above: style.above, below: style.below) { page in
      signature.layout == .line
        ? page.addLine(signature, style)
        : page.add(
          signature, style, x: page.left, width: min(page.measure, style.widest ?? page.measure))
    } orElse: {
      $0.stack(signature, style)
    }
  }

  /// Sets signatures side by side where there is room.
  mutating func signatures(_ blocks: Range<Int>) {
    let style = style(of: .signature)
    var all: [Signature] = []
    for case .signature(let signature) in document.blocks[blocks] where signature.layout == .stacked
    {
      all.append(signature)
    }
    guard all.count == blocks.count else { return self.blocks(blocks) }
    let gap = 10.0.millimetres
    let columns = max(1, Int((measure + gap) / (60.0.millimetres + gap)))
    let width = min(
      style.widest ?? measure, (measure - gap * Double(columns - 1)) / Double(columns))
    for start in stride(from: 0, to: all.count, by: columns) {
      let bond = beginBlock(style)
      let row = all[start..<min(start + columns, all.count)]
      addRow(
        start == 0 && leastBond != .none ? .firm : bond, above: style.above, below: style.below
      ) { page in
        var ends: [(first: Int, height: Double)] = []
        for (index, signature) in row.enumerated() {
          let first = page.items.count
          let x = page.left + Double(index) * (width + gap)
          ends.append((first, page.add(signature, style, x: x, width: width)))
        }
        let height = ends.map(\.height).max() ?? 0
        for (index, end) in ends.enumerated() {
          let next = index + 1 < ends.count ? ends[index + 1].first : page.items.count
          for item in end.first..<next { page.items[item].y += height - end.height }
        }
        return height
      } orElse: { page in
        for signature in row { page.stack(signature, style) }
      }
    }
  }

  private mutating func stack(_ signature: Signature, _ style: TextStyle) {
    stack([
      (signature.position, style), (signature.caption, self.style(of: .signatureLine)),
      (signature.name, style), (signature.date, self.style(of: .signingDate)),
    ])
  }

  /// Adds a signature whose parts stand one below the other.
  private mutating func add(
    _ signature: Signature, _ style: TextStyle, x: Double, width: Double
  ) -> Double {
    var y = add(signature.position, style, x: x, width: width)
    if signature.position.isEmpty {
      y += 7.0.millimetres
      addRule(x: x, y: y, width: width)
    }
    let caption = self.style(of: .signatureLine)
    let date = self.style(of: .signingDate)
    let line = caption.width ?? 28.0.millimetres
    let nameX = line + 4.0.millimetres
    if signature.caption.isEmpty {
      y = add(signature.name, style, x: x, width: width, top: y + 8.0.millimetres)
    } else {
      // The name stands on a line that goes on from the one to sign on.
      let start = items.count
      var foot = y
      let end = add(signature.caption, caption, .center, x: x, width: line)
      let captionEnd = items.count
      let nameHeight = max(
        style.lineHeight,
        add(signature.name, style, .center, x: x + nameX, width: max(20, width - nameX)))
      foot += max(8.0.millimetres, nameHeight)
      for index in start..<captionEnd { items[index].y += foot + 0.5 }
      lower(from: captionEnd, by: foot - nameHeight)
      addRule(x: x, y: foot, width: line)
      addRule(x: x + nameX, y: foot, width: max(20, width - nameX))
      y = foot + 0.5 + end
    }
    if signature.date.isEmpty { return y }
    set(signature.date, date.look)
    // What has no room behind the line begins further left.
    let room = min(width, max(width - nameX, naturalWidth + 0.1))
    return addSet(date, .start, x: x + width - room, width: room, top: y)
  }

  /// Adds a signature on one line: the position at the left, the name at the right.
  private mutating func addLine(_ signature: Signature, _ style: TextStyle) -> Double {
    let (positionWidth, nameWidth) = (73.0.millimetres, min(45.0.millimetres, measure / 3))
    let width = min(positionWidth, measure - nameWidth)
    let nameX = left + measure - nameWidth
    let start = items.count
    var height = add(signature.position, style, x: left, width: width)
    if signature.position.isEmpty {
      height = 7.0.millimetres
      addRule(x: left, y: height, width: width)
    }
    let middle = items.count
    let caption = self.style(of: .signatureLine)
    if !signature.caption.isEmpty {
      let line = caption.width ?? 28.0.millimetres
      let x = max(left, nameX - line - 4.0.millimetres)
      addRule(x: x, y: style.lineHeight, width: line)
      _ = add(signature.caption, caption, .center, x: x, width: line, top: style.lineHeight + 0.5)
    }
    let nameHeight = max(
      style.lineHeight, add(signature.name, style, x: nameX, width: nameWidth))
    if signature.name.isEmpty { addRule(x: nameX, y: nameHeight, width: nameWidth) }
    let bottom = max(height, nameHeight)
    for index in start..<middle { items[index].y += bottom - height }
    lower(from: middle, by: bottom - nameHeight)
    let date = self.style(of: .signingDate)
    let end = bottom + (signature.caption.isEmpty ? 0 : caption.lineHeight)
    return add(signature.date, date, x: nameX, width: nameWidth, top: end)
  }
}
