internal import Compression
package import Fonts
internal import Markup

/// A face as documents embed it: with the letters that official texts are made of, which are made
/// ready once, or with those and some more of one document.
package final class EmbeddedFace {
  /// The face.
  package let face: FontFace
  /// Whether a glyph is among those of every document, by its number.
  let isCommon: [Bool]
  /// The letters of every document by their glyphs.
  private let common: [UInt16: [UInt16]]
  private var ready: FaceParts?

  /// What the objects of a face are made of.
  struct FaceParts {
    var name: String
    var file: [UInt8]
    var fileLength: Int
    var glyphSet: [UInt8]
    var widths: [UInt8]
    var letters: [UInt8]
    var metrics: FontMetrics
  }

  /// The letters that every document has: whatever of them it uses, its font is the same.
  private static let letters =
    " АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯабвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
    + "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    + ".,:;!?()[]«»„“”’'\"–—-/%№+=_*&@\u{A0}"

  /// Takes a face.
  package init(_ face: FontFace) {
    self.face = face
    var common: [UInt16: [UInt16]] = [0: []]
    var isCommon = [Bool](repeating: false, count: face.widths.count)
    for letter in Self.letters.unicodeScalars {
      guard let glyph = face.glyph(of: letter), common[glyph] == nil else { continue }
      common[glyph] = Array(String(letter).utf16)
      isCommon[Int(glyph)] = true
    }
    (self.common, self.isCommon) = (common, isCommon)
  }

  /// The parts of the face with the common letters and others, each glyph with its text.
  func parts(with others: [UInt16: [UInt16]]) -> FaceParts {
    if others.isEmpty {
      if let ready { return ready }
      let parts = make(common)
      ready = parts
      return parts
    }
    return make(common.merging(others) { common, _ in common })
  }

  private func make(_ glyphs: [UInt16: [UInt16]]) -> FaceParts {
    let numbers = glyphs.keys.sorted()
    let file = face.subset(numbers) ?? []
    var set = [UInt8](repeating: 0, count: Int(numbers.last ?? 0) / 8 + 1)
    for number in numbers { set[Int(number) / 8] |= 0x80 >> UInt8(number % 8) }
    return FaceParts(
      name: Self.tag(of: numbers) + "+" + face.name, file: Deflate.compress(file),
      fileLength: file.count, glyphSet: Deflate.compress(set), widths: widths(of: numbers),
      letters: Deflate.compress(Self.letterMap(glyphs, numbers)), metrics: face.metrics)
  }

  /// Six capitals that tell one part of a face from another.
  private static func tag(of glyphs: [UInt16]) -> String {
    var hash = glyphs.reduce(5381 as UInt64) { ($0 &* 33) ^ UInt64($1) }
    var tag = ""
    for _ in 0..<6 {
      tag.unicodeScalars.append(Unicode.Scalar(UInt8(65 + hash % 26)))
      hash /= 26
    }
    return tag
  }

  private func widths(of glyphs: [UInt16]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append("[")
    var last: UInt16?
    for glyph in glyphs {
      if let last, glyph == last + 1 {
        bytes.append(" ")
      } else {
        if last != nil { bytes.append("]") }
        bytes.append(number: Int(glyph))
        bytes.append("[")
      }
      bytes.append(number: thousandths(glyph))
      last = glyph
    }
    bytes.append("]]")
    return bytes
  }

  /// How wide a reader takes a glyph to be, in thousandths of the size.
  func thousandths(_ glyph: UInt16) -> Int {
    let width = Int(face.widths[Int(glyph)])
    return (width * 2000 + face.unitsPerEm) / (2 * face.unitsPerEm)
  }

  /// The map from glyphs to text (ISO 32000-1, 9.10.3).
  private static func letterMap(_ glyphs: [UInt16: [UInt16]], _ numbers: [UInt16]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(
      """
      /CIDInit /ProcSet findresource begin
      12 dict begin
      begincmap
      /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
      /CMapName /Adobe-Identity-UCS def
      /CMapType 2 def
      1 begincodespacerange
      <0000> <FFFF>
      endcodespacerange

      """)
    let told = numbers.filter { !(glyphs[$0] ?? []).isEmpty }
    var start = 0
    while start < told.count {
      let part = told[start..<min(start + 100, told.count)]
      bytes.append(number: part.count)
      bytes.append(" beginbfchar\n")
      for glyph in part {
        bytes.append("<")
        bytes.append(hex: glyph)
        bytes.append("> <")
        for unit in glyphs[glyph] ?? [] { bytes.append(hex: unit) }
        bytes.append(">\n")
      }
      bytes.append("endbfchar\n")
      start += 100
    }
    bytes.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
    return bytes
  }
}
