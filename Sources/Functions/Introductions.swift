import Bytes

/// Where a text introduces short names: «Міністерство юстиції (далі – Мін’юст)», with any dash.
struct Introductions {
  /// The text, every dash in it a hyphen.
  private let text: [UInt8]
  /// The names, where they stand in it.
  private let places: [Range<Int>]

  private static let nameLimit = 256
  private static let mark = Array("(далі - ".utf8)

  /// Reads a text.
  init(in text: Span<UInt8>) {
    let text = Self.withHyphens(text)
    self.text = text
    var places: [Range<Int>] = []
    var index = 0
    var end = 0
    while let start = text.place(of: UInt8(ascii: "("), from: index) {
      index = start + 1
      guard text[start...].starts(with: Self.mark) else { continue }
      let name = start + Self.mark.count
      if end < name {
        guard let next = text.place(of: UInt8(ascii: ")"), from: name) else { break }
        end = next
      }
      // What is longer, and stands in another, is no name.
      if places.isEmpty || end - name <= Self.nameLimit { places.append(name..<end) }
    }
    self.places = places
  }

  /// The names, in their order.
  var names: [[UInt8]] { places.map { Array(text[$0]) } }

  /// The first of the names; empty where there is none.
  var firstName: [UInt8] { places.first.map { Array(text[$0]) } ?? [] }

  /// What stands behind the first name.
  var rest: [UInt8] { places.first.map { Array(text[($0.upperBound + 1)...]) } ?? [] }

  /// The first word of a name without the letters that change in other cases – two, and four of
  /// «тиждень» –, as far as is worth comparing; one in capitals, «НДІ», changes none.
  static func stem(of name: [UInt8]) -> [UInt8] {
    var stem = name.prefix { $0 != UInt8(ascii: " ") }
    let word = String(decoding: stem, as: UTF8.self)
    let losesVowel = word.hasSuffix("ень") || word.hasSuffix("ець")
    if word.contains(where: \.isLowercase) {
      for _ in 0..<(losesVowel ? 4 : 2) { stem = stem.withoutLastCharacter }
    }
    if stem.count > stemLimit {
      stem = stem.prefix(stemLimit + 1).withoutLastCharacter
    }
    return Array(stem)
  }

  /// How many bytes of a stem are compared at most.
  private static let stemLimit = 32

  private static func withHyphens(_ text: Span<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if text[index] == 0xE2, index + 2 < text.count, text[index + 1] == 0x80,
        text[index + 2] == 0x93 || text[index + 2] == 0x94
      {
        result.append(UInt8(ascii: "-"))
        index += 3
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }
}

extension ArraySlice<UInt8> {
  fileprivate var withoutLastCharacter: ArraySlice<UInt8> {
    guard let start = lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return [] }
    return self[startIndex..<start]
  }
}
