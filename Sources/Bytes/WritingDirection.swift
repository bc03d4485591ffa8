extension Span<UInt8> {
  /// Whether there is a letter of Hebrew, Arabic or a script that runs as they do.
  package var mayRunFromRight: Bool {
    for index in 0..<count {
      switch self[index] {
      case 0xD6 where index + 1 < count && self[index + 1] >= 0x90, 0xD7...0xDF: return true
      case 0xE0 where index + 1 < count && self[index + 1] <= 0xA3: return true
      case 0xEF where index + 1 < count && (0xAC...0xBB).contains(self[index + 1]): return true
      default: continue
      }
    }
    return false
  }
}
