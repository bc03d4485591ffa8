internal import Documents

/// Something to draw: where it stands against the upper left corner of its slab.
struct SlabItem {
  enum Kind {
    /// A line of text, by its number; its place is that of its letters' foot.
    case line(Int, Alignment, isJustified: Bool)
    /// A filled box.
    case rule(height: Double)
    /// Filled rectangles, as indices of the document's.
    case drawing(Range<Int>)
  }

  var kind: Kind
  var x, y, width: Double
  /// The element of the text that it belongs to.
  var element: Int
}

/// A part of a page from edge to edge that is never cut: a line of a paragraph, a row of fields.
struct Slab {
  /// How firmly it stands on the page of what is above it.
  enum Bond: Int, Comparable {
    /// A page may end above it.
    case none
    /// A page ends above it only where the whole does not fit on two thirds of one.
    case soft
    /// A page ends above it only where the whole does not fit on one.
    case firm

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// The space above and below; of two that meet the larger one counts.
  var above = 0.0
  var below = 0.0
  var height: Double
  /// What is drawn in it, as indices.
  var items: Range<Int>
  var bond: Bond
}
