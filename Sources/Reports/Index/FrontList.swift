import Markup

/// The first entries of a list that goes on, on pages of its own, where it is long.
struct FrontList {
  private let rows: Int
  private let size: Int
  /// The entries.
  private(set) var markup = MarkupBuffer()
  /// How many entries there are.
  private(set) var count = 0

  init(rows: Int, bytes: Int) {
    self.rows = rows
    size = bytes
  }

  private var isFull = false

  /// Adds an entry, if there is still room and none of the others before it was left out.
  mutating func add(_ write: (inout MarkupBuffer) -> Void) {
    guard !isFull, count < rows, markup.count < size else { return isFull = true }
    write(&markup)
    count += 1
  }
}
