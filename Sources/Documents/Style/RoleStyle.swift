/// How the parts of one role look. What is nil is as in the role's parent.
///
/// A group is a part too: the mark of approval is as wide as its role says, and stands as far from
/// what follows it; the paragraphs inside of it stand close.
package struct RoleStyle: Sendable, Equatable {
  /// How bold text is.
  package enum Weight: String, Sendable {
    case normal, bold
  }

  /// The size of type, in points.
  package var size: Double?
  /// The distance of lines, as a part of the size.
  package var lineHeight: Double?
  /// How bold the text is.
  package var weight: Weight?
  /// Where lines stand that say nothing of it themselves.
  package var alignment: Alignment?
  /// Whether lines fill the width.
  package var isJustified: Bool?
  /// How far the first line is indented, in millimetres.
  package var indent: Double?
  /// The space above, in millimetres.
  package var above: Double?
  /// The space below, in millimetres.
  package var below: Double?
  /// How wide the part is, in millimetres.
  package var width: Double?
  /// How wide the part is at most, in millimetres.
  package var widest: Double?
  /// How high the part is while nothing stands in it, in millimetres.
  package var emptyHeight: Double?
  /// Whether no page's edge cuts the part.
  package var keepsTogether: Bool?
  /// Whether the part stands on the page of what follows it.
  package var keepsWithNext: Bool?
  /// Whether the part stands on the page of what precedes it.
  package var keepsWithPrevious: Bool?

  /// Makes a style that says this much.
  package init(
    size: Double? = nil, lineHeight: Double? = nil, weight: Weight? = nil,
    alignment: Alignment? = nil, isJustified: Bool? = nil, indent: Double? = nil,
    above: Double? = nil, below: Double? = nil, width: Double? = nil, widest: Double? = nil,
    emptyHeight: Double? = nil, keepsTogether: Bool? = nil, keepsWithNext: Bool? = nil,
    keepsWithPrevious: Bool? = nil
  ) {
    (self.size, self.lineHeight, self.weight) = (size, lineHeight, weight)
    (self.alignment, self.isJustified, self.indent) = (alignment, isJustified, indent)
    (self.above, self.below) = (above, below)
    (self.width, self.widest, self.emptyHeight) = (width, widest, emptyHeight)
    (self.keepsTogether, self.keepsWithNext) = (keepsTogether, keepsWithNext)
    self.keepsWithPrevious = keepsWithPrevious
  }

  /// The style with what it leaves open as another has it.
  func over(_ parent: RoleStyle) -> RoleStyle {
    var style = self
    style.size = size ?? parent.size
    style.lineHeight = lineHeight ?? parent.lineHeight
    style.weight = weight ?? parent.weight
    style.alignment = alignment ?? parent.alignment
    style.isJustified = isJustified ?? parent.isJustified
    style.indent = indent ?? parent.indent
    style.above = above ?? parent.above
    style.below = below ?? parent.below
    style.width = width ?? parent.width
    style.widest = widest ?? parent.widest
    style.emptyHeight = emptyHeight ?? parent.emptyHeight
    style.keepsTogether = keepsTogether ?? parent.keepsTogether
    style.keepsWithNext = keepsWithNext ?? parent.keepsWithNext
    style.keepsWithPrevious = keepsWithPrevious ?? parent.keepsWithPrevious
    return style
  }
}
