/// Forms of the words of a language, as the smallest acyclic automaton that reads them, in the letters
/// of ``LetterWords``: those of common words, and of others all that might be taken for a common one with
/// a slip.
///
/// The first line of a file says `pysar-words 1`, and in decimal numbers the state that all words begin
/// with, that of the common ones, how many edges there are, and a check. The other lines have four digits
/// of base64 for each edge, those of a state together: its letter, counted from 0 among those of
/// ``alphabet``, four times, and 2 more where a word ends behind it, 1 where it is the last of its state;
/// and 136 times the state behind it. States are counted from 1; 0 has no edges. The check is that of
/// edges before an edge, 31 times, and the edge, in 32 bits. See `Scripts/dictionary.py`.
package struct WordDictionary: Sendable {
  /// A letter, and what it leads to.
  struct Edge {
    fileprivate let bits: UInt32

    fileprivate init(letter: UInt8, isLast: Bool, endsWord: Bool, next: UInt32) {
      bits = UInt32(letter) | (isLast ? 0x40 : 0) | (endsWord ? 0x80 : 0) | next << 8
    }

    var letter: UInt8 { UInt8(bits & 0x3F) }
    fileprivate var isLast: Bool { bits & 0x40 != 0 }
    /// Whether a word ends behind it.
    var endsWord: Bool { bits & 0x80 != 0 }
    /// The number of the first edge behind it; 0 for none.
    fileprivate var next: Int { Int(bits >> 8) }
  }

  /// The edges, behind one that no state has.
  private let edges: [Edge]
  /// What all words stand behind.
  private let start: Edge
  /// What common words stand behind.
  let commonStart: Edge

  private static let alphabet = LetterWords.letters("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'")
  private static let digits: [UInt8] = {
    var digits = [UInt8](repeating: 64, count: 256)
    let base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    for (value, digit) in base64.utf8.enumerated() { digits[Int(digit)] = UInt8(value) }
    return digits
  }()

  /// Reads a file; nil where it is none of a dictionary, or damaged.
  package init?(_ bytes: [UInt8]) {
    let head = bytes.prefix { $0 != UInt8(ascii: "\n") }
    let words = String(decoding: head, as: UTF8.self).split(separator: " ")
    guard words.count == 6, words[0] == "pysar-words", words[1] == "1",
      let start = Int(words[2]), let commonStart = Int(words[3]), let count = Int(words[4]),
      let check = UInt32(words[5]), let read = Self.numbers(bytes[head.endIndex...]),
      read.numbers.count == count, read.check == check,
      let edges = Self.edges(of: read.numbers, starts: [start, commonStart])
    else { return nil }
    self.edges = edges.edges
    self.start = edges.starts[0]
    self.commonStart = edges.starts[1]
  }

  /// The numbers of four digits that lines hold, and their check; nil where there is anything else.
  private static func numbers(_ bytes: ArraySlice<UInt8>) -> (numbers: [UInt32], check: UInt32)? {
    let (lines, digits) = (bytes.span, digits.span)
    var numbers: [UInt32] = []
    numbers.reserveCapacity(lines.count / 4)
    var check: UInt32 = 0
    var index = 0
    while index < lines.count {
      if lines[index] == UInt8(ascii: "\n") {
        index &+= 1
        continue
      }
      guard index &+ 4 <= lines.count else { return nil }
      var number: UInt32 = 0
      var wrong: UInt8 = 0
      for place in index..<(index &+ 4) {
        // There is a digit for each byte.
        let digit = unsafe digits[unchecked: Int(lines[unchecked: place])]
        number = number &<< 6 | UInt32(digit)
        wrong |= digit
      }
      guard wrong < 64 else { return nil }
      numbers.append(number)
      check = check &* 31 &+ number
      index &+= 4
    }
    return (numbers, check)
  }

  /// The edges that numbers are, and those that lead to some states; nil where there is no such letter or
  /// state.
  private static func edges(of numbers: [UInt32], starts: [Int]) -> (edges: [Edge], starts: [Edge])?
  {
    // The first edge of each state.
    var firsts: [UInt32] = [0, 1]
    firsts.reserveCapacity(numbers.count)
    for (place, number) in numbers.enumerated() where number & 1 != 0 {
      firsts.append(UInt32(place + 2))
    }
    firsts.removeLast()
    let (letters, states) = (alphabet.span, firsts.span)
    let radix = UInt32(4 * letters.count)
    var edges = [Edge(letter: 0, isLast: true, endsWord: false, next: 0)]
    edges.reserveCapacity(numbers.count + 1)
    for number in numbers {
      let (state, kind) = number.quotientAndRemainder(dividingBy: radix)
      guard state < states.count else { return nil }
      edges.append(
        Edge(
          letter: letters[Int(kind / 4)], isLast: kind & 1 != 0, endsWord: kind & 2 != 0,
          next: states[Int(state)]))
    }
    guard edges.last?.isLast == true, starts.allSatisfy({ firsts.indices.contains($0) }) else {
      return nil
    }
    return (
      edges,
      starts.map { Edge(letter: 0, isLast: true, endsWord: false, next: firsts[$0]) }
    )
  }

  /// Whether letters are a word that is known.
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
      let edge = edges[number]
      if edge.letter == letter { return edge }
      number = edge.isLast ? 0 : number + 1
    }
    return nil
  }

  /// Goes through the letters that follow another.
  func eachEdge(behind edge: Edge, _ body: (Edge) -> Void) {
    var number = edge.next
    while number != 0 {
      let edge = edges[number]
      body(edge)
      number = edge.isLast ? 0 : number + 1
    }
  }
}
