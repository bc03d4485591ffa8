/// The attributes of a signer: what is signed along with the document, and what was added later.
extension SignatureFacts.Signer {
  private static let messageDigest = "1.2.840.113549.1.9.4"
  private static let signingTime = "1.2.840.113549.1.9.5"
  private static let signingCertificate = "1.2.840.113549.1.9.16.2.12"
  private static let signingCertificateV2 = "1.2.840.113549.1.9.16.2.47"
  private static let timeStampToken = "1.2.840.113549.1.9.16.2.14"

  /// Takes what the signed attributes say; what of it cannot be understood is not passed over.
  mutating func take(signed set: DERReader.Value) {
    let attributes = Self.attributes(set)
    attributeCount = attributes?.count ?? 0
    isWhole = attributes != nil
    for (name, value) in attributes ?? [] {
      switch name {
      case Self.messageDigest:
        digest = value.flatMap { $0.tag == 0x04 ? Array($0.content) : nil }
        isWhole = isWhole && digest != nil
      case Self.signingTime: time = value?.time
      case Self.signingCertificate, Self.signingCertificateV2:
        let isOld = name == Self.signingCertificate
        certificate = value.flatMap {
          Self.certificate($0, isOld ? "1.3.14.3.2.26" : "2.16.840.1.101.3.4.2.1")
        }
        isWhole = isWhole && certificate != nil
      default: continue
      }
    }
  }

  /// Takes the time stamp; one that cannot be read is there, too.
  mutating func take(unsigned set: DERReader.Value) {
    guard let attributes = Self.attributes(set) else {
      timeStamp = []
      return
    }
    for (name, value) in attributes where name == Self.timeStampToken {
      timeStamp = timeStamp ?? value.map { Array($0.encoding) } ?? []
    }
  }

  /// The attributes of a set, each with its first value; nil where something else is in it.
  private static func attributes(_ set: DERReader.Value) -> [(
    name: String, value: DERReader.Value?
  )]? {
    guard let members = set.parts else { return nil }
    var attributes: [(name: String, value: DERReader.Value?)] = []
    for attribute in members {
      guard attribute.tag == DERReader.Value.sequence, let parts = attribute.parts,
        parts.count == 2, parts[1].tag == DERReader.Value.set
      else { return nil }
      attributes.append((parts[0].identifier ?? "", parts[1].values.first))
    }
    return attributes
  }

  /// The first certificate that an attribute names, which is the signer's.
  private static func certificate(_ value: DERReader.Value, _ algorithm: String) -> (
    algorithm: String, digest: [UInt8]
  )? {
    guard let parts = value.values.first?.values.first?.values,
      let digest = parts.first(where: { $0.tag == 0x04 })
    else { return nil }
    let own = parts.first.flatMap { $0.values.first?.identifier }
    return (own ?? algorithm, Array(digest.content))
  }
}
