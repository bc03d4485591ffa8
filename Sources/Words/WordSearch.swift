import Bytes

/// Looks for the words of a list in texts, for one task; it is made ready when the first text comes.
package final class WordSearch {
  /// What was found in a text.
  package struct Match {
    /// Where it stands.
    package let bytes: Range<Int>
    /// What the list gives for it, with the rest of the word.
    package let replacement: String
  }

  private let list: WordList
  private var index: WordIndex?

  /// Makes ready to look for the words of a list.
  package init(_ list: WordList) {
    self.list = list
  }

  /// The first entry that a text holds, the longest of those that start there.
  package func firstMatch(in text: Span<UInt8>) -> Match? {
    if index == nil { index = WordIndex(list) }
    return index?.firstMatch(in: text)
  }

  /// A part of a text.
  package static func text(_ text: Span<UInt8>, _ bytes: Range<Int>) -> String {
    String(decoding: [UInt8](copying: text.extracting(bytes)), as: UTF8.self)
  }
}
