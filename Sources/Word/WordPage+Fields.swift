internal import Documents
internal import Markup

/// Fields, signatures, and what else stands side by side: tables without rules.
extension WordPage {
  /// Where cells of fields may begin: fewer places than Word has columns.
  private var step: Int { max(1, measure / 60) }
  static let gap = 2.0.twips
  /// How far the last of some fields stands from what follows.
  private static let spaceBelowFields = 4.0.twips

  /// A cell of a row without rules.
  struct PlainCell {
    /// Where it ends.
    var end: Int
    /// Its paragraphs.
    var paragraphs: [(text: RunningText, role: Role, layout: ParagraphLayout)] = []
    /// The space at the left.
    var padding = 0
    var standsAtBottom = true
  }

  /// Adds a table without rules.
  mutating func plainTable(_ rows: [[PlainCell]], bottom: Int? = nil, keepsRows: Bool = false) {
    let edges = [0] + Set(rows.joined().map(\.end)).sorted()
    beginElement("TableNormal", edges: edges, bottom: bottom)
    let keepsLast = keepsWithNext
    for (index, row) in rows.enumerated() {
      bytes.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>\n")
      let isKept = index + 1 == rows.count ? keepsLast : keepsRows || isWhole
      var column = 0
      for cell in row {
        let end = edges[column...].firstIndex { $0 >= cell.end } ?? edges.count - 1
        add(cell, width: edges[end] - edges[column], span: end - column, isKept: isKept)
        column = end
      }
      bytes.append("</w:tr>\n")
    }
    bytes.append("</w:tbl>\n")
  }

  private mutating func add(_ cell: PlainCell, width: Int, span: Int, isKept: Bool) {
    bytes.append(width, "<w:tc><w:tcPr><w:tcW w:w=\"", "\" w:type=\"dxa\"/>")
    if span > 1 { bytes.append(span, "<w:gridSpan w:val=\"") }
    if cell.padding > 0 {
      bytes.append(cell.padding, "<w:tcMar><w:left w:w=\"", "\" w:type=\"dxa\"/></w:tcMar>")
    }
    if cell.standsAtBottom { bytes.append("<w:vAlign w:val=\"bottom\"/>") }
    bytes.append("</w:tcPr>")
    for paragraph in cell.paragraphs {
      var layout = paragraph.layout
      layout.keepsWithNext = isKept
      add(paragraph.text, paragraph.role, layout)
    }
    if cell.paragraphs.isEmpty {
      var layout = ParagraphLayout()
      layout.keepsWithNext = isKept
      add(RunningText(), .caption, layout)
    }
    bytes.append("</w:tc>\n")
  }

  /// How wide a text would be on one line.
  func width(of text: RunningText, _ role: Role) -> Int {
    var lengths = ColumnLengths()
    measure(text, role, into: &lengths)
    return Int(lengths.line.rounded(.up))
  }

  /// How high a line of a role is.
  func lineHeight(of role: Role) -> Int {
    let style = style(of: role)
    return Int(((style.size ?? 14) * (style.lineHeight ?? 1.15) * 20).rounded())
  }

  // MARK: Fields

  /// Adds labelled fields, a row to each: what is filled in stands on a line, with words under it.
  mutating func fields(_ fields: Range<Int>) {
    if fields.isEmpty { return }
    let style = style(of: .label)
    beginTable(above: (style.above ?? 0).twips)
    let below = (style.below ?? 0).twips
    plainTable(fields.map { row(of: document.fields[$0]) }, bottom: below)
    endBlock(owing: max(0, Self.spaceBelowFields - below), isTable: true)
  }

  private func row(of field: Field) -> [PlainCell] {
    let values = document.values[field.values]
    let captionHeight = values.allSatisfy(\.caption.isEmpty) ? nil : lineHeight(of: .caption)
    var cells: [PlainCell] = []
    var x = 0
    if !field.label.isEmpty {
      let natural = min(width(of: field.label, .label) + 60, measure * 65 / 100)
      x = min(measure, (natural + step - 1) / step * step)
      var layout = ParagraphLayout()
      layout.below = captionHeight
      cells.append(PlainCell(end: x, paragraphs: [(field.label, .label, layout)]))
    }
    let narrow = values.reduce(0) { sum, value in
      sum + (self.style(of: value.role).width.map { $0.twips + Self.gap } ?? 0)
    }
    let wide = values.count { self.style(of: $0.role).width == nil }
    let free = max(0, measure - x - narrow) / max(1, wide)
    for (index, value) in values.enumerated() {
      let width = self.style(of: value.role).width.map { $0.twips + Self.gap } ?? free
      let isLast = index + 1 == values.count && wide > 0
      x = min(measure, max(x + step, (x + width) / step * step))
      var cell = PlainCell(end: isLast ? measure : x, padding: Self.gap)
      var layout = ParagraphLayout()
      layout.rule = .below
      if value.caption.isEmpty { layout.below = captionHeight }
      cell.paragraphs = [(value.text, value.role, layout)]
      if !value.caption.isEmpty {
        cell.paragraphs.append((value.caption, .caption, ParagraphLayout()))
      }
      cells.append(cell)
    }
    if x < measure, wide == 0 { cells.append(PlainCell(end: measure)) }
    return cells
  }

  // MARK: Signatures

  /// Adds a signature, which no page's edge cuts.
  mutating func signature(_ signature: Signature) {
    let style = style(of: signature.role)
    beginTable(above: (style.above ?? 0).twips)
    if signature.layout == .line {
      plainTable([lineRow(signature)])
    } else {
      let width = min(measure, style.widest?.twips ?? measure)
      plainTable(rows(of: signature, width: width), keepsRows: true)
    }
    endBlock(owing: (style.below ?? 0).twips, isTable: true)
  }

  /// Adds signatures side by side where there is room, each whole in a cell.
  mutating func signatures(_ blocks: Range<Int>) {
    let style = style(of: .signature)
    var all: [Signature] = []
    for case .signature(let signature) in document.blocks[blocks] where signature.layout == .stacked
    {
      all.append(signature)
    }
    guard all.count == blocks.count, all.count > 1 else {
      return self.blocks(blocks, keepingLast: keepsWithNext)
    }
    let gap = 10.0.twips
    let columns = max(1, (measure + gap) / (60.0.twips + gap))
    let width = min(style.widest?.twips ?? measure, (measure - gap * (columns - 1)) / columns)
    let keepsLast = keepsWithNext
    for start in stride(from: 0, to: all.count, by: columns) {
      let row = all[start..<min(start + columns, all.count)]
      keepsWithNext = row.endIndex == all.count ? keepsLast : isWhole
      beginTable(above: (style.above ?? 0).twips)
      let edges = row.indices.map { (width + gap) * ($0 - start + 1) }
      beginElement("TableNormal", edges: [0] + edges)
      bytes.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>\n")
      for signature in row {
        bytes.append(width + gap, "<w:tc><w:tcPr><w:tcW w:w=\"", "\" w:type=\"dxa\"/>")
        bytes.append("<w:vAlign w:val=\"bottom\"/></w:tcPr>\n")
        let wasInCell = isInCell
        isInCell = true
        plainTable(rows(of: signature, width: width), keepsRows: true)
        isInCell = wasInCell
        // Word wants a paragraph behind a table in a cell.
        var layout = ParagraphLayout()
        (layout.keepsWithNext, layout.isFlat) = (keepsWithNext, true)
        add(RunningText(), .caption, layout)
        bytes.append("</w:tc>\n")
      }
      bytes.append("</w:tr>\n</w:tbl>\n")
      endBlock(owing: (style.below ?? 0).twips, isTable: true)
    }
  }

  /// The rows of a signature whose parts stand one below the other: the position; then the line to
  /// sign on, and the name on a line that goes on from it.
  private func rows(of signature: Signature, width: Int) -> [[PlainCell]] {
    let isLined = !signature.caption.isEmpty
    var position = ParagraphLayout()
    if signature.position.isEmpty {
      position.rule = .below
      position.height = 7.0.twips
    }
    let head = PlainCell(end: width, paragraphs: [(signature.position, .signature, position)])
    let line = min(width / 2, (style(of: .signatureLine).width ?? 28).twips)
    let captionHeight = lineHeight(of: .signatureLine)
    var name = ParagraphLayout()
    name.above = max(0, 8.0.twips - lineHeight(of: .signature))
    if !isLined {
      var cell = PlainCell(end: width, paragraphs: [(signature.name, .signature, name)])
      if !signature.date.isEmpty {
        cell.paragraphs.append((signature.date, .signingDate, ParagraphLayout()))
      }
      return [[head], [cell]]
    }
    var caption = ParagraphLayout()
    caption.rule = .above
    (name.rule, name.alignment) = (.below, .center)
    var last = PlainCell(end: width, padding: 4.0.twips)
    if signature.date.isEmpty {
      name.below = captionHeight
      last.paragraphs = [(signature.name, .signature, name)]
    }
    let dateWidth = signature.date.isEmpty ? 0 : self.width(of: signature.date, .signingDate)
    var date = ParagraphLayout()
    let isBelow = dateWidth > width - line - last.padding
    if isBelow {
      // What has no room behind the line begins further left.
      name.below = captionHeight
      last.paragraphs = [(signature.name, .signature, name)]
      date.left = max(0, width - dateWidth)
    } else if !signature.date.isEmpty {
      caption.below = lineHeight(of: .signingDate)
      date.above = captionHeight
      last.paragraphs = [
        (signature.name, .signature, name), (signature.date, .signingDate, date),
      ]
    }
    let sign = PlainCell(end: line, paragraphs: [(signature.caption, .signatureLine, caption)])
    let below = PlainCell(end: width, paragraphs: [(signature.date, .signingDate, date)])
    return [[head], [sign, last]] + (isBelow ? [[below]] : [])
  }

  /// The row of a signature on one line: the position at the left, the name at the right.
  private func lineRow(_ signature: Signature) -> [PlainCell] {
    let nameWidth = min(45.0.twips, measure / 3)
    let positionEnd = min(73.0.twips, measure - nameWidth)
    let nameStart = measure - nameWidth
    let isLined = !signature.caption.isEmpty
    // What is under the line to sign on, is under the others' last lines, too.
    let dateHeight = signature.date.isEmpty ? 0 : lineHeight(of: .signingDate)
    let under = max(isLined ? lineHeight(of: .signatureLine) : 0, dateHeight)
    var position = ParagraphLayout()
    if under > 0 { position.below = under }
    if signature.position.isEmpty {
      position.rule = .below
      position.height = 7.0.twips
    }
    var cells = [
      PlainCell(end: positionEnd, paragraphs: [(signature.position, .actSignature, position)])
    ]
    if positionEnd < nameStart {
      var middle = PlainCell(end: nameStart)
      if isLined {
        var caption = ParagraphLayout()
        caption.rule = .above
        let line = (style(of: .signatureLine).width ?? 28).twips
        let gap = 4.0.twips
        let room = nameStart - positionEnd
        (caption.left, caption.right) = (max(0, room - line - gap), min(gap, room / 4))
        caption.below = max(0, under - lineHeight(of: .signatureLine))
        middle.paragraphs = [(signature.caption, .signatureLine, caption)]
      }
      cells.append(middle)
    }
    var name = ParagraphLayout()
    if signature.name.isEmpty { name.rule = .below }
    name.below = under - dateHeight > 0 ? under - dateHeight : nil
    var last = PlainCell(end: measure, paragraphs: [(signature.name, .actSignature, name)])
    if !signature.date.isEmpty {
      last.paragraphs.append((signature.date, .signingDate, ParagraphLayout()))
    }
    cells.append(last)
    return cells
  }
}
