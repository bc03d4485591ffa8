internal import Documents
internal import Markup

/// The styles of a file: one for each role, of each look that its documents have.
struct StylesPart {
  /// What is written so far.
  private(set) var bytes: [UInt8] = []

  /// How high a line of Times New Roman is by itself, as a part of the size.
  static let naturalLineHeight = 1.149

  /// Writes the styles of looks: the styles of all roles by their raw values, in each.
  init(_ looks: [[RoleStyle]], language: String) {
    bytes.append(Namespaces.declaration)
    bytes.append("<w:styles ")
    bytes.append(Namespaces.main)
    bytes.append(
      """
      ><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" \
      w:eastAsia="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:lang w:val="
      """)
    bytes.append(text: language)
    bytes.append(
      """
      "/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
      <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>\
      <w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>\
      <w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>\
      <w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
      <w:style w:type="table" w:customStyle="1" w:styleId="RuledTable"><w:name w:val="Таблиця з лініями"/>\
      <w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" \
      w:color="auto"/><w:left w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:bottom w:val="single" \
      w:sz="4" w:space="0" w:color="auto"/><w:right w:val="single" w:sz="4" w:space="0" w:color="auto"/>\
      <w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideV w:val="single" w:sz="4" \
      w:space="0" w:color="auto"/></w:tblBorders><w:tblCellMar><w:top w:w="57" w:type="dxa"/><w:bottom \
      w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>

      """)
    for (index, look) in looks.enumerated() {
      for role in Role.allCases { add(role, of: look, number: index) }
      for level in 1...3 { addHeading(level, of: look, number: index) }
    }
    bytes.append(
      """
      <w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/>\
      <w:pPr><w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="24"/>\
      <w:szCs w:val="24"/></w:rPr></w:style>
      </w:styles>

      """)
  }

  private mutating func add(_ role: Role, of look: [RoleStyle], number: Int) {
    let isFirst = number == 0
    bytes.append("<w:style w:type=\"paragraph\"")
    if role != .body || !isFirst { bytes.append(" w:customStyle=\"1\"") }
    if role == .body, isFirst { bytes.append(" w:default=\"1\"") }
    bytes.append(" w:styleId=\"")
    bytes.append(role.styleID)
    addNumber(number)
    bytes.append("\"><w:name w:val=\"")
    bytes.append(role.styleName)
    addNumber(number)
    bytes.append("\"/>")
    if let parent = role.parent {
      bytes.append("<w:basedOn w:val=\"")
      bytes.append(parent.styleID)
      addNumber(number)
      bytes.append("\"/>")
    }
    bytes.append("<w:qFormat/>")
    let own = look[Int(role.rawValue)]
    addProperties(of: own, role, over: role.parent.map { (look[Int($0.rawValue)], $0) })
    bytes.append("</w:style>\n")
  }

  /// Adds one of Word's own headings, which its list of contents and its navigation know.
  private mutating func addHeading(_ level: Int, of look: [RoleStyle], number: Int) {
    bytes.append(
      level, "<w:style w:type=\"paragraph\" w:styleId=\"Heading", "")
    addNumber(number)
    bytes.append("\"><w:name w:val=\"")
    bytes.append(level, number == 0 ? "heading " : "Заголовок ", "")
    addNumber(number)
    bytes.append("\"/><w:basedOn w:val=\"")
    bytes.append(Role.heading(ofLevel: level).styleID)
    addNumber(number)
    bytes.append(level - 1, "\"/><w:qFormat/><w:pPr><w:outlineLvl w:val=\"")
    bytes.append("</w:pPr></w:style>\n")
  }

  private mutating func addNumber(_ number: Int) {
    if number > 0 { bytes.append(number + 1, "-", "") }
  }

  /// Adds what a style says otherwise than the one that it is based on.
  private mutating func addProperties(
    of style: RoleStyle, _ role: Role, over parent: (style: RoleStyle, role: Role)?
  ) {
    func differs(_ value: (RoleStyle) -> some Equatable) -> Bool {
      parent.map { value($0.style) != value(style) } ?? true
    }
    bytes.append("<w:pPr>")
    if differs(\.keepsWithNext) { add("keepNext", style.keepsWithNext) }
    if differs(\.keepsTogether) { add("keepLines", style.keepsTogether) }
    if parent == nil { bytes.append("<w:widowControl/>") }
    // The space around a table and a field is said where they stand.
    let (above, below) = role.standsInCell ? (0, 0) : (style.above ?? 0, style.below ?? 0)
    let isSpaced =
      differs(\.above) || differs(\.below) || role.standsInCell != parent?.role.standsInCell
    if isSpaced || differs(\.lineHeight) {
      bytes.append("<w:spacing")
      if isSpaced {
        bytes.append(above.twips, " w:before=\"", "\"")
        bytes.append(below.twips, " w:after=\"", "\"")
      }
      let line = (style.lineHeight ?? 1.15) * 240 / Self.naturalLineHeight
      bytes.append(Int(line.rounded()), " w:line=\"", "\" w:lineRule=\"auto\"/>")
    }
    if differs(\.indent) {
      bytes.append((style.indent ?? 0).twips, "<w:ind w:firstLine=\"")
    }
    if differs(\.alignment) || differs(\.isJustified) {
      bytes.append("<w:jc w:val=\"")
      bytes.append(style.isJustified ?? false ? "both" : (style.alignment ?? .start).inWord)
      bytes.append("\"/>")
    }
    bytes.append("</w:pPr><w:rPr>")
    if differs(\.weight) {
      add("b", style.weight == .bold)
      add("bCs", style.weight == .bold)
    }
    if differs(\.size) {
      let size = Int(((style.size ?? 14) * 2).rounded())
      bytes.append(size, "<w:sz w:val=\"")
      bytes.append(size, "<w:szCs w:val=\"")
    }
    bytes.append("</w:rPr>")
  }

  private mutating func add(_ name: StaticString, _ isOn: Bool?) {
    bytes.append("<w:")
    bytes.append(name)
    bytes.append(isOn ?? false ? "/>" : " w:val=\"0\"/>")
  }
}

extension Alignment {
  /// What Word calls it.
  var inWord: StaticString {
    switch self {
    case .start: "left"
    case .center: "center"
    case .end: "right"
    }
  }
}
