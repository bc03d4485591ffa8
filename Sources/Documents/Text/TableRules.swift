/// The characters of which a table's rules are made.
struct TableRules: Sendable {
  let isASCII: Bool
  /// The rule between columns.
  let vertical: [UInt8]
  /// Rules between rows, as long as the longest line.
  private let single: [UInt8]
  private let double: [UInt8]

  init(isASCII: Bool, width: Int) {
    self.isASCII = isASCII
    vertical = Array((isASCII ? "|" : "│").utf8)
    single = Array(String(repeating: isASCII ? "-" : "─", count: width).utf8)
    double = Array(String(repeating: isASCII ? "=" : "═", count: width).utf8)
  }

  /// A rule between rows, of so many columns; a double one stands under a header.
  func horizontal(_ count: Int, isDouble: Bool = false) -> ArraySlice<UInt8> {
    (isDouble ? double : single)[..<(isASCII ? count : count * 3)]
  }

  /// Where rules meet: which of the four arms there are.
  func junction(up: Bool, down: Bool, left: Bool, right: Bool, isDouble: Bool) -> String {
    let arms = (up ? 8 : 0) + (down ? 4 : 0) + (left ? 2 : 0) + (right ? 1 : 0)
    if isASCII {
      return arms == 0 ? " " : arms == 12 ? "|" : arms < 4 ? (isDouble ? "=" : "-") : "+"
    }
    return isDouble ? Self.doubleJunctions[arms] : Self.singleJunctions[arms]
  }

  /// Indexed by arms: up 8, down 4, left 2, right 1.
  private static let singleJunctions = [
    " ", "─", "─", "─", "│", "┌", "┐", "┬", "│", "└", "┘", "┴", "│", "├", "┤", "┼",
  ]
  private static let doubleJunctions = [
    " ", "═", "═", "═", "│", "╒", "╕", "╤", "│", "╘", "╛", "╧", "│", "╞", "╡", "╪",
  ]
}
