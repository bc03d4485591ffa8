internal import Bytes

/// What a character is to a terminal.
enum CharacterWidth: Equatable {
  /// It takes so many columns.
  case columns(Int)
  /// It parts words.
  case space
  /// It is not printed: a control character, or the hint of a hyphen.
  case nothing

  /// What a character beyond ASCII and Cyrillic is.
  ///
  /// Wide is what Unicode's East Asian Width (UAX #11) calls so and what is an emoji by itself;
  /// marks and format characters take no column.
  // Seldom asked for: it would only burden the loops that it stands in.
  @inline(never)
  init(of value: UInt32) {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0x2028, 0x2029: self = .space
    case 0..<0x20, 0x7F..<0xA0, 0xAD: self = .nothing
    case 0x20..<0x300, 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20BF, 0x2100...0x22FF:
      self = .columns(1)
    case 0x1160...0x11FF: self = .columns(0)
    case 0x1100...0x115F, 0x2E80...0x3029, 0x302E...0x303E, 0x3041...0x3098, 0x309B...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FF,
      0x1F200...0x1F265, 0x20000...0x3FFFD:
      self = .columns(2)
    case 0x1F1E6...0x1F1FF: self = .columns(1)
    default:
      let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: self = .columns(0)
      default: self = .columns(scalar.properties.isEmojiPresentation ? 2 : 1)
      }
    }
  }
}

extension Span<UInt8> {
  /// Whether each character of a text is a space or takes one column; Cyrillic and ASCII are known
  /// by their first byte.
  var takesOneColumnEach: Bool {
    let odd = first { bytes in
      bytes.below(0x20) | bytes.equal(to: 0x7F)
        | bytes.atLeast(0xC0) - bytes.equal(to: 0xD0, butFor: 1)
    } where: { index in
      switch self[index] {
      case 0x20...0x7E, 0x80..<0xC0, 0xD0, 0xD1: false
      default: CharacterWidth(of: UTF8Scalars.scalar(in: self, at: index).value) != .columns(1)
      }
    }
    return odd == nil
  }
}
