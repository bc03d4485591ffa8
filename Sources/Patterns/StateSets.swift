/// Sets of an automaton's states, a bit for each, with a word in front that tells sets of the same states
/// apart: each is given a number once.
struct StateSets {
  /// How many words a set has, the one in front among them.
  let width: Int
  /// The words of all sets, one set after another.
  private(set) var words: [UInt64] = []
  /// The sets in a table by their hashes: their numbers, counted from 1.
  private var numbers = [UInt32](repeating: 0, count: 16)

  /// Makes room for sets of so many states.
  init(of stateCount: Int) { width = 1 + (stateCount + 63) / 64 }

  /// How many sets there are.
  var count: Int { words.count / width }

  /// The number of a set; nil for a new one.
  func number(of set: [UInt64]) -> Int? {
    let number = numbers[place(of: set)]
    return number == 0 ? nil : Int(number) - 1
  }

  /// Adds a new set, and gives its number.
  mutating func add(_ set: [UInt64]) -> Int {
    words += set
    if count * 2 > numbers.count {
      numbers = Array(repeating: 0, count: numbers.count * 2)
      for number in 0..<count {
        let set = Array(words[(number * width)..<((number + 1) * width)])
        numbers[place(of: set)] = UInt32(number + 1)
      }
    } else {
      numbers[place(of: set)] = UInt32(count)
    }
    return count - 1
  }

  mutating func removeAll() {
    words.removeAll(keepingCapacity: true)
    for place in numbers.indices { numbers[place] = 0 }
  }

  /// Where a set stands in the table, or would.
  private func place(of set: [UInt64]) -> Int {
    let mask = numbers.count - 1
    var hash: UInt64 = 0
    for word in set { hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15 ^ hash >> 32 }
    var place = Int(truncatingIfNeeded: hash ^ hash >> 29) & mask
    while numbers[place] != 0, !isSet(Int(numbers[place]) - 1, set) { place = (place + 1) & mask }
    return place
  }

  private func isSet(_ number: Int, _ set: [UInt64]) -> Bool {
    let start = number * width
    for index in set.indices where words[start + index] != set[index] { return false }
    return true
  }
}
