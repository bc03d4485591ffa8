internal import Bytes
internal import Contents
internal import Names

/// Makes the key of a name; see ``Swift/Array/key`` of its words. Most names are of Cyrillic letters,
/// digits, spaces and common signs, whose key is put together in one walk; the words of all others
/// are taken apart.
package enum NameKey {
  /// The key of a name.
  ///
  /// A body in the dative, as points of acts name it, is the same body: «Відділу обліку» has the key
  /// of «Відділ обліку».
  package static func key(of text: Span<UInt8>) -> String {
    nominative(commonKey(of: text) ?? NameWord.words(of: text).key)
  }

  private static func nominative(_ key: String) -> String {
    let word = key.utf8.prefix { $0 != UInt8(ascii: " ") }
    guard let last = word.last, [0x83, 0x8E, 0x96].contains(last),
      let body = BodyNames.nominative(of: String(Substring(word)))
    else { return key }
    return body + String(Substring(key.utf8.dropFirst(word.count)))
  }

  /// What stands before the next letter.
  private enum Gap {
    case none
    case space
    case hyphen
  }

  /// The key of a name that needs no closer look; nil for others.
  static func commonKey(of text: Span<UInt8>) -> String? {
    var key: [UInt8] = []
    key.reserveCapacity(text.count + 8)
    var gap = Gap.none
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case 0xD0 where index + 1 < text.count, 0xD1 where index + 1 < text.count:
        join(gap, &key)
        gap = .none
        let end = Swift.max(text.endOfLetters(at: index), index + 2)
        while index < end {
          let scalar = Int(text[index] & 0x1F) << 6 | Int(text[index + 1] & 0x3F)
          guard let small = smallLetter(scalar) else { return nil }
          key.append(UInt8(0xC0 | small >> 6))
          key.append(UInt8(0x80 | small & 0x3F))
          index += 2
        }
        index -= 1
      case 0x30...0x39:
        join(gap, &key)
        gap = .none
        key.append(byte)
      case UInt8(ascii: "-"): gap = .hyphen
      // Apostrophes are no letters; in names of persons, a full stop is told apart.
      case UInt8(ascii: "'"), UInt8(ascii: "`"): break
      case UInt8(ascii: "."): if gap == .none { gap = .space }
      case 0x20, UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\""):
        if gap == .none { gap = .space }
      // A no-break space and the common quotation marks.
      case 0xC2 where text.isSeparator(at: index + 1):
        if gap == .none { gap = .space }
        index += 1
      case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80:
        switch text[index + 2] {
        case 0x98, 0x99: break
        case 0x90...0x95: gap = .hyphen
        default: return nil
        }
        index += 2
      default: return nil
      }
      index += 1
    }
    return String(decoding: key, as: UTF8.self)
  }

  private static func join(_ gap: Gap, _ key: inout [UInt8]) {
    guard !key.isEmpty, gap != .none else { return }
    key.append(gap == .space ? UInt8(ascii: " ") : UInt8(ascii: "-"))
  }

  /// The small letter of U+0401 to U+045F; nil for others.
  private static func smallLetter(_ scalar: Int) -> Int? {
    switch scalar {
    case 0x401...0x40F: scalar + 0x50
    case 0x410...0x42F: scalar + 0x20
    case 0x430...0x45F: scalar
    default: nil
    }
  }
}

extension Span<UInt8> {
  /// Whether the last byte of a no-break space or a quotation mark stands at a place.
  fileprivate func isSeparator(at index: Int) -> Bool {
    index < count && (self[index] == 0xA0 || self[index] == 0xAB || self[index] == 0xBB)
  }
}
