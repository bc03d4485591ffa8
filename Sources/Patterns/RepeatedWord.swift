import Bytes

/// Finds what stands twice in a row: a word, «облік та та звітність», or two or three, «у межах у межах».
/// Words with a capital, which may be names, and words with anything but letters of Ukrainian and
/// apostrophes are passed over.
package enum RepeatedWord {
  /// How many words are held against those before them.
  private static let most = 3

  /// The first such words of a text; empty where there are none.
  package static func first(in text: Span<UInt8>) -> String {
    // What stands between the last spaces, the last one first.
    var formers: [Range<Int>] = []
    var start = 0
    var index = 0
    while index <= text.count {
      if index < text.count, text[index] != 0x20 {
        let isLetter = text[index] | 1 == 0xD1
        index = isLetter ? max(index + 2, text.endOfLetters(at: index)) : index + 1
        continue
      }
      for count in 1...most where text.isRepeated(formers, count, start..<index) {
        let words = formers[2 * count - 2].lowerBound..<formers[count - 1].upperBound
        return String(decoding: [UInt8](copying: text.extracting(words)), as: UTF8.self)
      }
      formers.insert(start..<index, at: 0)
      if formers.count >= 2 * most { formers.removeLast() }
      index += 1
      start = index
    }
    return ""
  }
}

extension Span<UInt8> {
  /// Whether so many words, of which the last stands in a range, were there right before; a mark may
  /// stand behind the last one.
  fileprivate func isRepeated(_ formers: [Range<Int>], _ count: Int, _ last: Range<Int>) -> Bool {
    guard formers.count >= 2 * count - 1, formers[count - 1].count > 1,
      formers[count - 1].count <= last.count, isRepeated(formers[count - 1], at: last.lowerBound)
    else { return false }
    return (0..<count - 1).allSatisfy { place in
      let (word, former) = (formers[place], formers[place + count])
      return word.count > 1 && word.count == former.count
        && isRepeated(former, at: word.lowerBound)
    }
  }

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
