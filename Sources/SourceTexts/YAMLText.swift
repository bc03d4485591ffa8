internal import Markup

extension String {
  /// The text as a value of YAML on one line: as it stands where that is read as this very text, or else
  /// in quotation marks.
  package var inYAML: String {
    if isPlainInYAML { return self }
    var quoted: [UInt8] = []
    quoted.appendJSON(self)
    return String(decoding: quoted, as: UTF8.self)
  }

  private var isPlainInYAML: Bool {
    let letters = unicodeScalars
    guard let first = letters.first, Self.isOfWord(first), letters.last != " ",
      !utf8.span.isNull
    else { return false }
    return letters.allSatisfy { Self.isOfWord($0) || Self.plainMarks.contains($0) }
  }

  private static let plainMarks = Array(" .,–’%№«»()/;+-".unicodeScalars)

  private static func isOfWord(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "0"..."9", "A"..."Z", "a"..."z", "Ѐ"..."ҁ": true
    default:
      letter.value >= 0x80
        && (letter.properties.isAlphabetic || letter.properties.numericType != nil)
    }
  }
}
