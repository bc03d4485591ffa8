import Bytes
package import Patterns

extension TokenSearch {
  /// Finds out the steps of the entries of a word list. Exceptions do not count: a text that it lets
  /// through may hold none.
  package static func steps(of list: WordList) -> Step {
    var entries = TokenEntries(list)
    return { entries.step($0, over: $1, isLast: $2) }
  }
}

/// Goes through texts token by token with the entries that may go on.
private struct TokenEntries {
  /// An entry, and which of the symbols of all entries comes next.
  private struct Begun: Hashable {
    let entry: Int32
    let place: Int32
  }

  /// How many rows are remembered before all are forgotten.
  private static let rowLimit = 2048

  private let index: WordIndex
  /// The entries that were begun, by row, and the rows by them.
  private var rows: [[Begun]] = [[]]
  private var numbers: [[Begun]: Int] = [[]: 0]

  init(_ list: WordList) { index = WordIndex(list) }

  mutating func step(_ row: Int, over token: Span<UInt8>, isLast: Bool) -> TokenStep {
    var begun: [Begun] = []
    var isFound = false
    for entry in rows[row] {
      switch index.read(token, at: 0, entry.entry, from: entry.place) {
      case .entry: isFound = true
      case .beginning(let place): begun.append(Begun(entry: entry.entry, place: place))
      case .nothing: break
      }
    }
    var place = 0
    var isInWord = false
    while place < token.count, !isFound {
      if !isInWord {
        index.eachEntry(in: token, at: place) { entry in
          guard index.items[entry].replacement != nil else { return }
          switch index.read(token, at: place, Int32(entry), from: Int32(index.starts[entry])) {
          case .entry: isFound = true
          case .beginning(let place): begun.append(Begun(entry: Int32(entry), place: place))
          case .nothing: break
          }
        }
      }
      WordIndex.goOn(in: token, &place, &isInWord)
    }
    if isFound { return .match }
    return isLast ? .dead : self.row(of: begun)
  }

  private mutating func row(of begun: [Begun]) -> TokenStep {
    if let number = numbers[begun] { return .row(number) }
    let isFull = rows.count >= Self.rowLimit
    if isFull {
      rows = [[]]
      numbers = [[]: 0]
    }
    numbers[begun] = rows.count
    rows.append(begun)
    return .row(rows.count - 1, isRenumbered: isFull)
  }
}

extension WordIndex {
  /// What of an entry stands in a token.
  fileprivate enum Reading {
    case nothing
    /// All that the entry has left.
    case entry
    /// What comes before a symbol, up to the token's end.
    case beginning(before: Int32)
  }

  /// Reads an entry from one of its symbols on.
  fileprivate func read(_ token: Span<UInt8>, at start: Int, _ entry: Int32, from first: Int32)
    -> Reading
  {
    var index = start
    for place in Int(first)..<Int(starts[Int(entry) + 1]) {
      let symbol = symbols[place]
      if symbol == Self.ending {
        index = Self.wordEnd(token, index)
        continue
      }
      let isBehindSpace = place > starts[Int(entry)] && symbols[place - 1] == 0x20
      if isBehindSpace { index = Self.endOfSpaces(token, index) }
      guard index < token.count else {
        if symbol == 0x20 { return .beginning(before: Int32(place + 1)) }
        return isBehindSpace ? .beginning(before: Int32(place)) : .nothing
      }
      let (scalar, length) = UTF8Scalars.scalar(in: token, at: index)
      guard Self.folded(scalar) == symbol else { return .nothing }
      index += length
    }
    return Self.isEnd(token, index) ? .entry : .nothing
  }
}
