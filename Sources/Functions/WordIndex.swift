import Bytes

/// The entries of a word list as they are looked for.
struct WordIndex {
  /// The symbol of an entry's `*`, which no text has.
  private static let ending: UInt32 = 0x11_0000

  private let items: [(entry: String, replacement: String?)]
  private let openings: WordOpenings
  /// Where the edges of each node begin, and behind the last where they end.
  private let starts: [Int]
  /// The symbols of the edges, and the nodes that they lead to.
  private let symbols: [UInt32]
  private let targets: [Int]
  /// The entry that ends at each node, or -1.
  private let entries: [Int]

  init(_ list: WordList) {
    var tree = WordTree()
    var openings = WordOpenings()
    for (number, item) in list.items.enumerated() {
      let symbols = item.entry.unicodeScalars.map {
        $0 == "*" ? Self.ending : Self.folded($0.value)
      }
      tree.add(symbols, number: number)
      openings.add(symbols.prefix { $0 != Self.ending })
    }
    items = list.items
    self.openings = openings
    (starts, symbols, targets) = tree.edges
    entries = tree.entries
  }

  /// The node that a symbol leads to from another; nil where none does.
  private func target(from node: Int, _ symbol: UInt32) -> Int? {
    let symbols = symbols.span
    for edge in starts[node]..<starts[node + 1] where symbols[edge] == symbol {
      return targets[edge]
    }
    return nil
  }

  /// The first entry that a text holds, the longest of those that start there.
  func firstMatch(in text: Span<UInt8>) -> WordSearch.Match? {
    var index = 0
    var isInWord = false
    while index < text.count {
      if text[index] == 0x20 {
        (index, isInWord) = (index + 1, false)
        continue
      }
      if !isInWord, openings.mayStand(in: text, at: index), let found = longest(in: text, at: index)
      {
        if let match = match(of: found, from: index, in: text) { return match }
        (index, isInWord) = (found.end, true)
        continue
      }
      if text[index] | 1 == 0xD1 {
        // Nothing begins within a word.
        (index, isInWord) = (max(index + 1, text.endOfLetters(at: index)), true)
        continue
      }
      let (scalar, length) = UTF8Scalars.scalar(in: text, at: index)
      let symbol = Self.folded(scalar)
      // An apostrophe joins a word's parts, and is a quotation mark beside any other character.
      if symbol != Self.apostrophe || !isInWord { isInWord = Self.isWord(symbol) }
      index += length
    }
    return nil
  }

  private func longest(in text: Span<UInt8>, at index: Int) -> Found? {
    let (scalar, length) = UTF8Scalars.scalar(in: text, at: index)
    guard let node = target(from: 0, Self.folded(scalar)) else { return nil }
    return longest(from: node, in: text, at: index + length)
  }

  private typealias Found = (end: Int, entry: Int, rest: Range<Int>)

  private func longest(
    from node: Int, in text: Span<UInt8>, at index: Int, rest: Range<Int> = 0..<0
  ) -> Found? {
    var best: Found?
    if entries[node] >= 0, Self.isEnd(text, index) { best = (index, entries[node], rest) }
    guard starts[node] < starts[node + 1] else { return best }
    if let rest = target(from: node, Self.ending) {
      let end = Self.wordEnd(text, index)
      if let found = longest(from: rest, in: text, at: end, rest: index..<end) {
        best = found
      }
    }
    guard index < text.count else { return best }
    let (scalar, length) = UTF8Scalars.scalar(in: text, at: index)
    let symbol = Self.folded(scalar)
    guard let target = target(from: node, symbol) else { return best }
    var next = index + length
    if symbol == 0x20 { next = Self.endOfSpaces(text, next) }
    guard let found = longest(from: target, in: text, at: next, rest: rest),
      found.end >= best?.end ?? 0
    else { return best }
    return found
  }

  /// What a text holds from an index on; nil for an exception.
  private func match(of found: Found, from start: Int, in text: Span<UInt8>)
    -> WordSearch.Match?
  {
    guard var replacement = items[found.entry].replacement else { return nil }
    if replacement.hasSuffix("*") {
      replacement.removeLast()
      if replacement.last != " ", Self.isName(found.rest, in: text) { return nil }
      replacement += WordSearch.text(text, found.rest)
    }
    let first = UTF8Scalars.scalar(in: text, at: start).value
    if Self.folded(first) != first {
      replacement = replacement.prefix(1).uppercased() + replacement.dropFirst()
    }
    return WordSearch.Match(bytes: start..<found.end, replacement: replacement)
  }

  /// Whether the rest of a word is a name that a hyphen joins to what is in small letters.
  private static func isName(_ rest: Range<Int>, in text: Span<UInt8>) -> Bool {
    guard !rest.isEmpty else { return false }
    let first = UTF8Scalars.scalar(in: text, at: rest.lowerBound).value
    let hyphen = start(ofScalarEndingAt: rest.lowerBound, in: text)
    guard folded(first) != first, hyphen > 0,
      folded(UTF8Scalars.scalar(in: text, at: hyphen).value) == 0x2D
    else { return false }
    let letter = start(ofScalarEndingAt: hyphen, in: text)
    let before = UTF8Scalars.scalar(in: text, at: letter).value
    return folded(before) == before
  }

  private static func start(ofScalarEndingAt end: Int, in text: Span<UInt8>) -> Int {
    var index = end
    repeat { index -= 1 } while index > 0 && text[index] & 0xC0 == 0x80
    return max(index, 0)
  }

  // MARK: Characters

  private static let apostrophe: UInt32 = 0x2019

  /// Small letters, one apostrophe, one hyphen, one space.
  static func folded(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A, 0x410...0x42F: scalar + 0x20
    case 0x400...0x40F: scalar + 0x50
    case 0x490: 0x491
    case 0x27, 0x60, 0x2BC, 0x2018, 0x2032: apostrophe
    case 0x2010, 0x2011: 0x2D
    case 0x09, 0x0A, 0x0D, 0xA0, 0x2007, 0x2009, 0x202F: 0x20
    default: scalar
    }
  }

  private static func isWord(_ symbol: UInt32) -> Bool {
    switch symbol {
    case 0x30...0x39, 0x61...0x7A, 0x400...0x52F: true
    default: false
    }
  }

  private static func isEnd(_ text: Span<UInt8>, _ index: Int) -> Bool {
    guard index < text.count else { return true }
    let (scalar, length) = UTF8Scalars.scalar(in: text, at: index)
    let symbol = folded(scalar)
    guard symbol == apostrophe, index + length < text.count else { return !isWord(symbol) }
    return !isWord(folded(UTF8Scalars.scalar(in: text, at: index + length).value))
  }

  /// Whether a space of any width stands at an index.
  static func isSpace(in text: Span<UInt8>, at index: Int) -> Bool {
    folded(UTF8Scalars.scalar(in: text, at: index).value) == 0x20
  }

  /// Where the spaces that begin at an index end.
  static func endOfSpaces(_ text: Span<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < text.count {
      let (scalar, length) = UTF8Scalars.scalar(in: text, at: index)
      guard folded(scalar) == 0x20 else { break }
      index += length
    }
    return index
  }

  private static func wordEnd(_ text: Span<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < text.count {
      let (scalar, length) = UTF8Scalars.scalar(in: text, at: index)
      guard isWord(folded(scalar)) || !isEnd(text, index) else { break }
      index += length
    }
    return index
  }
}
