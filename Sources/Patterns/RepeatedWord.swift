import Bytes

/// Finds a word that stands twice in a row: «облік та та звітність». Words with a capital, which may
/// be names, and words with anything but letters of Ukrainian and apostrophes are passed over.
package enum RepeatedWord {
  /// The first such word of a text; empty where there is none.
  package static func first(in text: Span<UInt8>) -> String {
    var former = 0..<0
    var start = 0
    var index = 0
    while index <= text.count {
      if index < text.count, text[index] != 0x20 {
        let isLetter = text[index] | 1 == 0xD1
        index = isLetter ? max(index + 2, text.endOfLetters(at: index)) : index + 1
        continue
      }
      // A mark may stand behind the second.
      if !former.isEmpty, former.count <= index - start, text[former.lowerBound] == text[start],
        text[former.lowerBound + 1] == text[start + 1],
        text.isRepeated(former, at: start)
      {
        return String(decoding: [UInt8](copying: text.extracting(former)), as: UTF8.self)
      }
      former = index - start > 1 ? start..<index : 0..<0
      index += 1
      start = index
    }
    return ""
  }
}

extension Span<UInt8> {
  /// Whether what stands in a range is a word of small letters, and stands once more at a place.
  fileprivate func isRepeated(_ word: Range<Int>, at place: Int) -> Bool {
    let end = place + word.count
    guard word.allSatisfy({ self[$0] == self[place + $0 - word.lowerBound] }),
      endOfWord(at: word.lowerBound) == word.upperBound, endOfWord(at: place) == end,
      self[word.lowerBound] == 0xD1 || self[word.lowerBound + 1] >= 0xB0
    else { return false }
    guard end < count else { return true }
    let next = self[end]
    let isOfWord = next == UInt8(ascii: "-") || 0x30...0x39 ~= next || 0x41...0x5A ~= next & 0xDF
    return next < 0x80 && !isOfWord
  }

  /// Where a word of Ukrainian letters ends.
  private func endOfWord(at start: Int) -> Int {
    var index = start
    while index + 1 < count {
      if self[index] | 1 == 0xD1 {
        index = Swift.max(index + 2, endOfLetters(at: index))
      } else if self[index] == 0xD2, self[index + 1] | 1 == 0x91 {
        index += 2
      } else if index > start, index + 2 < count, self[index] == 0xE2, self[index + 1] == 0x80,
        self[index + 2] == 0x99
      {
        index += 3
      } else {
        break
      }
    }
    return Swift.min(index, count)
  }
}
