/// Which items of an old list are which of a new one: those that are the same, then those that are
/// most alike.
struct ItemPairs {
  /// The new index of each old item; nil for what is gone.
  private(set) var new: [Int?]
  /// The old index of each new item; nil for what was added.
  private(set) var old: [Int?]

  init(_ left: [ContentValue], _ right: [ContentValue]) {
    new = Array(repeating: nil, count: left.count)
    old = Array(repeating: nil, count: right.count)
    let texts = (old: left.map(\.text), new: right.map(\.text))
    pairSame(texts.old, texts.new)
    pairAlike(left, right)
  }

  private mutating func pair(_ left: Int, _ right: Int) {
    new[left] = right
    old[right] = left
  }

  /// Pairs the items that say the same: those in order first.
  private mutating func pairSame(_ left: [String], _ right: [String]) {
    var places: [String: [Int]] = [:]
    for (index, text) in right.enumerated().reversed() { places[text, default: []].append(index) }
    for (index, text) in left.enumerated() {
      guard let place = places[text]?.popLast() else { continue }
      pair(index, place)
    }
  }

  /// How many pairs are looked at; beyond, items are paired by their order.
  private static let limit = 250_000
  /// From what likeness on two items are one that was reworded.
  private static let threshold = 0.4

  private mutating func pairAlike(_ left: [ContentValue], _ right: [ContentValue]) {
    let open = (
      old: left.indices.filter { new[$0] == nil }, new: right.indices.filter { old[$0] == nil }
    )
    guard open.old.count * open.new.count <= Self.limit else {
      for (left, right) in zip(open.old, open.new) { pair(left, right) }
      return
    }
    let bags = (old: open.old.map { Bag(left[$0]) }, new: open.new.map { Bag(right[$0]) })
    var likenesses: [(value: Double, old: Int, new: Int)] = []
    for (i, oldBag) in bags.old.enumerated() {
      for (j, newBag) in bags.new.enumerated() {
        let value = oldBag.likeness(to: newBag)
        if value >= Self.threshold { likenesses.append((value, open.old[i], open.new[j])) }
      }
    }
    likenesses.sort { ($1.value, $0.old, $0.new) < ($0.value, $1.old, $1.new) }
    for (_, left, right) in likenesses where new[left] == nil && old[right] == nil {
      pair(left, right)
    }
  }

  /// The old indices of items that stand in another order: as few as explain it.
  var moved: Set<Int> {
    let order = old.compactMap { $0 }
    // The longest run of rising indices stays where it is.
    var tails: [Int] = []
    var lengths: [Int] = []
    for index in order {
      let place = Self.place(of: index, in: tails)
      if place == tails.count { tails.append(index) } else { tails[place] = index }
      lengths.append(place + 1)
    }
    var wanted = tails.count
    var result: Set<Int> = []
    for (index, length) in zip(order, lengths).reversed() {
      if length == wanted, wanted > 0 { wanted -= 1 } else { result.insert(index) }
    }
    return result
  }

  /// Where a number belongs among rising ones.
  private static func place(of number: Int, in numbers: [Int]) -> Int {
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The words of an item, and of its name, to tell how alike two are.
private struct Bag {
  private let name: [String: Int]
  private let all: [String: Int]

  init(_ value: ContentValue) {
    name = Self.counted(value.name)
    all = Self.counted(value.text)
  }

  func likeness(to other: Bag) -> Double {
    max(Self.share(name, other.name), Self.share(all, other.all))
  }

  private static func counted(_ text: String) -> [String: Int] {
    text.lowercased().words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// What share of the words two have in common (Dice).
  private static func share(_ left: [String: Int], _ right: [String: Int]) -> Double {
    let count = left.values.reduce(0, +) + right.values.reduce(0, +)
    guard count > 0 else { return 1 }
    let common = left.reduce(0) { $0 + min($1.value, right[$1.key] ?? 0) }
    return Double(2 * common) / Double(count)
  }
}
