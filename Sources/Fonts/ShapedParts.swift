internal import Bytes

/// The parts in which a text is shaped. HarfBuzz looks at all marks on a letter for each of them, so
/// that a letter with very many would take time by their square: behind so many a part ends.
enum ShapedParts {
  /// How many marks in a row are shaped together; no language has nearly as many.
  static let markLimit = 64

  /// The parts of a part of a text, in their order.
  static func parts(of part: Range<Int>, in text: [UInt8]) -> [Range<Int>] {
    let text = text.span
    var result: [Range<Int>] = []
    var start = part.lowerBound
    var place = start
    var marks = 0
    while place < part.upperBound {
      if hasNoMark(text[place]) {
        marks = 0
        place += 1
        continue
      }
      let (value, length) = UTF8Scalars.scalar(in: text, at: place)
      marks = Unicode.Scalar(value).map(\.isMark) ?? false ? marks + 1 : 0
      if marks > markLimit {
        result.append(start..<place)
        (start, marks) = (place, 1)
      }
      place += length
    }
    result.append(start..<part.upperBound)
    return result
  }

  /// Whether a byte begins or continues only what is no mark: ASCII, and most of Latin and Cyrillic.
  private static func hasNoMark(_ byte: UInt8) -> Bool {
    byte < 0xC2 || byte > 0xC2 && byte < 0xCC || byte == 0xD0 || byte == 0xD1
  }
}

extension Unicode.Scalar {
  /// Whether it stands on the letter before it, or is not seen at all.
  fileprivate var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark, .format: true
    default: properties.isDefaultIgnorableCodePoint
    }
  }
}
