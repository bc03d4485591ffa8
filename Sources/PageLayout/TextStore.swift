internal import Fonts

/// How letters are drawn.
struct TextLook {
  /// The size of type, in points.
  var size: Double
  var isBold = false
  var isItalic = false
  var isUnderlined = false

  /// The number of the face among those of a family.
  var face: Int { (isBold ? 1 : 0) + (isItalic ? 2 : 0) }
}

/// A piece of text that no line's end cuts, unless it is wider than a line.
struct TextPiece {
  enum Kind {
    case text, box, checkedBox
    /// A line to write on.
    case blank
    /// Text that runs from right to left.
    case reversed
  }

  /// What may stand behind it.
  enum End {
    /// The next piece stands on the same line.
    case joined
    /// The next piece may begin a line.
    case open
    /// The next piece begins a line.
    case newLine
  }

  var kind = Kind.text
  /// Its glyphs, as indices; that of the space behind it is among them.
  var glyphs: Range<Int>
  /// How wide it is, and how wide the space behind it.
  var width, space: Double
  var end = End.open
  var look: TextLook
}

/// A line of text.
struct TextLine {
  /// Its pieces, as indices.
  var pieces: Range<Int>
  /// How wide it is without the space at its end.
  var width: Double
  /// How many spaces may be widened.
  var gaps: Int
  /// Whether it ends a paragraph, or what the author has written as a line.
  var isLast: Bool
}

/// Text that is set: glyphs, what they make up, and the lines that it was broken into. It holds what
/// is not yet on a page.
struct TextStore {
  var glyphs: [Glyph] = []
  /// The pieces of the text that is being set.
  var pieces: [TextPiece] = []
  /// The pieces of lines.
  var placed: [TextPiece] = []
  var lines: [TextLine] = []

  /// How much stands in the store.
  struct Mark {
    var glyphs, placed, lines: Int
  }

  var mark: Mark {
    Mark(glyphs: glyphs.count, placed: placed.count, lines: lines.count)
  }

  /// Forgets what was set since then.
  mutating func forget(after mark: Mark) {
    glyphs.removeSubrange(mark.glyphs...)
    placed.removeSubrange(mark.placed...)
    lines.removeSubrange(mark.lines...)
  }
}
