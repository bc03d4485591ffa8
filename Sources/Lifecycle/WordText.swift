internal import XML

/// The text of a part of a file of Word, and what of it shows otherwise than it is written.
struct WordText {
  /// All characters, ends of lines where paragraphs, tabs and breaks are. The number of the page is left
  /// out of headers, as every reader counts it anew.
  private(set) var text = ""
  /// What a reader shows, or hides, that the text does not say.
  private(set) var marks: Set<String> = []

  private let isMain: Bool
  /// What a field that has begun is to be filled with, and was.
  private var field: (instruction: String, result: String)?

  init(isMain: Bool) { self.isMain = isMain }

  /// Reads an element with all that is inside.
  mutating func read(_ element: XMLNode) {
    begin(element)
    let name = element.name
    for child in element.children {
      if child.isElement {
        read(child)
      } else if child.isText {
        add(child.stringValue, in: name)
      }
    }
    if name == "fldSimple" { endField() }
    guard name == "p" else { return }
    if field != nil {
      marks.insert("fldChar")
      endField()
    }
    text += "\n"
  }

  private mutating func begin(_ element: XMLNode) {
    let name = element.name
    switch name {
    case "tab", "br", "cr": text += "\n"
    case "noBreakHyphen": text += "\u{2011}"
    case "fldSimple": beginField(Self.value("instr", of: element) ?? "")
    case "fldChar":
      switch Self.value("fldCharType", of: element) {
      case "begin": beginField("")
      case "end": endField()
      default: break
      }
    case "vanish", "webHidden", "specVanish":
      if !["0", "false", "off"].contains(Self.value("val", of: element)) { marks.insert(name) }
    case "altChunk", "control", "dataBinding", "object", "pgNum", "subDoc", "sym", "textpath":
      marks.insert(name)
    case "lvlText":
      let sign = Self.value("val", of: element) ?? ""
      let own = sign.replacing(/%[1-9]/, with: "")
      if own.contains(where: { $0.isLetter || $0.isNumber }) { marks.insert("lvlText " + sign) }
    default: break
    }
  }

  private mutating func add(_ characters: String, in name: String) {
    switch name {
    // Figures that place a drawing.
    case "align", "pctHeight", "pctPosHOffset", "pctPosVOffset", "pctWidth", "posOffset": break
    case "instrText" where field != nil: field?.instruction += characters
    case "t" where field != nil: field?.result += characters
    case "t": text += characters
    default: if !characters.allSatisfy(\.isWhitespace) { text += characters }
    }
  }

  private mutating func beginField(_ instruction: String) {
    if field != nil {
      marks.insert("fldChar")
      endField()
    }
    field = (instruction, "")
  }

  private mutating func endField() {
    guard let field else { return }
    self.field = nil
    let isPage =
      field.instruction.split(separator: " ").first == "PAGE" && !isMain
      && field.result.allSatisfy(\.isNumber)
    if !isPage {
      text += field.result
      marks.insert("fldChar " + field.instruction)
    }
  }

  /// The value of an attribute, in whichever namespace.
  private static func value(_ name: String, of element: XMLNode) -> String? {
    element.attributes.first { $0.isNamed(name) }?.stringValue
  }
}
