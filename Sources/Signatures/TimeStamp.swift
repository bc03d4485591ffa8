/// What a time-stamp token says (RFC 3161).
struct TimeStamp {
  let time: SignatureTime
  private let algorithm: String
  private let digest: [UInt8]

  /// Reads what was signed in a token; nil where it is none.
  init?(_ bytes: [UInt8]) {
    var reader = DERReader(bytes[...])
    guard let parts = reader.next()?.values, parts.count > 4, let time = parts[4].time,
      let imprint = parts[2].values.last, imprint.tag == 0x04,
      let algorithm = parts[2].values.first?.values.first?.identifier
    else { return nil }
    self.time = time
    self.algorithm = algorithm
    digest = Array(imprint.content)
  }

  /// Whether it is of a signature; nil where its digest is by an algorithm that is not known here.
  func isOf(_ signature: [UInt8]) -> Bool? {
    SignatureDigest.isDigest(digest, of: signature, by: algorithm)
  }
}
