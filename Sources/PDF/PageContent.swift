internal import Fonts
internal import Markup

/// What stands on a page, in the operators of PDF, while it is written.
struct PageContent {
  private(set) var bytes: [UInt8] = []
  /// For each mark of the page, the element that it belongs to.
  private(set) var marks: [Int] = []
  /// The rules, which are drawn after all text: they say nothing.
  private var rules: [UInt8] = []
  /// What the text belongs to that is being written.
  private var mark = Mark.none
  private var isInText = false
  /// The text that is being shown: its face, size and line, and where the next glyph would stand.
  private var run: (face: Int, size: Double, y: Double, pen: Double)?
  /// The face and the size that were set last.
  private var font: (face: Int, size: Double)?
  /// How light the boxes are that are being filled.
  private var filling: Int?
  /// Where the last line of text began.
  private var origin = (x: 0.0, y: 0.0)

  private enum Mark: Equatable {
    case none
    case artifact
    case element(Int)
  }

  // MARK: Marks

  /// What follows belongs to an element, whose kind names the mark.
  mutating func belong(to element: Int, _ kind: ElementKind) {
    guard mark != .element(element) else { return }
    endMark()
    mark = .element(element)
    bytes.append("/")
    bytes += Array(kind.rawValue.utf8)
    bytes.append("<</MCID ")
    bytes.append(number: marks.count)
    bytes.append(">>BDC\n")
    marks.append(element)
  }

  /// What follows is no part of the text: a page's number, what is repeated.
  mutating func belongToPage() {
    guard mark != .artifact else { return }
    endMark()
    mark = .artifact
    bytes.append("/Artifact<</Type/Pagination>>BDC\n")
  }

  private mutating func endMark() {
    endText()
    endFilling()
    if mark != .none { bytes.append("EMC\n") }
    mark = .none
  }

  // MARK: Text

  /// Shows glyphs of a face from a place on the line on.
  mutating func show(
    _ glyphs: ArraySlice<Glyph>, _ face: EmbeddedFace, number: Int, size: Double,
    at place: (x: Double, y: Double)
  ) {
    let scale = size / Double(face.face.unitsPerEm)
    var x = place.x
    for glyph in glyphs {
      let target = x + Double(glyph.offset.x) * scale
      let y = place.y + Double(glyph.offset.y) * scale
      if run.map({
        $0.face != number || $0.size != size || $0.y != y || (target - $0.pen).magnitude > size
      })
        ?? true
      {
        begin(number, size, x: target, y: y)
      }
      let gap = target - (run?.pen ?? target)
      // What no eye sees is not mended.
      if gap.magnitude > size * 0.004 {
        bytes.append(")")
        bytes.append(-gap * 1000 / size)
        bytes[bytes.count - 1] = UInt8(ascii: "(")
        run?.pen = target
      }
      bytes.append(inString: UInt8(glyph.id >> 8))
      bytes.append(inString: UInt8(glyph.id & 0xFF))
      run?.pen += Double(face.thousandths(glyph.id)) * size / 1000
      x += Double(glyph.advance) * scale
    }
  }

  private mutating func begin(_ face: Int, _ size: Double, x: Double, y: Double) {
    endRun()
    if !isInText {
      bytes.append("BT\n")
      isInText = true
      origin = (0, 0)
    }
    if font.map({ $0.face != face || $0.size != size }) ?? true {
      bytes.append("/F")
      bytes.append(number: face)
      bytes.append(" ")
      bytes.append(size)
      bytes.append("Tf\n")
      font = (face, size)
    }
    bytes.append(x - origin.x)
    bytes.append(y - origin.y)
    bytes.append("Td[(")
    origin = (origin.x + rounded(x - origin.x), origin.y + rounded(y - origin.y))
    run = (face, size, y, x)
  }

  /// A length as it is written.
  private func rounded(_ length: Double) -> Double { (length * 100).rounded() / 100 }

  private mutating func endRun() {
    if run != nil { bytes.append(")]TJ\n") }
    run = nil
  }

  private mutating func endText() {
    endRun()
    if isInText { bytes.append("ET\n") }
    isInText = false
  }

  // MARK: Lines

  /// Draws a rule when the page ends: a filled box from its lower left corner.
  mutating func rule(x: Double, y: Double, width: Double, height: Double) {
    for length in [x, y, width, height] { rules.append(length) }
    rules.append("re\n")
  }

  /// Draws a filled box of a picture from its lower left corner, so light in percent; those that are
  /// equally light are filled at once, so that no seam is seen between them.
  mutating func fill(x: Double, y: Double, width: Double, height: Double, lightness: Int) {
    endText()
    if filling != lightness {
      endFilling()
      bytes.append(Double(lightness) / 100)
      bytes.append("g\n")
      filling = lightness
    }
    for length in [x, y, width, height] { bytes.append(length) }
    bytes.append("re\n")
  }

  private mutating func endFilling() {
    if let filling { bytes.append(filling > 0 ? "f\n0 g\n" : "f\n") }
    filling = nil
  }

  /// Draws a box to tick, which stands for a sign.
  mutating func checkBox(isChecked: Bool, x: Double, y: Double, side: Double) {
    endText()
    bytes.append("/Span<</ActualText<FEFF")
    // Spaces part it from the words around it, which keep their distance without any.
    for unit in [0x20, isChecked ? 0x2612 : 0x2610, 0x20] as [UInt16] { bytes.append(hex: unit) }
    bytes.append(">>>BDC\n.75 w ")
    for length in [x, y, side, side] { bytes.append(length) }
    bytes.append("re S\n")
    if isChecked {
      bytes.append("1.25 w ")
      bytes.append(x + side * 0.2)
      bytes.append(y + side * 0.5)
      bytes.append("m ")
      bytes.append(x + side * 0.42)
      bytes.append(y + side * 0.22)
      bytes.append("l ")
      bytes.append(x + side * 0.82)
      bytes.append(y + side * 0.8)
      bytes.append("l S\n")
    }
    bytes.append("EMC\n")
  }

  /// Ends the page.
  mutating func finish() {
    endMark()
    if rules.isEmpty { return }
    bytes.append("/Artifact BMC\n")
    bytes += rules
    bytes.append("f\nEMC\n")
  }
}
