/// The style sheet of an HTML page: what sheets and roles say, then what a form adds for browsers.
struct StyleSheet: Sendable {
  /// The rules.
  private(set) var text = ""
  /// The sheet as it stands in the head of a page.
  private(set) var element = StyleElement("")
  /// The shares of columns that have a class, in percent.
  private let columnWidths: Set<Int>
  /// The size of the sheets.
  private let size: String

  /// Writes the sheet of documents that begin on a sheet of paper.
  init(
    sheet: Sheet, styles: [RoleStyle], columnWidths: Set<Int>, browserStyle: String
  ) {
    self.columnWidths = columnWidths
    let isA4 = sheet.width == 210 && sheet.height == 297
    size = isA4 ? "A4" : "\(Self.mm(sheet.width)) \(Self.mm(sheet.height))"
    text = Self.common
    write(sheet)
    for role in Role.allCases { write(styles[Int(role.rawValue)], of: role) }
    text += Self.structure
    for width in columnWidths.sorted() { text += Self.rule(ofWidth: width) }
    text += browserStyle
    element = StyleElement(text)
  }

  /// Whether all columns of a document that have a share have a class.
  func hasClasses(for columns: [Table.Column]) -> Bool {
    columns.allSatisfy { $0.width.map(columnWidths.contains) ?? true }
  }

  /// The sheet with rules for all columns of a document.
  func text(for columns: [Table.Column]) -> String {
    let widths = columns.compactMap(\.width).filter { !columnWidths.contains($0) }
    return text + Set(widths).sorted().map(Self.rule).joined()
  }

  private static func rule(ofWidth width: Int) -> String { ".w\(width) { width: \(width)%; }\n" }

  /// The rules for the pages of an annex beside those that the first one has: further ones are counted
  /// by themselves, and each may say from its second page on whose continuation that is.
  func rules(ofAnnex number: Int, continuation: String) -> String {
    let name = number == 1 ? "annex" : "annex-\(number)"
    var (styles, box) = ("", "")
    if !continuation.isEmpty {
      let style = "continued-\(number)"
      styles = """
        @counter-style \(style) { system: cyclic; symbols: \(Self.quoted(continuation)); suffix: ""; \
        range: 2 infinite; fallback: from-second; }

        """
      box = "@top-right { content: counter(\(name), \(style)); font: 12pt \(Self.family); }"
    }
    if number == 1 {
      return box.isEmpty ? "" : "\(styles)@page annex { \(box) }\n@page wide { \(box) }\n"
    }
    let count =
      "counter-increment: \(name); @top-center { content: counter(\(name), from-second); }"
      + (box.isEmpty ? "" : " " + box)
    return """
      \(styles)@page \(name) { \(count) }
      @page wide-\(number) { size: \(size) landscape; \(count) }
      .annex.\(name) { page: \(name); }
      .annex.\(name).landscape { page: wide-\(number); }

      """
  }

  /// A text as a string of CSS.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar.isASCII, scalar != " ", !scalar.properties.isAlphabetic, !("0"..."9" ~= scalar) {
        result += "\\\(String(scalar.value, radix: 16)) "
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  // MARK: Sheets

  private mutating func write(_ sheet: Sheet) {
    let margins = sheet.margins
    let edges = [margins.top, margins.right, margins.bottom, margins.left]
    let number = "font: 12pt \(Self.family);"
    text += """
      @page { size: \(size); margin: \(edges.map(Self.mm).joined(separator: " ")); \
      @top-center { content: var(--page); \(number) } }
      @page landscape { size: \(size) landscape; }
      @page annex { counter-increment: annex; @top-center { content: var(--annex); } }
      @page wide { size: \(size) landscape; counter-increment: annex; @top-center { content: var(--annex); } }
      body.landscape { page: landscape; }
      .annex { page: annex; break-before: page; }
      .annex.landscape { page: wide; }
      main > .landscape:not(.annex) { page: landscape; break-before: page; }

      """
  }

  // MARK: Roles

  private mutating func write(_ style: RoleStyle, of role: Role) {
    let (text, box) = (Self.declarations(ofText: style), Self.declarations(ofBox: style))
    if role.textSelector == role.boxSelector {
      write(text + box, for: role.textSelector)
    } else {
      write(text, for: role.textSelector)
      write(box, for: role.boxSelector)
    }
    guard let height = style.emptyHeight else { return }
    if role == .entry {
      // The custom property is the form's own hint, where a browser shows the form itself.
      let room = "height: var(--entry-height, \(Self.mm(height)))"
      write([room], for: "td.entry:empty")
      write(["display: inline-block", room], for: "td.entry > :empty:last-child")
    } else {
      write(["height: \(Self.mm(height))"], for: role.boxSelector)
    }
  }

  private mutating func write(_ declarations: [String], for selector: String) {
    if declarations.isEmpty { return }
    text += "\(selector) { \(declarations.joined(separator: "; ")); }\n"
  }

  private static func declarations(ofText style: RoleStyle) -> [String] {
    var result: [String] = []
    if let size = style.size { result.append("font-size: \(number(size))pt") }
    if let height = style.lineHeight { result.append("line-height: \(number(height))") }
    if let weight = style.weight { result.append("font-weight: \(weight.rawValue)") }
    if style.isJustified == true {
      result.append("text-align: justify")
    } else if let alignment = style.alignment {
      result.append("text-align: \(alignment.inCSS)")
    }
    if let indent = style.indent { result.append("text-indent: \(mm(indent))") }
    return result
  }

  private static func declarations(ofBox style: RoleStyle) -> [String] {
    var result: [String] = []
    if let above = style.above { result.append("margin-top: \(mm(above))") }
    if let below = style.below { result.append("margin-bottom: \(mm(below))") }
    if let width = style.width { result.append("width: \(mm(width))") }
    if let widest = style.widest { result.append("max-width: \(mm(widest))") }
    if style.keepsTogether == true { result.append("break-inside: avoid") }
    if style.keepsWithNext == true { result.append("break-after: avoid") }
    if style.keepsWithPrevious == true { result.append("break-before: avoid") }
    return result
  }

  private static func mm(_ length: Double) -> String {
    length == 0 ? "0" : number(length) + "mm"
  }

  private static func number(_ number: Double) -> String {
    number == number.rounded() ? String(Int(number)) : String(number)
  }

  // MARK: What is the same in all sheets

  private static let family = #""Times New Roman", "Liberation Serif", serif"#

  /// Pages are numbered from the second on, those of annexes by themselves.
  private static let common = """
    @counter-style from-second { system: fixed; symbols: ""; fallback: decimal; }
    html { --page: counter(page, from-second); --annex: counter(annex, from-second); }
    * { box-sizing: border-box; }
    body { margin: 0; font-family: \(family); }
    p, h1, h2, h3, dd { margin: 0; }
    h1, h2, h3 { font-size: 1em; }
    p { orphans: 2; widows: 2; }

    """

  private static let structure = """
    .center { text-align: center; }
    .right { text-align: right; }
    .whole, .signatures { break-inside: avoid; break-before: avoid; }
    .footnotes { break-before: avoid; }
    tr, tbody { break-inside: avoid; }
    tbody.long, tr.long { break-inside: auto; }
    tr.long > * { orphans: 12; widows: 12; }
    tr.with-next, thead tr { break-after: avoid; }
    thead + tbody { break-before: avoid; }
    tfoot { display: table-footer-group; break-inside: avoid; }
    tfoot td { height: 0; padding: 0; border-width: .5pt 0 0; font-size: 0; line-height: 0; }
    .whole > * + * { break-before: avoid; }
    thead { display: table-header-group; }
    .crowded { overflow-wrap: anywhere; }
    .crowded :is(th, td) { padding: 1mm .5mm; }
    @media print { .stacked, .stacked :is(thead, tbody, tr, th, td) { display: block; border: 0; break-inside: auto; break-before: auto; break-after: auto; } }
    hr.page-break { break-after: page; border: 0; margin: 0; }

    """
}

extension Alignment {
  fileprivate var inCSS: String {
    switch self {
    case .start: "left"
    case .center: "center"
    case .end: "right"
    }
  }
}
