extension [UInt8] {
  /// Whether these bytes hold those of a text in one run.
  package func holds(_ text: String) -> Bool {
    let sought = Array(text.utf8)
    guard let first = sought.first else { return true }
    var start = 0
    while start + sought.count <= count {
      if self[start] == first {
        var index = 1
        while index < sought.count, self[start + index] == sought[index] { index += 1 }
        if index == sought.count { return true }
      }
      start += 1
    }
    return false
  }
}
