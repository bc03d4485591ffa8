import Bytes

/// In which texts some stems of words stand: of each the first, and one other. All are looked for at
/// once, in their order, so that many cost little more than one.
struct StemUses {
  /// The texts that a stem stands in, by their numbers; -1 for none.
  private struct Use {
    var first = -1
    var other = -1
  }

  /// The stems, in the order of their bytes.
  private let stems: [[UInt8]]
  /// The place of the longest stem that each begins with, -1 for none.
  private let parents: [Int]
  /// By two bytes, whether a stem begins so.
  private var starts = [Bool](repeating: false, count: 1 << 16)
  private var uses: [Use]
  private var texts = 0

  /// Makes ready to look for stems, none of them empty.
  init(of stems: Set<[UInt8]>) {
    self.stems = stems.sorted { $0.lexicographicallyPrecedes($1) }
    uses = Array(repeating: Use(), count: stems.count)
    var parents: [Int] = []
    for (place, stem) in self.stems.enumerated() {
      let second = stem.count > 1 ? Int(stem[1])...Int(stem[1]) : 0...255
      for byte in second { starts[Int(stem[0]) << 8 | byte] = true }
      var parent = place - 1
      while parent >= 0, !stem.starts(with: self.stems[parent]) { parent = parents[parent] }
      parents.append(parent)
    }
    self.parents = parents
  }

  /// Looks through the next text.
  mutating func look(through text: Span<UInt8>) {
    for index in text.indices {
      let next = index + 1 < text.count ? Int(text[index + 1]) : 0
      guard starts[Int(text[index]) << 8 | next] else { continue }
      var stem = lastStem(upTo: text.extracting(droppingFirst: index))
      while stem >= 0, !text.extracting(droppingFirst: index).begins(with: stems[stem]) {
        stem = parents[stem]
      }
      while stem >= 0, note(stem) { stem = parents[stem] }
    }
    texts += 1
  }

  /// The numbers of up to two of the texts that a stem stands in, from 0; nil for one that was not
  /// looked for.
  func texts(with stem: [UInt8]) -> [Int]? {
    let place = lastStem(upTo: stem.span)
    guard place >= 0, stems[place] == stem else { return nil }
    return [uses[place].first, uses[place].other].filter { $0 >= 0 }
  }

  /// Notes that the text holds a stem; whether that is news.
  private mutating func note(_ stem: Int) -> Bool {
    let use = uses[stem]
    if use.first < 0 {
      uses[stem].first = texts
    } else if use.first != texts, use.other < 0 {
      uses[stem].other = texts
    } else {
      return false
    }
    return true
  }

  /// The last stem, in the order of bytes, that does not stand behind a text.
  private func lastStem(upTo text: Span<UInt8>) -> Int {
    var low = 0
    var high = stems.count
    while low < high {
      let middle = (low + high) / 2
      if text.stands(before: stems[middle]) { high = middle } else { low = middle + 1 }
    }
    return low - 1
  }
}

extension Span<UInt8> {
  fileprivate func begins(with other: [UInt8]) -> Bool {
    guard other.count <= count else { return false }
    for index in other.indices where self[index] != other[index] { return false }
    return true
  }

  /// Whether it stands before other bytes in their order.
  fileprivate func stands(before other: [UInt8]) -> Bool {
    for index in other.indices {
      guard index < count else { return true }
      if self[index] != other[index] { return self[index] < other[index] }
    }
    return false
  }
}
