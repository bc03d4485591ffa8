internal import Markup

/// The lists of a file: one sort with bullets, and each list with numbers counted by itself.
enum NumberingPart {
  /// The number of lists with bullets, and that of the first list with numbers.
  static let bullets = 1
  static let firstOrdered = 2

  /// The part of a file with so many lists with numbers.
  static func bytes(orderedLists count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(Namespaces.declaration)
    bytes.append("<w:numbering ")
    bytes.append(Namespaces.main)
    bytes.append(
      """
      ><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">\
      <w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>\
      <w:pPr><w:ind w:left="600" w:hanging="300"/></w:pPr></w:lvl></w:abstractNum>
      <w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">\
      <w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>\
      <w:pPr><w:ind w:left="600" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>

      """)
    for list in 0..<count {
      bytes.append(firstOrdered + list, "<w:num w:numId=\"", "\"><w:abstractNumId w:val=\"1\"/>")
      bytes.append(
        "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>\n")
    }
    bytes.append("</w:numbering>\n")
    return bytes
  }
}
