package import Digests

/// A seal as it is printed, read aloud and typed from paper: six groups of four digits. Twenty-two
/// stand for the content, the last two tell a slip of the hand (ISO/IEC 7064, MOD 97-10).
package struct SealGroups: Equatable, Sendable {
  /// The twenty-four digits.
  private let digits: String

  /// The groups of a digest.
  package init(of digest: Digest) {
    let number = digest.bytes.prefix(16).reduce(UInt128(0)) { $0 << 8 | UInt128($1) } % Self.bound
    let check = 98 - number * 100 % 97
    digits = Self.padded(String(number), 22) + Self.padded(String(check), 2)
  }

  /// Reads groups, whatever parts them.
  ///
  /// - Throws: what is mistyped.
  package init(reading text: String) throws(Slip) {
    let digits = text.filter { !$0.isWhitespace && $0 != "-" && $0 != "–" }
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { throw .noDigits }
    guard digits.utf8.count == 24 else { throw .length(digits.utf8.count) }
    let rest = digits.utf8.reduce(UInt128(0)) { ($0 * 10 + UInt128($1 - 0x30)) % 97 }
    guard rest == 1 else { throw .mistyped }
    self.digits = digits
  }

  /// What can be wrong with typed groups.
  package enum Slip: Error, Equatable {
    /// There is something else than digits.
    case noDigits
    /// So many digits in place of twenty-four.
    case length(Int)
    /// A digit is wrong, or two have changed places.
    case mistyped
  }

  /// The groups with spaces between them.
  package var text: String {
    stride(from: 0, to: 24, by: 4).map { start in
      String(digits.dropFirst(start).prefix(4))
    }.joined(separator: " ")
  }

  private static let bound: UInt128 = 10_000_000_000_000_000_000_000

  private static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}
