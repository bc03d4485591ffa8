/// A part of the plans: the batch spread over machines.
package struct Shard: Sendable, Equatable {
  /// Which part, from 1.
  package let number: Int
  /// How many parts there are.
  package let count: Int

  /// Makes a part; nil where the number is not among the count.
  package init?(number: Int, of count: Int) {
    guard count >= 1, count <= 100_000, (1...count).contains(number) else { return nil }
    self.number = number
    self.count = count
  }

  /// Whether a file of plans belongs to this part. That depends on its path alone, and not on how
  /// it ends: files that would make the same documents meet in one part.
  func holds(_ path: String) -> Bool {
    PathHash.of(PlanFinder.stem(of: path)) % UInt64(count) == UInt64(number - 1)
  }

  /// What stands in the names of this part's own files: `.3-of-8`.
  package var suffix: String { ".\(number)-of-\(count)" }
}
