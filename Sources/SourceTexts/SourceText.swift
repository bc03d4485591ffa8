import Bytes
package import Diagnostics

/// Looks through the bytes of a plan before anything reads them as text.
package enum SourceText {
  /// The first thing that makes the bytes no text of a plan: another encoding, a character that
  /// XML 1.0 forbids, or one that makes a text look other than it is.
  package static func fault(in source: SourceFile) -> Diagnostic? {
    if let fault = OfficeFile.fault(in: source) ?? DoubleEncoding.fault(in: source) { return fault }
    if source.traits.isCommon { return nil }
    let bytes = source.bytes
    if let fault = utf16Fault(in: source) { return fault }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      return encodingFault(in: source, at: error.byteOffsets.lowerBound)
    }
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x20 && byte != 0x0A && byte != 0x09 && byte != 0x0D || byte == 0x7F
        || byte >= 0xC2, let fault = characterFault(in: source, at: index)
      {
        return fault
      }
      index += 1
    }
    return nil
  }

  /// The characters that YAML takes for ends of lines and editors do not: where they stand, words
  /// would be joined or parted otherwise than people see.
  package static func lineEnds(in source: SourceFile) -> [Diagnostic] {
    if source.traits.hasPlainLines { return [] }
    var result: [Diagnostic] = []
    let bytes = source.bytes
    let endsAlone = !bytes.contains(0x0A)
    for index in bytes.indices {
      let byte = bytes[index]
      guard byte == 0x0D || byte == 0xC2 || byte == 0xE2 else { continue }
      let isEnd =
        switch byte {
        case 0x0D: index + 1 == bytes.count || bytes[index + 1] != 0x0A
        case 0xC2: index + 1 < bytes.count && bytes[index + 1] == 0x85
        default:
          index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8
        }
      guard isEnd else { continue }
      guard result.count < (endsAlone ? 1 : lineEndLimit) else { break }
      let text = String(decoding: bytes[index..<min(index + 3, bytes.count)], as: UTF8.self)
      guard let scalar = text.unicodeScalars.first else { continue }
      let place = source.position(ofByte: index)
      result.append(
        Diagnostic(
          code: "line-separator", in: source,
          at: SourceRange(line: Int(place.line), column: Int(place.column)),
          Message(
            uk: "знак \(scalar.code) не видно, а рядок він розриває",
            en: "the character \(scalar.code) is not seen, and breaks the line"),
          help: Message(
            uk: "замініть його пробілом або новим рядком (клавішею Enter)",
            en: "put a space or a new line in its place")))
    }
    return result
  }

  /// The most of them that are told of.
  private static let lineEndLimit = 50

  /// Whether a comment stands behind something in its line: a `#` behind a space, and not first there.
  package static func hasCommentBehindText(_ bytes: [UInt8]) -> Bool {
    var start = 1
    while let place = bytes.place(of: UInt8(ascii: "#"), from: start) {
      start = place + 1
      guard bytes[place - 1] == 0x20 else { continue }
      if let before = bytes[..<place].last(where: { $0 != 0x20 }), before != 0x0A { return true }
    }
    return false
  }

  /// The first character of a value that must not be in a plan; escapes can make any.
  package static func forbidden(in text: Span<UInt8>) -> Unicode.Scalar? {
    if TextTraits(text).hasPlainLines { return nil }
    return String(copying: text).unicodeScalars.first {
      isForbidden($0) || [0x0D, 0x85, 0x2028, 0x2029].contains($0.value)
    }
  }

  private static func characterFault(in source: SourceFile, at index: Int) -> Diagnostic? {
    let bytes = source.bytes
    let lead = bytes[index]
    guard lead < 0xC3 || lead == 0xE2 || lead == 0xEF else { return nil }
    if lead == 0xEF, index == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return nil }
    let text = String(decoding: bytes[index..<min(index + 4, bytes.count)], as: UTF8.self)
    guard let scalar = text.unicodeScalars.first, isForbidden(scalar) else { return nil }
    let start = source.position(ofByte: index)
    if index > 1, bytes[index - 2] == 0xC3, bytes[index - 1] & 0xFE == 0x90 {
      return DoubleEncoding.diagnostic(in: source, at: index - 2)
    }
    return ReadFaults.forbiddenCharacter(
      scalar, in: source, at: SourceRange(line: Int(start.line), column: Int(start.column)))
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85: false
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func utf16Fault(in source: SourceFile) -> Diagnostic? {
    let bytes = source.bytes
    let hasMark = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let hasZeros =
      bytes.count >= 4 && (bytes[0] == 0 && bytes[2] == 0 || bytes[1] == 0 && bytes[3] == 0)
    guard hasMark || hasZeros else { return nil }
    return Diagnostic(
      code: "utf-16", in: SourceFile(name: source.name, bytes: []),
      at: SourceRange(line: 1, column: 1),
      Message(
        uk: "файл збережено в кодуванні UTF-16, а план має бути в UTF-8",
        en: "the file is UTF-16, a plan must be UTF-8"),
      help: ReadFaults.saveAsUTF8)
  }

  private static func encodingFault(in source: SourceFile, at offset: Int) -> Diagnostic {
    let letters = source.bytes.count { $0 >= 0xC0 }
    let others = source.bytes.count { (0x80..<0xC0).contains($0) }
    let place = source.position(ofByte: offset)
    let looksLikeWindows1251 = letters > others * 2
    return Diagnostic(
      code: looksLikeWindows1251 ? "windows-1251" : "invalid-utf-8", in: source,
      at: SourceRange(line: Int(place.line), column: Int(place.column)),
      looksLikeWindows1251
        ? Message(
          uk: "файл збережено не в UTF-8, найімовірніше у Windows-1251",
          en: "the file is not UTF-8, most likely Windows-1251")
        : Message(
          uk: "байт 0x\(hex(source.bytes[offset])) не є частиною тексту в UTF-8",
          en: "the byte 0x\(hex(source.bytes[offset])) is no part of a text in UTF-8"),
      help: ReadFaults.saveAsUTF8)
  }

  private static func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
