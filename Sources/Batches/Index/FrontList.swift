/// The first entries of a list that goes on, on pages of its own, where it is long.
struct FrontList {
  private let rows: Int
  private let size: Int
  /// The entries.
  private(set) var markup = MarkupBuffer()
  /// How many entries there are.
  private(set) var count = 0

  init(_ limits: IndexLimits) {
    rows = limits.frontRows
    size = limits.frontBytes
  }

  /// Adds an entry, if there is still room and none was left out before.
  mutating func add(after others: Int, _ write: (inout MarkupBuffer) -> Void) {
    guard others == count, count < rows, markup.count < size else { return }
    write(&markup)
    count += 1
  }
}
