import Bytes
internal import Diagnostics

/// Makes a document, from its first part to its last.
///
/// Running text is added at the end of the document, between ``beginText()`` and one of the ways to
/// end it. Parts of other sorts are appended to ``document`` itself, after those that they hold.
package struct DocumentBuilder {
  /// What is made so far.
  package var document: Document
  /// The first inline that may be joined with text that is added behind it.
  var joinable = 0

  /// Begins a document.
  package init(language: String, style: PageStyle = .standard) {
    document = Document(language: language, style: style)
    // What a plan of two sheets needs; more makes the buffers grow.
    document.text.reserveCapacity(8_192)
    document.inlines.reserveCapacity(128)
    document.paragraphs.reserveCapacity(64)
    document.cells.reserveCapacity(64)
    document.rows.reserveCapacity(32)
    document.blocks.reserveCapacity(32)
    document.fields.reserveCapacity(8)
    document.values.reserveCapacity(8)
    document.columns.reserveCapacity(8)
    document.rowGroups.reserveCapacity(8)
  }
}

// MARK: - Groups

extension DocumentBuilder {
  /// Begins a group of the blocks that are added until it ends.
  package mutating func beginGroup() -> Int {
    document.blocks.append(.pageBreak)
    return document.blocks.count - 1
  }

  /// Ends a group, which may stand on a sheet of its own.
  package mutating func endGroup(
    _ place: Int, _ kind: Group.Kind, on sheet: Sheet? = nil, style: PlainText
  ) {
    let group = Group(
      kind, blocks: place + 1..<document.blocks.count, sheet: sheet.map { index(of: $0) },
      style: style)
    document.blocks[place] = .group(group)
  }

  private mutating func index(of sheet: Sheet) -> Int {
    if sheet.continuation.isEmpty, let index = document.sheets.firstIndex(of: sheet) {
      return index
    }
    document.sheets.append(sheet)
    return document.sheets.count - 1
  }
}
