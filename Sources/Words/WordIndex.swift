import Bytes

/// The entries of a word list as they are looked for.
struct WordIndex {
  /// The symbol of an entry's `*`, which no text has.
  static let ending: UInt32 = 0x11_0000
  /// Entries are found by so many of their first symbols, or fewer where `*`, a space or the end comes
  /// before; the space is one of them.
  static let openingLength = 4

  let items: [(entry: ArraySlice<UInt8>, replacement: ArraySlice<UInt8>?)]
  /// The symbols of all entries, one after another, and where each begins and the last ends.
  private(set) var symbols: [UInt32] = []
  private(set) var starts: [UInt32] = [0]
  /// The entries in a table by the hashes of their openings: for each place the number of the last of
  /// them, counted from 1, and for each of them the one before.
  private var lasts: [UInt32]
  private var former: [UInt32] = []
  /// How long the openings are, a bit for each length.
  private var lengths = 0

  init(_ list: WordList) {
    items = list.items
    var size = 64
    while size < 2 * items.count { size *= 2 }
    lasts = Array(repeating: 0, count: size)
    for item in items { add(item.entry) }
  }

  private mutating func add(_ entry: ArraySlice<UInt8>) {
    let text = entry.span
    let start = symbols.count
    var index = 0
    while index < text.count {
      let (scalar, length) = UTF8Scalars.scalar(in: text, at: index)
      symbols.append(scalar == 0x2A ? Self.ending : Self.folded(scalar))
      index += length
    }
    starts.append(UInt32(symbols.count))
    var hash: UInt32 = 0
    var length = 0
    for symbol in symbols[start...].prefix(Self.openingLength) {
      guard symbol != Self.ending else { break }
      hash = Self.hash(hash, symbol)
      length += 1
      if symbol == 0x20 { break }
    }
    lengths |= 1 << length
    let place = Int(hash) & (lasts.count - 1)
    former.append(lasts[place])
    lasts[place] = UInt32(former.count)
  }

  private static func hash(_ hash: UInt32, _ symbol: UInt32) -> UInt32 {
    let product = (hash ^ symbol) &* 0x9E37_79B1
    return product ^ product >> 15
  }

  /// The first entry that a text holds, the longest of those that start there.
  func firstMatch(in text: Span<UInt8>) -> WordSearch.Match? {
    var index = 0
    var isInWord = false
    while index < text.count {
      if !isInWord, let found = longest(in: text, at: index) {
        if let match = match(of: found, from: index, in: text) { return match }
        (index, isInWord) = (found.end, true)
      } else {
        Self.goOn(in: text, &index, &isInWord)
      }
    }
    return nil
  }

  /// Goes on to the next place where an entry may begin or a word ends; nothing begins within a word.
  static func goOn(in text: Span<UInt8>, _ index: inout Int, _ isInWord: inout Bool) {
    if text[index] == 0x20 {
      (index, isInWord) = (index + 1, false)
    } else if text[index] | 1 == 0xD1 {
      (index, isInWord) = (max(index + 1, text.endOfLetters(at: index)), true)
    } else {
      let (scalar, length) = UTF8Scalars.scalar(in: text, at: index)
      let symbol = folded(scalar)
      // An apostrophe joins a word's parts, and is a quotation mark beside any other character.
      if symbol != apostrophe || !isInWord { isInWord = isWord(symbol) }
      index += length
    }
  }

  private typealias Found = (end: Int, entry: Int, rest: Range<Int>)

  /// The longest entry that stands at a place; of those that are as long, the one that tells most
  /// letters, and then the last.
  private func longest(in text: Span<UInt8>, at start: Int) -> Found? {
    var best: Found?
    var bestLength = 0
    eachEntry(in: text, at: start) { entry in
      guard let found = found(entry, in: text, at: start) else { return }
      let length = literalLength(entry)
      let isBetter =
        best.map { (found.end, length, entry) > ($0.end, bestLength, $0.entry) } ?? true
      if isBetter { (best, bestLength) = (found, length) }
    }
    return best
  }

  /// Goes through the entries that may stand at a place; behind the end of the text may stand a space.
  func eachEntry(in text: Span<UInt8>, at start: Int, _ body: (Int) -> Void) {
    var hash: UInt32 = 0
    var index = start
    for length in 1...Self.openingLength {
      var symbol: UInt32 = 0x20
      if index < text.count {
        let (scalar, size) = UTF8Scalars.scalar(in: text, at: index)
        symbol = Self.folded(scalar)
        index += size
      }
      hash = Self.hash(hash, symbol)
      if lengths & 1 << length != 0 {
        var number = Int(lasts[Int(hash) & (lasts.count - 1)])
        while number > 0 {
          body(number - 1)
          number = Int(former[number - 1])
        }
      }
      if symbol == 0x20 { return }
    }
  }

  /// How many symbols an entry has before its `*`.
  private func literalLength(_ entry: Int) -> Int {
    let symbols = symbols[Int(starts[entry])..<Int(starts[entry + 1])]
    return symbols.firstIndex(of: Self.ending).map { $0 - symbols.startIndex } ?? symbols.count
  }

  /// Where an entry ends that stands at a place; nil where it does not.
  private func found(_ entry: Int, in text: Span<UInt8>, at start: Int) -> Found? {
    var rest = 0..<0
    var index = start
    for place in Int(starts[entry])..<Int(starts[entry + 1]) {
      let symbol = symbols[place]
      if symbol == Self.ending {
        rest = index..<Self.wordEnd(text, index)
        index = rest.upperBound
        continue
      }
      guard index < text.count else { return nil }
      let (scalar, length) = UTF8Scalars.scalar(in: text, at: index)
      guard Self.folded(scalar) == symbol else { return nil }
      index += length
      if symbol == 0x20 { index = Self.endOfSpaces(text, index) }
    }
    return Self.isEnd(text, index) ? (index, entry, rest) : nil
  }

  /// What a text holds from an index on; nil for an exception.
  private func match(of found: Found, from start: Int, in text: Span<UInt8>)
    -> WordSearch.Match?
  {
    guard let given = items[found.entry].replacement else { return nil }
    var replacement = String(decoding: given, as: UTF8.self)
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

  static func isEnd(_ text: Span<UInt8>, _ index: Int) -> Bool {
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

  static func wordEnd(_ text: Span<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < text.count {
      let (scalar, length) = UTF8Scalars.scalar(in: text, at: index)
      guard isWord(folded(scalar)) || !isEnd(text, index) else { break }
      index += length
    }
    return index
  }
}
