internal import Documents

/// How the text of a role looks, in points.
struct TextStyle {
  let look: TextLook
  /// The distance of lines.
  let lineHeight: Double
  let alignment: Alignment
  let isJustified: Bool
  let indent, above, below: Double
  /// How wide the part is, if its role says so, and how wide at most.
  let width, widest: Double?
  let emptyHeight: Double
  let keepsTogether, keepsWithNext, keepsWithPrevious: Bool

  init(_ style: RoleStyle) {
    let size = style.size ?? 14
    look = TextLook(size: size, isBold: style.weight == .bold)
    lineHeight = size * (style.lineHeight ?? 1.15)
    alignment = style.alignment ?? .start
    isJustified = style.isJustified ?? false
    indent = (style.indent ?? 0).millimetres
    above = (style.above ?? 0).millimetres
    below = (style.below ?? 0).millimetres
    width = style.width?.millimetres
    widest = style.widest?.millimetres
    emptyHeight = (style.emptyHeight ?? 0).millimetres
    keepsTogether = style.keepsTogether ?? false
    keepsWithNext = style.keepsWithNext ?? false
    keepsWithPrevious = style.keepsWithPrevious ?? false
  }
}
