/// A page before it has a format: what a form says, in the few words that every writer knows.
///
/// A form can say nothing that is not in this vocabulary, and every writer writes all of it, so
/// that the renditions of one plan cannot diverge.
///
/// A document lies flat: all its text in one buffer, and its parts in one array for each sort. A
/// part names those that it holds by their indices, so that a page of any length is a dozen pieces
/// of memory. ``DocumentBuilder`` makes one.
public struct Document: Sendable {
  /// The title that programs show: the name of a browser's tab, of a printed job.
  public var title = PlainText()
  /// The language of the text, as BCP 47 has it: `uk`.
  public var language: String
  /// How the sheet of A4 lies.
  public var orientation: Orientation
  /// The style sheet that the HTML carries inside; other writers pass it by.
  public var style: String
  /// What stands on the page, in reading order; what a group holds follows it.
  public var blocks: [Block] = []
  /// The paragraphs of lists, notes and cells.
  public var paragraphs: [Paragraph] = []
  /// The labelled fields.
  public var fields: [Field] = []
  /// The places to fill in of the fields.
  public var values: [Field.Value] = []
  /// The columns of the tables.
  public var columns: [Table.Column] = []
  /// For each group of rows in the tables, its rows.
  public var rowGroups: [Range<Int>] = []
  /// The rows of the tables.
  public var rows: [Table.Row] = []
  /// The cells of the rows.
  public var cells: [Table.Cell] = []
  /// The pieces of all running text; what one holds follows it.
  public var inlines: [Inline] = []
  /// All text, in UTF-8.
  public var text: [UInt8] = []

  init(language: String, orientation: Orientation, style: String) {
    self.language = language
    self.orientation = orientation
    self.style = style
  }
}

/// How a sheet lies: upright or on its side.
public enum Orientation: String, Sendable {
  case portrait, landscape
}
