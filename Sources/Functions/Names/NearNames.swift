import Bytes
internal import XML
internal import XPathLanguage

extension XPathFunction {
  /// `near-name(a, b)`: whether two names of bodies or units differ, and only in the endings of words or
  /// in a letter of a long one, as one name does that is typed twice.
  static let nearName = XPathFunction(
    "near-name", gives: .boolean,
    ofTexts: { one, other in
      .boolean(NearNames.areNear(NameKey.key(of: one), NameKey.key(of: other)))
    })
}

/// Names that are most likely one.
private enum NearNames {
  static func areNear(_ one: String, _ other: String) -> Bool {
    guard one != other else { return false }
    let (one, other) = (one.split(separator: " "), other.split(separator: " "))
    return one.count == other.count
      && zip(one, other).allSatisfy { $0 == $1 || areNear(Array($0), Array($1)) }
  }

  /// Whether two words have one stem, with three letters at most behind it, or differ in one letter.
  private static func areNear(_ one: [Character], _ other: [Character]) -> Bool {
    guard (one + other).allSatisfy(\.isLetter) else { return false }
    let shorter = min(one.count, other.count)
    let start = zip(one, other).prefix { $0 == $1 }.count
    if start >= 4, max(one.count, other.count) - start <= 3 { return true }
    let end = zip(one.reversed(), other.reversed()).prefix { $0 == $1 }.count
    return shorter >= 7 && abs(one.count - other.count) <= 1
      && min(start + end, shorter) >= max(one.count, other.count) - 1
  }
}
