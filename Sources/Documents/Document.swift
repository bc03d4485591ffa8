/// A page before it has a format: what a form says, in the few words that every writer knows.
///
/// A form can say nothing that is not in this vocabulary, and every writer writes all of it, so
/// that the renditions of one plan cannot diverge.
public struct Document: Sendable, Equatable {
  /// The title that programs show: the name of a browser's tab, of a printed job.
  public var title: String
  /// The language of the text, as BCP 47 has it: `uk`.
  public var language: String
  /// How the sheet of A4 lies.
  public var orientation: Orientation
  /// The style sheet that the HTML carries inside; other writers pass it by.
  public var style: String
  /// What stands on the page, in reading order.
  public var blocks: [Block]

  /// Makes a document.
  public init(
    title: String, language: String = "uk", orientation: Orientation = .portrait,
    style: String = "", blocks: [Block] = []
  ) {
    self.title = title
    self.language = language
    self.orientation = orientation
    self.style = style
    self.blocks = blocks
  }
}

/// How a sheet lies: upright or on its side.
public enum Orientation: String, Sendable {
  case portrait, landscape
}
