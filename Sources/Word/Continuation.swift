internal import Markup

/// A header that says at the right whose continuation a page is, beside the number in the middle.
struct Continuation: Equatable {
  /// What it says: «Продовження додатка 1».
  let text: String
  /// How wide the text of its pages is.
  let measure: Int

  /// The part of the file.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(Namespaces.declaration)
    bytes.append("<w:hdr ")
    bytes.append(Namespaces.main)
    bytes.append("><w:p><w:pPr><w:pStyle w:val=\"Header\"/><w:tabs>")
    bytes.append(measure / 2, "<w:tab w:val=\"center\" w:pos=\"")
    bytes.append(measure, "<w:tab w:val=\"right\" w:pos=\"")
    bytes.append(
      """
      </w:tabs><w:jc w:val="left"/></w:pPr><w:r><w:tab/></w:r>\
      <w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple><w:r><w:tab/><w:t>
      """)
    bytes.append(text: text)
    bytes.append("</w:t></w:r></w:p></w:hdr>\n")
    return bytes
  }
}
