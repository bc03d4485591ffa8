import Bytes
internal import Diagnostics

/// The characters of which a table's rules are made.
struct TableRules: Sendable {
  let isASCII: Bool
  /// The rule between columns.
  private let vertical: [UInt8]
  /// Rules between rows, as long as the longest line.
  private let single: [UInt8]
  private let double: [UInt8]
  /// Where rules meet, each in as many bytes as the rule between columns, indexed by arms: up 8,
  /// down 4, left 2, right 1; those of double rules 16 further on.
  private let junctions: [UInt8]

  init(isASCII: Bool, width: Int) {
    self.isASCII = isASCII
    vertical = Array((isASCII ? "|" : "│").utf8)
    single = Array(String(repeating: isASCII ? "-" : "─", count: width).utf8)
    double = Array(String(repeating: isASCII ? "=" : "═", count: width).utf8)
    // Without arms, there is but a space.
    junctions = Array(
      (isASCII
        ? " ---++++++++|+++ ===++++++++|+++"
        : "   ───│┌┐┬│└┘┴│├┤┼   ═══│╒╕╤│╘╛╧│╞╡╪").utf8)
  }

  /// Draws a rule between columns.
  func drawVertical(into bytes: inout [UInt8]) {
    bytes.append(copying: vertical.span)
  }

  /// Draws a rule between rows, of so many columns; a double one stands under a header.
  func drawHorizontal(_ count: Int, isDouble: Bool = false, into bytes: inout [UInt8]) {
    let end = count * vertical.count
    if isDouble {
      bytes.append(copying: double.span.extracting(..<end))
    } else {
      bytes.append(copying: single.span.extracting(..<end))
    }
  }

  /// Draws where rules meet: which of the four arms there are.
  func drawJunction(
    up: Bool, down: Bool, left: Bool, right: Bool, isDouble: Bool, into bytes: inout [UInt8]
  ) {
    let arms = (up ? 8 : 0) + (down ? 4 : 0) + (left ? 2 : 0) + (right ? 1 : 0)
    let start = ((isDouble ? 16 : 0) + arms) * vertical.count
    let length = arms == 0 ? 1 : vertical.count
    bytes.append(copying: junctions.span.extracting(start..<start + length))
  }
}
