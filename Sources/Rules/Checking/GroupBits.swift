/// The groups of several ``WordPairs`` together, a bit for each; see ``WordClasses``.
enum GroupBits {
  typealias Words = SIMD8<UInt64>

  /// How many groups there is room for.
  static let limit = 512
  /// No group.
  static let none = Words()

  /// The groups of one whose first stands at a place.
  static func words(_ groups: UInt128, at place: Int) -> Words {
    var words = none
    let parts = [UInt64(truncatingIfNeeded: groups), UInt64(truncatingIfNeeded: groups >> 64)]
    let (index, offset) = (place >> 6, UInt64(place & 63))
    for (number, part) in parts.enumerated() where part != 0 {
      words[index + number] |= part << offset
      if offset > 0, part >> (64 - offset) != 0 {
        words[index + number + 1] |= part >> (64 - offset)
      }
    }
    return words
  }
}
