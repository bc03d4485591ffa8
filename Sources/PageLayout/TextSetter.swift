internal import Bytes
internal import Documents
internal import Fonts
internal import PDF

/// Sets running text: letters become glyphs, and words pieces that lines are made of.
extension PageSetter {
  /// Sets running text in a look; its pieces are those of ``TextStore/pieces``.
  mutating func set(_ running: RunningText, _ look: TextLook) {
    text.pieces.removeAll(keepingCapacity: true)
    add(running, look)
  }

  /// Sets words that the document does not have.
  mutating func set(words: String, _ look: TextLook) {
    text.pieces.removeAll(keepingCapacity: true)
    add(words: words, look)
  }

  /// Adds words that the document does not have to the text that was set.
  mutating func add(words: String, _ look: TextLook) {
    let start = document.text.count
    document.text += Array(words.utf8)
    add(start..<document.text.count, look)
  }

  private mutating func add(_ running: RunningText, _ look: TextLook) {
    var rest = running
    while let inline = document.popFirst(of: &rest) {
      var look = look
      switch inline {
      case .text(let plain): add(plain.range, look)
      case .strong(let content):
        look.isBold = true
        add(content, look)
      case .emphasis(let content):
        look.isItalic = true
        add(content, look)
      case .underline(let content):
        look.isUnderlined = true
        if content.isEmpty { addBlank(look) } else { add(content, look) }
      case .small(let content):
        look.size *= Self.smaller
        add(content, look)
      case .checkBox(let isChecked, let label): addBox(isChecked: isChecked, label, look)
      case .lineBreak:
        addNewLine(look)
      }
    }
  }

  /// Ends the line; what is read back has a space there.
  private mutating func addNewLine(_ look: TextLook) {
    let face = faces[look.face]
    let first = text.glyphs.count
    if text.pieces.last.map({ $0.space == 0 }) ?? false, let space = face.glyph(of: " ") {
      text.glyphs.append(Glyph(id: space, advance: face.widths[Int(space)], byte: 0))
    }
    var piece = TextPiece(glyphs: first..<text.glyphs.count, width: 0, space: 0, look: look)
    piece.end = .newLine
    text.pieces.append(piece)
  }

  private static let smaller = 5.0 / 6

  private mutating func addBlank(_ look: TextLook) {
    var piece = TextPiece(
      kind: .blank, glyphs: text.glyphs.count..<text.glyphs.count, width: 25.0.millimetres,
      space: 0, look: look)
    piece.end = .joined
    text.pieces.append(piece)
  }

  /// Adds a box and its label, which stand on one line wherever they fit on it.
  private mutating func addBox(isChecked: Bool, _ label: RunningText, _ look: TextLook) {
    text.pieces.append(
      TextPiece(
        kind: isChecked ? .checkedBox : .box, glyphs: text.glyphs.count..<text.glyphs.count,
        width: Self.boxSide + 2.0.millimetres, space: 0, end: .joined, look: look))
    let first = text.pieces.count
    add(label, look)
    guard let last = text.pieces.indices.last, last >= first else { return }
    let width = text.pieces[first...].reduce(0) { $0 + $1.width + $1.space }
    if width < Self.widestLabel {
      for index in first..<last where text.pieces[index].end == .open {
        text.pieces[index].end = .joined
      }
    }
    text.pieces[last].space += 4.0.millimetres
    text.pieces[last].end = .open
  }

  /// A label of a box that is wider is broken into lines.
  private static let widestLabel = 100.0.millimetres

  static let boxSide = 4.0.millimetres

  /// Adds plain text, a part of the document's.
  private mutating func add(_ part: Range<Int>, _ look: TextLook) {
    if part.isEmpty { return }
    let bytes = document.text
    if bytes.span.extracting(part).mayRunFromRight {
      return addMixed(part, look)
    }
    let first = text.glyphs.count
    faces[look.face].shape(bytes, part, into: &text.glyphs)
    note(from: first, part, look.face)
    cut(from: first, part, look)
  }

  /// The glyphs of a part of the document's text that stands on no line.
  mutating func shape(_ part: Range<Int>, _ look: TextLook) -> [Glyph] {
    let first = text.glyphs.count
    faces[look.face].shape(document.text, part, into: &text.glyphs)
    note(from: first, part, look.face)
    defer { text.glyphs.removeSubrange(first...) }
    return Array(text.glyphs[first...])
  }

  /// Looks at glyphs: whether there is one for each letter, and whether others have the same.
  private mutating func note(from first: Int, _ part: Range<Int>, _ face: Int) {
    for index in first..<text.glyphs.count {
      let glyph = text.glyphs[index]
      if pdf.isCommon(glyph.id, face: face), glyph.id != 0 { continue }
      let byte = document.text[glyph.byte]
      // What parts words needs no glyph of its own.
      if byte < 0x20 { continue }
      if glyph.id == 0 {
        note(missing: UTF8Scalars.scalar(in: document.text.span, at: glyph.byte).value)
        continue
      }
      // What stands for the letters behind is the next glyph, or, from right to left, the one before.
      var next = index + 1
      while next < text.glyphs.count, text.glyphs[next].byte == glyph.byte { next += 1 }
      let neighbours = [
        index > first ? text.glyphs[index - 1].byte : 0,
        next < text.glyphs.count ? text.glyphs[next].byte : 0,
      ]
      let end = neighbours.filter { $0 > glyph.byte }.min() ?? part.upperBound
      let isFirst = index == first || text.glyphs[index - 1].byte != glyph.byte
      let own = isFirst ? String(copying: document.text.span.extracting(glyph.byte..<end)) : ""
      pdf.use(glyph.id, face: face, as: Array(own.utf16))
    }
  }

  private mutating func note(missing letter: UInt32) {
    if missing.count < Self.missingLimit, !missing.contains(letter) { missing.append(letter) }
  }

  /// So many letters that no face has are told of.
  private static let missingLimit = 20

  /// Cuts the glyphs of a text into pieces where lines may end.
  private mutating func cut(from first: Int, _ part: Range<Int>, _ look: TextLook) {
    let bytes = document.text
    let span = bytes.span.extracting(part)
    let space = faces[look.face].glyph(of: " ") ?? 0
    var start = first
    var index = first
    let count = text.glyphs.count
    while index < count {
      let place = text.glyphs[index].byte - part.lowerBound
      let byte = span[place]
      guard byte <= 0x20 || byte == 0xC2 && span[place + 1] == 0xA0 else {
        index += 1
        if index < count, span.mayBeCut(behind: place, of: byte) {
          addPiece(start..<index, look)
          start = index
        }
        continue
      }
      // Several spaces are one.
      var end = index + 1
      while end < count, span[text.glyphs[end].byte - part.lowerBound] <= 0x20 { end += 1 }
      if byte < 0x20 {
        text.glyphs[index] = Glyph(space: space, text.glyphs[index], faces[look.face])
      }
      let isBound = byte == 0xC2 || span.holdsTogether(at: place)
      addSpaced(start..<index + 1, look, isBound ? .joined : .open)
      index = end
      start = end
    }
    if start < count { addPiece(start..<count, look, .joined) }
  }

  /// Adds a piece whose last glyph is the space behind it.
  private mutating func addSpaced(_ glyphs: Range<Int>, _ look: TextLook, _ end: TextPiece.End) {
    let isEmpty = glyphs.count == 1
    // At the start of a line, and behind another space, a space is nothing.
    if isEmpty, text.pieces.last.map({ $0.space > 0 || $0.end == .newLine }) ?? true {
      if end == .open, let last = text.pieces.indices.last, text.pieces[last].end == .joined {
        text.pieces[last].end = .open
      }
      return
    }
    addPiece(glyphs.dropLast(), look, end)
    let last = text.pieces.count - 1
    text.pieces[last].glyphs = glyphs
    text.pieces[last].space =
      Double(text.glyphs[glyphs.upperBound - 1].advance) * scale(of: look)
  }

  private mutating func addPiece(
    _ glyphs: Range<Int>, _ look: TextLook, _ end: TextPiece.End = .open
  ) {
    text.pieces.append(
      TextPiece(glyphs: glyphs, width: width(of: glyphs, look), space: 0, end: end, look: look))
  }

  /// How wide some glyphs are, in points.
  func width(of glyphs: Range<Int>, _ look: TextLook) -> Double {
    var units: Int32 = 0
    for index in glyphs { units &+= text.glyphs[index].advance }
    return Double(units) * scale(of: look)
  }

  /// How many points a unit of a face is.
  func scale(of look: TextLook) -> Double {
    look.size / Double(faces[look.face].unitsPerEm)
  }

  // MARK: Text that runs from right to left

  /// Adds text some of whose words may run from right to left, word by word.
  private mutating func addMixed(_ part: Range<Int>, _ look: TextLook) {
    var start = part.lowerBound
    while start < part.upperBound {
      var end = start
      while end < part.upperBound, document.text[end] > 0x20 { end += 1 }
      let word = start..<end
      let isReversed = document.text.span.extracting(word).mayRunFromRight
      let first = text.glyphs.count
      let bytes = document.text
      faces[look.face].shape(bytes, word, isRightToLeft: isReversed, into: &text.glyphs)
      note(from: first, word, look.face)
      var glyphs = first..<text.glyphs.count
      if end < part.upperBound, let space = faces[look.face].glyph(of: " ") {
        text.glyphs.append(
          Glyph(
            id: space, advance: faces[look.face].widths[Int(space)], byte: end))
        glyphs = first..<text.glyphs.count
        addSpaced(glyphs, look, .open)
      } else if !glyphs.isEmpty {
        addPiece(glyphs, look, .joined)
      }
      if isReversed, let last = text.pieces.indices.last { text.pieces[last].kind = .reversed }
      while end < part.upperBound, document.text[end] <= 0x20 { end += 1 }
      start = end
    }
  }
}

extension Glyph {
  /// The space that stands where another sign parts words.
  fileprivate init(space: UInt16, _ other: Glyph, _ face: FontFace) {
    self.init(
      id: space, advance: face.widths[Int(space)], byte: other.byte)
  }
}

extension Span<UInt8> {
  /// Whether a line may end behind a hyphen, a dash or a slash between letters.
  func mayBeCut(behind place: Int, of byte: UInt8) -> Bool {
    let end: Int
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "/"): end = place + 1
    // The two dashes.
    case 0xE2 where place + 2 < count && self[place + 1] == 0x80 && self[place + 2] & 0xFE == 0x94,
      0xE2 where place + 2 < count && self[place + 1] == 0x80 && self[place + 2] == 0x93:
      end = place + 3
    default: return false
    }
    guard place > 0, end < count else { return false }
    return self[place - 1].isOfLetter && self[end].isOfLetter
  }
}

extension UInt8 {
  /// Whether the byte is a letter, or part of one, near enough.
  fileprivate var isOfLetter: Bool {
    self >= 0x80 || (0x41...0x5A).contains(self & 0xDF)
  }
}

extension Double {
  /// A length in millimetres, as points.
  var millimetres: Double { self * 72 / 25.4 }
}

extension Int {
  /// Tenths of a millimetre in points.
  var tenths: Double { (Double(self) / 10).millimetres }
}
