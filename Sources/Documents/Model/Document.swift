/// A page before it has a format: what a form says, in the few words that every writer knows.
///
/// A form can say nothing that is not in this vocabulary, and every writer writes all of it, so
/// that the renditions of one plan cannot diverge.
///
/// A document lies flat: all its text in one buffer, and its parts in one array for each sort. A
/// part names those that it holds by their indices, so that a page of any length is a dozen pieces
/// of memory. ``DocumentBuilder`` makes one.
package struct Document: Sendable {
  /// The title that programs show: the name of a browser's tab, of a printed job.
  package var title = PlainText()
  /// The language of the text, as BCP 47 has it: `uk`.
  package var language: String
  /// How the parts of each role look.
  package let style: PageStyle
  /// The sheets of paper: the first one, then those that groups begin.
  package var sheets: [Sheet]
  /// What stands on the page, in reading order; what a group holds follows it.
  package var blocks: [Block] = []
  /// The paragraphs of lists, notes and cells.
  package var paragraphs: [Paragraph] = []
  /// The labelled fields.
  package var fields: [Field] = []
  /// The places to fill in of the fields.
  package var values: [Field.Value] = []
  /// The columns of the tables.
  package var columns: [Table.Column] = []
  /// For each group of rows in the tables, its rows.
  package var rowGroups: [Range<Int>] = []
  /// The rows of the tables.
  package var rows: [Table.Row] = []
  /// The cells of the rows.
  package var cells: [Table.Cell] = []
  /// What the drawings are made of.
  package var rectangles: [Drawing.Rectangle] = []
  /// The pieces of all running text; what one holds follows it.
  package var inlines: [Inline] = []
  /// All text, in UTF-8.
  package var text: [UInt8] = []

  init(language: String, style: PageStyle) {
    self.language = language
    self.style = style
    sheets = [style.sheet]
  }
}

extension Document {
  /// Whether a group begins an annex, whose pages are counted anew.
  func beginsAnnex(_ group: Group) -> Bool { group.sheet.map { sheets[$0].isAnnex } ?? false }

  /// What the further pages of each annex say at the upper right, in the order of the annexes.
  var continuations: [PlainText] {
    guard sheets.contains(where: \.isAnnex) else { return [] }
    return blocks.compactMap { block in
      guard case .group(let group) = block, let sheet = group.sheet, sheets[sheet].isAnnex else {
        return nil
      }
      return sheets[sheet].continuation
    }
  }
}
