import Bytes

/// Finds a word that stands twice in a row: «облік та та звітність». Words with a capital, which may
/// be names, and words with anything but letters of Ukrainian and apostrophes are passed over.
package enum RepeatedWord {
  /// The first such word of a text; empty where there is none.
  package static func first(in text: Span<UInt8>) -> String {
    var former = 0..<0
    var index = 0
    while index < text.count {
      let start = index
      index = text.endOfWord(at: start)
      let word = start..<index
      if !word.isEmpty, word.count == former.count, text.isRepeated(word, former) {
        return String(decoding: [UInt8](copying: text.extracting(word)), as: UTF8.self)
      }
      let end = text.endOfSpaces(at: index)
      // Only spaces stand between the two.
      former = end > index ? word : 0..<0
      if end > index {
        index = end
      } else {
        while index < text.count, text.endOfSpaces(at: index) == index { index += 1 }
        index = text.endOfSpaces(at: index)
      }
    }
    return ""
  }
}

extension Span<UInt8> {
  /// Where a word of Ukrainian letters ends.
  fileprivate func endOfWord(at start: Int) -> Int {
    var index = start
    while index < count {
      if self[index] | 1 == 0xD1 {
        index = Swift.max(index + 2, endOfLetters(at: index))
      } else if self[index] == 0xD2, index + 1 < count, self[index + 1] | 1 == 0x91 {
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

  /// Where the spaces and no-break spaces end that begin at a place.
  fileprivate func endOfSpaces(at start: Int) -> Int {
    var index = start
    while index < count {
      if self[index] == 0x20 {
        index += 1
      } else if self[index] == 0xC2, index + 1 < count, self[index + 1] == 0xA0 {
        index += 2
      } else {
        break
      }
    }
    return index
  }

  /// Whether two words of small letters are the same, and the second goes on with nothing.
  fileprivate func isRepeated(_ word: Range<Int>, _ former: Range<Int>) -> Bool {
    let isSmall = self[word.lowerBound] == 0xD1 || self[word.lowerBound + 1] >= 0xB0
    guard isSmall, zip(word, former).allSatisfy({ self[$0] == self[$1] }) else { return false }
    guard word.upperBound < count else { return true }
    let next = self[word.upperBound]
    return next < 0x80 && next != UInt8(ascii: "-") && !(0x30...0x39).contains(next)
      && !(0x41...0x5A).contains(next & 0xDF)
      || next == 0xC2
  }
}
