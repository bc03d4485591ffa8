/// The name that was most likely meant, or nil where none is near enough to suggest.
///
/// Near is an edit distance of at most a third of the longer name (a swapped pair of letters
/// counts as one edit), and none at all where both are shorter than three letters; letter case
/// counts for nothing, and neither do letters of the other alphabet that look alike. A name that
/// says the opposite is never near.
package func nearestName(to written: String, among names: [String]) -> String? {
  let wanted = folded(written)
  guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
  var best: (name: String, distance: Int)?
  for name in names {
    let count = name.unicodeScalars.count
    // As many letters as one has more must be put in.
    guard abs(wanted.count - count) <= max(wanted.count, count) / 3 else { continue }
    let candidate = folded(name)
    let limit = max(wanted.count, candidate.count) / 3
    let distance = editDistance(wanted, candidate)
    if distance <= limit, distance < (best?.distance ?? .max), !isOpposite(written, name) {
      best = (name, distance)
    }
  }
  return best?.name
}

/// Whether two names look the same but are written in letters of different alphabets.
package func looksAlike(_ left: String, _ right: String) -> Bool {
  left.lowercased() != right.lowercased() && folded(left) == folded(right)
}

/// Whether one of two texts denies what the other says: it is nearer to the other without a word, or
/// the beginning of a word, that denies. Texts too long to compare may be.
package func isOpposite(_ left: String, _ right: String) -> Bool {
  guard max(left.utf8.count, right.utf8.count) <= 512 else { return true }
  let distance = editDistance(folded(left), folded(right))
  func isNearerWhole(_ text: String, than other: String) -> Bool {
    affirmed(text).contains { editDistance(folded($0), folded(other)) < distance }
  }
  return isNearerWhole(left, than: right) || isNearerWhole(right, than: left)
}

/// A text without each of the words, and beginnings of words, in it that deny.
private func affirmed(_ text: String) -> [String] {
  let text = text.lowercased()
  return text.indices.flatMap { start -> [String] in
    let before = text[..<start]
    guard !(before.last?.isLetter ?? false) else { return [] }
    return denials.filter { text[start...].hasPrefix($0) }.map { denial in
      let rest = text[start...].dropFirst(denial.count)
      return String(before)
        + (rest.first.map { " -".contains($0) } ?? false ? rest.dropFirst() : rest)
    }
  }
}

private let denials = ["не", "ні", "без", "not", "non", "un"]

/// Lower case, with Latin letters in place of the Cyrillic ones that look the same.
private func folded(_ name: String) -> [Unicode.Scalar] {
  name.lowercased().unicodeScalars.map { lookAlikes[$0] ?? $0 }
}

private let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = [
  "а": "a", "в": "b", "с": "c", "е": "e", "і": "i", "ї": "ï", "к": "k", "м": "m", "о": "o",
  "р": "p", "т": "t", "у": "y", "х": "x", "н": "h", "’": "'", "ʼ": "'",
]

/// Damerau's distance, restricted to swaps of neighbours.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for (i, a) in left.enumerated() {
    var row = [i + 1]
    row.reserveCapacity(right.count + 1)
    for (j, b) in right.enumerated() {
      var cost = Swift.min(last[j + 1] + 1, row[j] + 1, last[j] + (a == b ? 0 : 1))
      if i > 0, j > 0, a == right[j - 1], left[i - 1] == b {
        cost = Swift.min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    beforeLast = last
    last = row
  }
  return last[right.count]
}
