/// All forms of the words of a language, as the smallest acyclic automaton that reads them, in the
/// letters of ``LetterWords``.
///
/// A file of it holds `pysar-w1` and then numbers of four bytes, the lowest first: the state that all
/// words begin with, that of the common ones, and the edges, those of a state together, in the order of
/// their letters. A state is the number of its first edge, or 0 if it has none. The lowest six bits of
/// an edge are its letter; the next two tell whether it is the last of its state, and whether a word
/// ends behind it; the others are the state behind it. See `Scripts/dictionary.py`.
package struct WordDictionary: Sendable {
  /// A letter, and what it leads to.
  struct Edge {
    fileprivate let bits: UInt32

    var letter: UInt8 { UInt8(bits & 0x3F) }
    fileprivate var isLast: Bool { bits & 0x40 != 0 }
    /// Whether a word ends behind it.
    var endsWord: Bool { bits & 0x80 != 0 }
    /// The state behind it.
    fileprivate var next: Int { Int(bits >> 8) }
  }

  private let bytes: [UInt8]
  /// What all words stand behind.
  private let start: Edge
  /// What common words stand behind.
  let commonStart: Edge

  private static let magic = Array("pysar-w1".utf8)
  /// Where the edges begin in a file.
  private static let header = magic.count + 8

  /// Reads a file; nil where it is none of a dictionary, or not whole.
  package init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: Self.magic), bytes.count > Self.header, bytes.count % 4 == 0 else {
      return nil
    }
    self.bytes = bytes
    start = Edge(bits: Self.number(in: bytes, at: Self.magic.count) << 8)
    commonStart = Edge(bits: Self.number(in: bytes, at: Self.magic.count + 4) << 8)
  }

  /// Whether letters are a word.
  func contains(_ word: ArraySlice<UInt8>) -> Bool { ends(word, behind: start) }

  /// Whether letters, or none, end a word behind others.
  func ends(_ letters: ArraySlice<UInt8>, behind edge: Edge) -> Bool {
    var edge = edge
    for letter in letters {
      guard let next = self.edge(letter, behind: edge) else { return false }
      edge = next
    }
    return edge.endsWord
  }

  /// A letter behind another; nil where it does not follow.
  func edge(_ letter: UInt8, behind edge: Edge) -> Edge? {
    var number = edge.next
    while number != 0 {
      let edge = self.edge(number)
      if edge.letter == letter { return edge }
      number = edge.isLast ? 0 : number + 1
    }
    return nil
  }

  /// Goes through the letters that follow another.
  func eachEdge(behind edge: Edge, _ body: (Edge) -> Void) {
    var number = edge.next
    while number != 0 {
      let edge = self.edge(number)
      body(edge)
      number = edge.isLast ? 0 : number + 1
    }
  }

  /// An edge by its number. In a file that is damaged there may be none; no letter follows there.
  private func edge(_ number: Int) -> Edge {
    let offset = Self.header + 4 * number
    return Edge(bits: offset < bytes.count ? Self.number(in: bytes, at: offset) : 0x40)
  }

  private static func number(in bytes: [UInt8], at offset: Int) -> UInt32 {
    UInt32(
      littleEndian: unsafe bytes.span.bytes.unsafeLoadUnaligned(
        fromByteOffset: offset, as: UInt32.self))
  }
}
