/// Reads what stands on a page, as far as Pysar writes it.
struct PDFContentReader {
  var page: PDFFile.Page
  /// The letters of each font's glyphs.
  let letters: [String: [UInt16: String]]
  private var font = ""
  private var origin = (x: 0.0, y: 0.0)
  /// The marks that are open: their numbers, and what stands for what is shown in them.
  private var marks: [(number: Int?, isArtifact: Bool, instead: String?)] = []

  init(page: PDFFile.Page, letters: [String: [UInt16: String]]) {
    (self.page, self.letters) = (page, letters)
  }

  mutating func read(_ content: [UInt8]) {
    var scanner = PDFScanner(content)
    var operands: [PDFValue] = []
    while let value = scanner.value() {
      guard case .word(let word) = value else {
        operands.append(value)
        continue
      }
      carryOut(word, operands)
      operands = []
    }
  }

  private mutating func carryOut(_ word: String, _ operands: [PDFValue]) {
    let numbers = operands.compactMap(\.length)
    switch word {
    case "BT": origin = (0, 0)
    case "Tf": font = operands.first?.name ?? ""
    case "Td" where numbers.count == 2: origin = (origin.x + numbers[0], origin.y + numbers[1])
    case "TJ": show(operands.first?.values ?? [])
    case "re" where numbers.count == 4:
      page.bottom = min(page.bottom, numbers[1])
      if marks.isEmpty { faults.append("a rule belongs to nothing") }
    case "BDC":
      let entries = operands.last
      let instead = entries?["ActualText"]?.bytes.map {
        String(decoding: units($0).dropFirst(), as: UTF16.self)
      }
      marks.append((entries?["MCID"]?.number, operands.first?.name == "Artifact", instead))
      // A place to be filled in has a mark and no text.
      if let number = entries?["MCID"]?.number { page.marks[number, default: ""] += "" }
      if let instead { add(instead) }
    case "BMC": marks.append((nil, true, nil))
    case "EMC": _ = marks.popLast()
    default: break
    }
  }

  /// What stands on the page and belongs to nothing, or has no letters.
  private(set) var faults: [String] = []

  private mutating func show(_ parts: [PDFValue]) {
    let map = letters[font] ?? [:]
    if marks.isEmpty { faults.append("a text belongs to nothing") }
    if marks.last?.isArtifact == false, marks.last?.instead == nil,
      parts.compactMap(\.bytes).flatMap(units).contains(where: { map[$0] == nil })
    {
      faults.append("a glyph has no letter")
    }
    add(parts.compactMap(\.bytes).flatMap(units).map { map[$0] ?? "" }.joined())
  }

  private mutating func add(_ text: String) {
    let mark = marks.last { $0.number != nil }?.number
    page.runs.append(
      PDFFile.Run(x: origin.x, y: origin.y, text: text, isArtifact: mark == nil))
    page.bottom = min(page.bottom, origin.y)
    if let mark { page.marks[mark, default: ""] += text }
  }
}
