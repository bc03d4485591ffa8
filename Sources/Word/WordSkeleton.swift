internal import Markup
internal import ZIP

/// The parts that all files have alike that hold as much.
struct WordSkeleton {
  /// What files hold, as far as these parts follow from it.
  struct Inventory: Equatable {
    /// How many plans and pictures there are.
    let plans, pictures: Int
    /// The headers that say whose continuation a page is.
    let continuations: [Continuation]
    let language: String
  }

  /// What the files hold.
  let inventory: Inventory
  /// What a file begins with: the sorts of its parts, and how they belong together.
  let start: [ZIPEntry]
  /// What stands behind the text.
  let end: [ZIPEntry]

  /// Writes the parts of files that hold so much.
  init(_ inventory: Inventory) {
    self.inventory = inventory
    start = [
      ZIPEntry("[Content_Types].xml", Self.contentTypes(of: inventory)),
      ZIPEntry("_rels/.rels", Self.part(Self.relationships)),
      ZIPEntry("word/_rels/document.xml.rels", Self.documentRelationships(of: inventory)),
    ]
    var settings: [UInt8] = []
    settings.append(Namespaces.declaration)
    settings.append("<w:settings ")
    settings.append(Namespaces.main)
    settings.append(
      """
      ><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/><w:autoHyphenation w:val="0"/>\
      <w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:doNotExpandShiftReturn/>\
      <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" \
      w:val="15"/></w:compat><w:themeFontLang w:val="
      """)
    settings.append(text: inventory.language)
    settings.append(
      "\"/><w:decimalSymbol w:val=\",\"/><w:listSeparator w:val=\";\"/></w:settings>\n")
    var end = [
      ZIPEntry("word/settings.xml", settings),
      ZIPEntry("word/fontTable.xml", Self.part(Self.fonts)),
      ZIPEntry("word/header1.xml", Self.part(Self.numberedHeader)),
      ZIPEntry("word/header2.xml", Self.part(Self.emptyHeader)),
      ZIPEntry("docProps/app.xml", Self.part(Self.application)),
    ]
    for (index, header) in inventory.continuations.enumerated() {
      end.append(ZIPEntry("word/header\(index + Self.firstContinuation).xml", header.bytes))
    }
    self.end = end
  }

  private static func part(_ markup: StaticString) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(Namespaces.declaration)
    bytes.append(markup)
    return bytes
  }

  /// The number of the first header that says whose continuation a page is.
  private static let firstContinuation = 3

  private static func contentTypes(of inventory: Inventory) -> [UInt8] {
    var bytes = part(
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Default Extension="png" ContentType="image/png"/>\
      <Override PartName="/docProps/app.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>\
      <Override PartName="/docProps/core.xml" \
      ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
      <Override PartName="/word/document.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
      <Override PartName="/word/styles.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>\
      <Override PartName="/word/numbering.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>\
      <Override PartName="/word/settings.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>\
      <Override PartName="/word/fontTable.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/>\
      <Override PartName="/word/header1.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>\
      <Override PartName="/word/header2.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>
      """)
    for header in inventory.continuations.indices {
      bytes.append(
        header + firstContinuation, "<Override PartName=\"/word/header", ".xml\" ContentType=\"")
      bytes.append(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/>")
    }
    for plan in 0..<inventory.plans {
      bytes.append(plan + 1, "<Override PartName=\"/customXml/itemProps", ".xml\" ContentType=\"")
      bytes.append("application/vnd.openxmlformats-officedocument.customXmlProperties+xml\"/>")
    }
    bytes.append("</Types>\n")
    return bytes
  }

  private static func documentRelationships(of inventory: Inventory) -> [UInt8] {
    var bytes = part(
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">")
    let parts: [(type: StaticString, target: StaticString)] = [
      ("styles", "styles.xml"), ("numbering", "numbering.xml"), ("settings", "settings.xml"),
      ("fontTable", "fontTable.xml"), ("header", "header1.xml"), ("header", "header2.xml"),
    ]
    for (index, part) in parts.enumerated() {
      append(&bytes, index + 1, part.type)
      bytes.append(part.target)
      bytes.append("\"/>")
    }
    for header in inventory.continuations.indices {
      append(&bytes, header + 1, "header", id: "continuation")
      bytes.append(header + firstContinuation, "header", ".xml\"/>")
    }
    for plan in 0..<inventory.plans {
      append(&bytes, parts.count + plan + 1, "customXml")
      bytes.append(plan + 1, "../customXml/item", ".xml\"/>")
    }
    for picture in 0..<inventory.pictures {
      append(&bytes, picture + 1, "image", id: "picture")
      bytes.append(picture + 1, "media/image", ".png\"/>")
    }
    bytes.append("</Relationships>\n")
    return bytes
  }

  private static func append(
    _ bytes: inout [UInt8], _ number: Int, _ type: StaticString, id: StaticString = "rId"
  ) {
    bytes.append("<Relationship Id=\"")
    bytes.append(number, id, "\" Type=\"")
    bytes.append("http://schemas.openxmlformats.org/officeDocument/2006/relationships/")
    bytes.append(type)
    bytes.append("\" Target=\"")
  }

  private static let relationships: StaticString = """
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
    <Relationship Id="rId1" \
    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
    Target="word/document.xml"/><Relationship Id="rId2" \
    Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" \
    Target="docProps/core.xml"/><Relationship Id="rId3" \
    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" \
    Target="docProps/app.xml"/></Relationships>

    """

  /// Where there is no Times New Roman, a face with letters as wide.
  private static let fonts: StaticString = """
    <w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
    <w:font w:name="Times New Roman"><w:altName w:val="Liberation Serif"/><w:family w:val="roman"/>\
    <w:pitch w:val="variable"/></w:font></w:fonts>

    """

  private static let numberedHeader: StaticString = """
    <w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr>\
    <w:pStyle w:val="Header"/></w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r>\
    </w:fldSimple></w:p></w:hdr>

    """

  private static let emptyHeader: StaticString = """
    <w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr>\
    <w:pStyle w:val="Header"/></w:pPr></w:p></w:hdr>

    """

  private static let application: StaticString = """
    <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
    <Application>Pysar</Application></Properties>

    """
}
