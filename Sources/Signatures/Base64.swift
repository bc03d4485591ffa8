/// Reads Base64 (RFC 4648), as certificates and manifests have it.
enum Base64 {
  /// The bytes of a text, whose white space says nothing; nil where it is none.
  static func bytes(of text: some Sequence<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var bits = 0
    var count = 0
    var isPadded = false
    for sign in text {
      let value: UInt8
      switch sign {
      case 0x20, 0x09, 0x0A, 0x0D: continue
      case UInt8(ascii: "="):
        isPadded = true
        continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = sign - 0x41
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = sign - 0x61 + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = sign - 0x30 + 52
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      default: return nil
      }
      guard !isPadded else { return nil }
      bits = (bits << 6 | Int(value)) & 0xFFFFFF
      count += 1
      guard count % 4 != 1 else { continue }
      result.append(UInt8(truncatingIfNeeded: bits >> ((4 - count % 4) % 4 * 2)))
    }
    return count % 4 == 1 ? nil : result
  }
}
