/// The characters of which a table's rules are made.
struct TableRules: Sendable {
  let isASCII: Bool
  /// The rule between columns.
  private let vertical: [UInt8]
  /// Rules between rows, as long as the longest line.
  private let single: [UInt8]
  private let double: [UInt8]
  /// Where rules meet, indexed by arms: up 8, down 4, left 2, right 1.
  private let singleJunctions: [[UInt8]]
  private let doubleJunctions: [[UInt8]]

  init(isASCII: Bool, width: Int) {
    self.isASCII = isASCII
    vertical = Array((isASCII ? "|" : "│").utf8)
    single = Array(String(repeating: isASCII ? "-" : "─", count: width).utf8)
    double = Array(String(repeating: isASCII ? "=" : "═", count: width).utf8)
    singleJunctions = Self.junctions(isASCII ? " ---++++++++|+++" : " ───│┌┐┬│└┘┴│├┤┼")
    doubleJunctions = Self.junctions(isASCII ? " ===++++++++|+++" : " ═══│╒╕╤│╘╛╧│╞╡╪")
  }

  private static func junctions(_ characters: String) -> [[UInt8]] {
    characters.map { Array($0.utf8) }
  }

  /// Draws a rule between columns.
  func drawVertical(into bytes: inout [UInt8]) {
    bytes.append(contentsOf: vertical)
  }

  /// Draws a rule between rows, of so many columns; a double one stands under a header.
  func drawHorizontal(_ count: Int, isDouble: Bool = false, into bytes: inout [UInt8]) {
    let end = isASCII ? count : count * 3
    bytes.append(contentsOf: (isDouble ? double : single)[..<end])
  }

  /// Draws where rules meet: which of the four arms there are.
  func drawJunction(
    up: Bool, down: Bool, left: Bool, right: Bool, isDouble: Bool, into bytes: inout [UInt8]
  ) {
    let arms = (up ? 8 : 0) + (down ? 4 : 0) + (left ? 2 : 0) + (right ? 1 : 0)
    bytes.append(contentsOf: (isDouble ? doubleJunctions : singleJunctions)[arms])
  }
}
