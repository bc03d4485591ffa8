import Bytes
package import Diagnostics

/// White space that YAML does not know, and characters that nobody sees, where YAML wants a space: at
/// the beginning of a line, behind a hyphen, behind a key's colon. People cannot tell them from a
/// space, or from nothing, so they are told by their codes.
package struct OddSpaces {
  /// What is told of them.
  package private(set) var diagnostics: [Diagnostic] = []
  /// The source with spaces in their places, or nothing in those of what has no width, so that the
  /// rest of it can be read.
  package let repaired: SourceFile

  /// The most lines that are told of and mended in one file.
  private static let limit = 50

  /// Looks through a source.
  ///
  /// - Parameter isKey: whether a word is a key of some kind of plans.
  package init(in source: SourceFile, isKey: (String) -> Bool) {
    var hits: [Range<Int>] = []
    for lead: UInt8 in [0xC2, 0xE1, 0xE2, 0xE3] {
      var start = 0
      while let place = source.bytes.place(of: lead, from: start) {
        start = place + 1
        guard Self.mayStandForSpace(before: place, in: source.bytes),
          let length = Self.length(at: place, in: source.bytes)
        else { continue }
        hits.append(place..<place + length)
      }
    }
    guard !hits.isEmpty else {
      repaired = source
      return
    }
    hits.sort { $0.lowerBound < $1.lowerBound }
    var bytes: [UInt8] = []
    var copied = 0
    var told = -1
    var line = LineStart(of: source.bytes)
    for hit in hits {
      line.read(to: hit.lowerBound)
      guard told == line.start || diagnostics.count < Self.limit, !line.isInBlock,
        line.wantsSpace(isKey: isKey)
      else { continue }
      if told != line.start { diagnostics.append(Self.diagnostic(of: hit, in: source)) }
      told = line.start
      bytes += source.bytes[copied..<hit.lowerBound]
      if !Self.scalar(of: hit, in: source).isUnseen
        || Self.isInPlaceOfSpace(hit, in: source.bytes)
      {
        bytes.append(0x20)
      }
      copied = hit.upperBound
    }
    bytes += source.bytes[copied...]
    repaired = diagnostics.isEmpty ? source : SourceFile(name: source.name, bytes: bytes)
  }

  /// Whether the byte before a place lets a space be meant there.
  private static func mayStandForSpace(before place: Int, in bytes: [UInt8]) -> Bool {
    guard place > 0 else { return true }
    switch bytes[place - 1] {
    case 0x0A, 0x20, 0x09, 0x2D, 0x3A: return true
    // The last byte of another one, or of a letter.
    case 0x80...0xBF: return [2, 3].contains { length(at: place - $0, in: bytes) == $0 }
    default: return false
    }
  }

  /// The length of a character that is told of; nil where there is none.
  private static func length(at index: Int, in bytes: [UInt8]) -> Int? {
    guard index >= 0, index + 1 < bytes.count else { return nil }
    let third = index + 2 < bytes.count ? bytes[index + 2] : 0
    return switch (bytes[index], bytes[index + 1], third) {
    case (0xC2, 0xA0, _), (0xC2, 0xAD, _): 2
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xAF): 3
    case (0xE2, 0x81, 0x9F), (0xE2, 0x81, 0xA0), (0xE3, 0x80, 0x80): 3
    default: nil
    }
  }

  private static func diagnostic(of hit: Range<Int>, in source: SourceFile) -> Diagnostic {
    let scalar = scalar(of: hit, in: source)
    let place = source.position(ofByte: hit.lowerBound)
    return Diagnostic(
      code: "odd-space", in: source,
      at: SourceRange(line: Int(place.line), column: Int(place.column)),
      scalar.isUnseen
        ? Message(
          uk: "тут стоїть знак \(scalar.code), якого не видно",
          en: "here stands the character \(scalar.code), which is not seen")
        : Message(
          uk: "тут стоїть пробіл \(scalar.code), якого YAML не знає",
          en: "here stands the space \(scalar.code), which YAML does not know"),
      help: scalar.isUnseen && !isInPlaceOfSpace(hit, in: source.bytes)
        ? Message(uk: "вилучіть його", en: "delete it")
        : Message(uk: "замініть його звичайним пробілом", en: "type an ordinary space"))
  }

  /// Whether it stands right behind a hyphen or a colon, where a space is needed.
  private static func isInPlaceOfSpace(_ hit: Range<Int>, in bytes: [UInt8]) -> Bool {
    hit.lowerBound > 0 && [0x2D, 0x3A].contains(bytes[hit.lowerBound - 1])
      && (hit.upperBound == bytes.count || bytes[hit.upperBound] != 0x20)
  }

  private static func scalar(of hit: Range<Int>, in source: SourceFile) -> Unicode.Scalar {
    String(decoding: source.bytes[hit], as: UTF8.self).unicodeScalars.first ?? " "
  }
}

extension Unicode.Scalar {
  /// Whether it shows nothing and takes no room: a soft hyphen, a space of no width.
  package var isUnseen: Bool { properties.isDefaultIgnorableCodePoint }

  /// What the character is called by: `U+00A0`.
  package var code: String {
    let hex = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
  }
}
