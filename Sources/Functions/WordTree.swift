/// The entries of a word list in a tree of their symbols: what several begin with stands there once.
struct WordTree {
  /// The symbol that leads to each node, the first of its edges, and the next beside it; -1 for none.
  /// They are found by the number of the node that they lead to.
  private var symbols: [UInt32] = [0]
  private var firsts = [-1]
  private var lasts = [-1]
  private var nexts = [-1]
  /// The entry that ends at each node, or -1.
  private(set) var entries = [-1]

  /// Adds an entry by its number.
  mutating func add(_ entry: [UInt32], number: Int) {
    var node = 0
    for symbol in entry { node = target(from: node, symbol) }
    if node > 0 { entries[node] = number }
  }

  /// The node that a symbol leads to; a new one where it leads to none yet.
  private mutating func target(from node: Int, _ symbol: UInt32) -> Int {
    var known = firsts[node]
    while known >= 0, symbols[known] != symbol { known = nexts[known] }
    if known >= 0 { return known }
    let new = symbols.count
    if lasts[node] < 0 { firsts[node] = new } else { nexts[lasts[node]] = new }
    lasts[node] = new
    symbols.append(symbol)
    firsts.append(-1)
    lasts.append(-1)
    nexts.append(-1)
    entries.append(-1)
    return new
  }

  /// Where the edges of each node begin, and behind the last where they end; their symbols, and the
  /// nodes that they lead to.
  var edges: (starts: [Int], symbols: [UInt32], targets: [Int]) {
    var targets: [Int] = []
    targets.reserveCapacity(symbols.count)
    var starts: [Int] = []
    starts.reserveCapacity(symbols.count + 1)
    for node in symbols.indices {
      starts.append(targets.count)
      var next = firsts[node]
      while next >= 0 {
        targets.append(next)
        next = nexts[next]
      }
    }
    return (starts + [targets.count], targets.map { symbols[$0] }, targets)
  }
}
