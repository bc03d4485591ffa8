extension Span<UInt8> {
  /// The text in lower case, as Unicode has it.
  ///
  /// Ukrainian letters, those of ASCII, and the signs that stand between them are told by their
  /// bytes, which is many times faster; a text with any others is left to Swift.
  func lowercased() -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    var index = 0
    while index < count {
      let lead = self[index]
      index += 1
      if lead < 0x80 {
        bytes.append(0x41...0x5A ~= lead ? lead | 0x20 : lead)
        continue
      }
      guard index < count else { return lowercasedBySwift() }
      let trail = self[index]
      index += 1
      switch (lead, trail) {
      case (0xD0, 0x80...0x8F): bytes += [0xD1, trail + 0x10]
      case (0xD0, 0x90...0x9F): bytes += [0xD0, trail + 0x20]
      case (0xD0, 0xA0...0xAF): bytes += [0xD1, trail - 0x20]
      case (0xD0, _), (0xD1, 0x80...0x9F), (0xC2, _), (0xD2, 0x91): bytes += [lead, trail]
      case (0xD2, 0x90): bytes += [0xD2, 0x91]
      // Dashes and quotation marks.
      case (0xE2, 0x80) where index < count:
        bytes += [lead, trail, self[index]]
        index += 1
      default: return lowercasedBySwift()
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func lowercasedBySwift() -> String {
    String(decoding: [UInt8](copying: self), as: UTF8.self).lowercased()
  }
}
