extension Digest {
  /// The digest in Base64 (RFC 4648), as policies of pages name what they allow.
  package var base64: String {
    let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    let bytes = bytes
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let three = bytes[start..<min(start + 3, bytes.count)]
      var bits = three.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - three.count))
      var four = [UInt8](repeating: UInt8(ascii: "="), count: 4)
      for place in (0..<4).reversed() {
        if place <= three.count { four[place] = signs[bits & 0x3F] }
        bits >>= 6
      }
      result += four
    }
    return String(decoding: result, as: UTF8.self)
  }
}
