extension Span<UInt8> {
  /// The text in lower case, as Unicode has it.
  ///
  /// Ukrainian letters, those of ASCII, and the signs that stand between them are told by their
  /// bytes, which is many times faster; a text with any others is left to Swift.
  package func lowercased() -> String {
    var bytes = [UInt8](copying: self)
    // A letter takes as many bytes in either case.
    var letters = bytes.mutableSpan
    guard letters.makeLowercased() else {
      return String(decoding: [UInt8](copying: self), as: UTF8.self).lowercased()
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension MutableSpan<UInt8> {
  /// Puts a text into lower case, or gives false where it has other characters than those of
  /// Ukrainian texts.
  fileprivate mutating func makeLowercased() -> Bool {
    var index = 0
    while index < count {
      let lead = self[index]
      if lead < 0x80 {
        if 0x41...0x5A ~= lead { self[index] = lead | 0x20 }
        index += 1
        continue
      }
      guard index + 1 < count else { return false }
      let trail = self[index + 1]
      switch (lead, trail) {
      case (0xD0, 0xB0...0xBF), (0xD1, 0x80...0x9F), (0xC2, _), (0xD2, 0x91): break
      case (0xD0, 0x80...0x8F):
        self[index] = 0xD1
        self[index + 1] = trail + 0x10
      case (0xD0, 0x90...0x9F): self[index + 1] = trail + 0x20
      case (0xD0, 0xA0...0xAF):
        self[index] = 0xD1
        self[index + 1] = trail - 0x20
      case (0xD0, _): break
      case (0xD2, 0x90): self[index + 1] = 0x91
      // Dashes and quotation marks.
      case (0xE2, 0x80) where index + 2 < count: index += 1
      default: return false
      }
      index += 2
    }
    return true
  }
}
