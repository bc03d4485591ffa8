/// How wide the text of a column is.
package struct ColumnLengths {
  /// Its longest word.
  package private(set) var word = 0.0
  /// Its longest line.
  package private(set) var line = 0.0

  /// Nothing stands in the column.
  package init() {}

  /// A line stands in it, or a word of one, that is so wide.
  package mutating func take(word: Double = 0, line: Double = 0) {
    (self.word, self.line) = (max(self.word, word), max(self.line, line))
  }

  /// What is as wide stands in it.
  package mutating func take(_ other: ColumnLengths) { take(word: other.word, line: other.line) }

  /// All is so much wider.
  package mutating func add(_ padding: Double) {
    word += padding
    line += padding
  }
}

extension [ColumnLengths] {
  /// The widths of such columns that share a width. Some have a part of it that the
  /// form names, in percent; the others share the rest by what stands in them; and all are widened
  /// to their longest words at the cost of those that have room to spare.
  package func widths(sharing width: Double, percent: (Int) -> Int?) -> [Double] {
    var widths = shares(of: width, percent: percent)
    widen(&widths, within: width)
    return widths
  }

  private func shares(of width: Double, percent: (Int) -> Int?) -> [Double] {
    let shares = indices.map { percent($0).map { width * Double($0) / 100 } }
    let named = shares.reduce(0) { $0 + ($1 ?? 0) }
    let others = indices.filter { shares[$0] == nil }
    if others.isEmpty || named >= width {
      let sum = indices.reduce(0) { $0 + (shares[$1] ?? self[$1].word) }
      return indices.map { (shares[$0] ?? self[$0].word) * width / Swift.max(1, sum) }
    }
    let free = width - named
    let natural = others.reduce(0) { $0 + self[$1].line }
    return indices.map { shares[$0] ?? free * self[$0].line / Swift.max(1, natural) }
  }

  private func widen(_ widths: inout [Double], within width: Double) {
    if reduce(0, { $0 + $1.word }) >= width {
      // Columns of short words get what they need, the others the same share of the rest.
      var (rest, count) = (width, self.count)
      for index in indices.sorted(by: { self[$0].word < self[$1].word }) {
        widths[index] = Swift.min(self[index].word, rest / Double(count))
        rest -= widths[index]
        count -= 1
      }
      return
    }
    let lacking = widths.indices.reduce(0) { $0 + Swift.max(0, self[$1].word - widths[$1]) }
    if lacking <= 0 { return }
    let spare = widths.indices.reduce(0) { $0 + Swift.max(0, widths[$1] - self[$1].word) }
    for index in widths.indices {
      let room = widths[index] - self[index].word
      widths[index] -= room > 0 ? lacking * room / Swift.max(spare, 1) : room
    }
  }
}
