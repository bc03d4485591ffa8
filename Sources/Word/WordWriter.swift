package import Diagnostics
internal import Digests
package import Documents
internal import Markup
internal import ZIP

/// A document, and what of its plan goes into a file with it.
package struct WordDocument {
  /// The document.
  let document: Document
  /// What sort of document it is, for those who look for files; empty where it is not known.
  let subject: String
  /// The plan in canonical XML, so that it can be said what has changed; nil where there is none.
  let plan: [UInt8]?

  /// Takes a document, and its plan.
  package init(_ document: Document, subject: String = "", plan: [UInt8]? = nil) {
    (self.document, self.subject, self.plan) = (document, subject, plan)
  }
}

/// Writes documents as files of Word (ECMA-376, transitional): the same document and plan give the
/// same bytes. Word lays them out itself.
///
/// It belongs to one task: parts that files have in common are written once for all.
package final class WordWriter {
  private var skeleton: WordSkeleton?
  private var styles: (looks: [[RoleStyle]], language: String, entry: ZIPEntry)?
  private var numbering: (lists: Int, entry: ZIPEntry)?

  /// Makes a writer.
  package init() {}

  /// The file of one document and others, each beginning a page.
  ///
  /// - Throws: that so much has no room in a file.
  package func write(_ first: WordDocument, followedBy others: [WordDocument] = [])
    throws(ProgramFault) -> [UInt8]
  {
    var page = WordPage(first.document)
    for other in others { page.add(other.document) }
    let language = Self.language(of: first.document)
    let plans = ([first] + others).compactMap(\.plan)
    let skeleton = skeleton(
      WordSkeleton.Inventory(
        plans: plans.count, pictures: page.pictures.count, continuations: page.continuations,
        language: language))
    var file = ZIPWriter()
    for part in skeleton.start { try file.add(part) }
    try file.add(styles(page.looks, language: language))
    try file.add(numbering(lists: page.listCount))
    let pictures = page.pictures
    try file.add(ZIPEntry("word/document.xml", page.finish()))
    for part in skeleton.end { try file.add(part) }
    for (index, picture) in pictures.enumerated() {
      try file.add(ZIPEntry("word/media/image\(index + 1).png", stored: picture.bytes))
    }
    try file.add(ZIPEntry("docProps/core.xml", stored: Self.properties(of: first, language)))
    for (index, plan) in plans.enumerated() { try add(plan, number: index + 1, to: &file) }
    return file.finish()
  }

  // MARK: Parts

  private func skeleton(_ inventory: WordSkeleton.Inventory) -> WordSkeleton {
    if let known = skeleton, known.inventory == inventory { return known }
    let made = WordSkeleton(inventory)
    skeleton = made
    return made
  }

  private func styles(_ looks: [[RoleStyle]], language: String) -> ZIPEntry {
    if let known = styles, known.looks == looks, known.language == language { return known.entry }
    let entry = ZIPEntry("word/styles.xml", StylesPart(looks, language: language).bytes)
    styles = (looks, language, entry)
    return entry
  }

  private func numbering(lists: Int) -> ZIPEntry {
    if let known = numbering, known.lists == lists { return known.entry }
    let entry = ZIPEntry("word/numbering.xml", NumberingPart.bytes(orderedLists: lists))
    numbering = (lists, entry)
    return entry
  }

  /// The language with its country, without which Word does not check the spelling.
  private static func language(of document: Document) -> String {
    switch document.language {
    case "uk": "uk-UA"
    case "en": "en-GB"
    case let other: other
    }
  }

  private static func properties(of file: WordDocument, _ language: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(Namespaces.declaration)
    bytes.append(
      """
      <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
      xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>
      """)
    let all = file.document.text
    bytes.append(escaping: all.span.extracting(file.document.title.range))
    bytes.append("</dc:title><dc:subject>")
    bytes.append(text: file.subject)
    bytes.append("</dc:subject><dc:language>")
    bytes.append(text: language)
    bytes.append("</dc:language></cp:coreProperties>\n")
    return bytes
  }

  /// Adds a plan, which programs that change the text leave as it is.
  private func add(_ plan: [UInt8], number: Int, to file: inout ZIPWriter) throws(ProgramFault) {
    try file.add(ZIPEntry("customXml/item\(number).xml", plan))
    var properties: [UInt8] = []
    properties.append(Namespaces.declaration)
    properties.append("<ds:datastoreItem ds:itemID=\"{")
    properties.append(text: Self.identifier(of: plan))
    properties.append(
      """
      }" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs/>\
      </ds:datastoreItem>

      """)
    try file.add(ZIPEntry("customXml/itemProps\(number).xml", stored: properties))
    var relationships: [UInt8] = []
    relationships.append(Namespaces.declaration)
    relationships.append(
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      <Relationship Id="rId1" \
      Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps" Target="
      """)
    relationships.append(number, "itemProps", ".xml\"/></Relationships>\n")
    try file.add(ZIPEntry("customXml/_rels/item\(number).xml.rels", stored: relationships))
  }

  /// What Word tells plans apart by: a number that follows from what the plan says.
  private static func identifier(of plan: [UInt8]) -> String {
    let digits = Array(Digest(of: plan).hex.uppercased())
    var parts: [String] = []
    var start = 0
    for length in [8, 4, 4, 4, 12] {
      parts.append(String(digits[start..<start + length]))
      start += length
    }
    return parts.joined(separator: "-")
  }
}
