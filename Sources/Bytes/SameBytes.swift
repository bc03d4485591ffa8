internal import Glibc

extension StringProtocol {
  /// Whether the text begins with the bytes of another; `==` would also take é for e with an accent.
  package func beginsWithBytes(of other: some StringProtocol) -> Bool {
    let compared = utf8.withContiguousStorageIfAvailable { left in
      other.utf8.withContiguousStorageIfAvailable { right in
        guard left.count >= right.count else { return false }
        guard let a = left.baseAddress, let b = right.baseAddress else { return right.isEmpty }
        return unsafe memcmp(a, b, right.count) == 0
      }
    }
    return (compared ?? nil) ?? utf8.starts(with: other.utf8)
  }

  /// Whether the text ends with the bytes of another.
  package func endsWithBytes(of other: some StringProtocol) -> Bool {
    utf8.count >= other.utf8.count
      && self[utf8.index(endIndex, offsetBy: -other.utf8.count)...].beginsWithBytes(of: other)
  }

  /// Whether the text has the bytes of another and no more.
  package func hasSameBytes(as other: some StringProtocol) -> Bool {
    utf8.count == other.utf8.count && beginsWithBytes(of: other)
  }
}

extension String {
  /// Whether the bytes of the text come before those of another.
  package func precedes(_ other: String) -> Bool {
    var left = self
    var right = other
    return left.withUTF8 { left in
      right.withUTF8 { right in
        let count = min(left.count, right.count)
        guard let a = left.baseAddress, let b = right.baseAddress, count > 0 else {
          return left.count < right.count
        }
        let order = unsafe memcmp(a, b, count)
        return order == 0 ? left.count < right.count : order < 0
      }
    }
  }
}
