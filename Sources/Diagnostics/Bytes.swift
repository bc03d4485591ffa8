extension Collection<UInt8> {
  /// Whether these bytes hold the others in one run.
  package func holds(_ other: some Collection<UInt8>) -> Bool {
    guard let first = other.first else { return true }
    var start = startIndex
    while let found = self[start...].firstIndex(of: first) {
      if self[found...].starts(with: other) { return true }
      start = index(after: found)
    }
    return false
  }
}
