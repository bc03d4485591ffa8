/// What a signature (CMS, RFC 5652) says of itself: who signed, when, by which algorithms, and the
/// digest of what. It is read and not checked.
package struct SignatureFacts {
  /// A signer.
  package struct Signer {
    /// Whose certificate it names; empty where the signature does not hold it.
    package internal(set) var name = ""
    /// When it was signed, as the signer says.
    var time: SignatureTime?
    /// The algorithm of the signature, by its identifier.
    var algorithm = ""
    /// The algorithm of the digest, by its identifier.
    var digestAlgorithm = ""
    /// How many attributes are signed with it; nil where there is no set of them.
    var attributeCount: Int?
    /// Whether all was understood that it is checked by.
    var isWhole = true
    /// The digest of what was signed, where the signature holds it.
    var digest: [UInt8]?
    /// The digest of the signer's certificate, where the signature names it (RFC 5035), and its algorithm.
    var certificate: (algorithm: String, digest: [UInt8])?
    /// The signature itself.
    var value: [UInt8] = []
    /// The time-stamp token of the signature (RFC 3161), which is a signature of its own.
    var timeStamp: [UInt8]?
  }

  /// Those who signed.
  package private(set) var signers: [Signer] = []
  /// What was signed, where the signature holds it.
  let content: [UInt8]?
  /// The certificates that it brings along.
  let certificates: [[UInt8]]

  /// Reads a signature; nil where the bytes are none.
  package init?(_ bytes: [UInt8]) {
    guard let data = Self.signedData(bytes), let infos = data.values.last,
      infos.tag == DERReader.Value.set
    else { return nil }
    let certificates = data.first(tagged: 0xA0)
    self.certificates = certificates.map { Array($0.encoding) }
    content = data.first(tagged: DERReader.Value.sequence).first { $0.tag == 0xA0 }?
      .values.first.map { Array($0.content) }
    signers = infos.values.compactMap { Self.signer($0, certificates) }
    guard !signers.isEmpty, signers.count == infos.values.count else { return nil }
  }

  /// The certificates of a bundle (`*.p7b`), which is a signature without signers; nil where the
  /// bytes are none.
  static func bundle(_ bytes: [UInt8]) -> [[UInt8]]? {
    signedData(bytes)?.first(tagged: 0xA0).map { Array($0.encoding) }
  }

  private static func signedData(_ bytes: [UInt8]) -> DERReader.Value? {
    var reader = DERReader(bytes[...])
    guard let content = reader.next()?.values, content.first?.identifier == signedDataType,
      let data = content.last?.values.first, data.tag == DERReader.Value.sequence
    else { return nil }
    return data
  }

  private static func signer(_ info: DERReader.Value, _ certificates: [DERReader.Value]) -> Signer?
  {
    // Version, whose, digest, attributes if any, algorithm, value, attributes that are not signed.
    let parts = info.values
    guard parts.count >= 5 else { return nil }
    var signer = Signer()
    var rest = parts.dropFirst(3)
    if rest.first?.tag == 0xA0, let set = rest.popFirst() { signer.take(signed: set) }
    let (algorithm, value) = (rest.popFirst(), rest.popFirst())
    if rest.first?.tag == 0xA1, let set = rest.popFirst() { signer.take(unsigned: set) }
    signer.digestAlgorithm = parts[2].values.first?.identifier ?? ""
    signer.algorithm = algorithm?.values.first?.identifier ?? ""
    signer.value = value.map { Array($0.content) } ?? []
    signer.name = name(of: signer, parts[1], certificates) ?? ""
    if value?.tag != 0x04 || signer.digestAlgorithm.isEmpty || signer.algorithm.isEmpty {
      signer.isWhole = false
    }
    return signer
  }

  /// The name in the certificate that a signer is identified by, and no other one's.
  private static func name(of signer: Signer, _ own: DERReader.Value, _ all: [DERReader.Value])
    -> String?
  {
    guard let certificate = all.first(where: { CertificateNames.isIdentified($0, by: own) }) else {
      return nil
    }
    let isOther = signer.certificate.map {
      SignatureDigest.isDigest($0.digest, of: Array(certificate.encoding), by: $0.algorithm)
        == false
    }
    return isOther ?? false ? nil : CertificateNames(certificate)?.subject
  }

  private static let signedDataType = "1.2.840.113549.1.7.2"
}

/// Whose a certificate is (X.509), and who issued it.
struct CertificateNames {
  let subject: String
  let issuer: String

  /// Reads the names of a certificate; nil where it is none.
  init?(_ certificate: DERReader.Value) {
    let body = Self.body(certificate)
    guard body.count > 4 else { return nil }
    issuer = Self.name(body[body.startIndex + 2])
    subject = Self.name(body[body.startIndex + 4])
  }

  /// Reads the names of a certificate; nil where it is none.
  init?(_ certificate: [UInt8]) {
    var reader = DERReader(certificate[...])
    guard let value = reader.next() else { return nil }
    self.init(value)
  }

  /// The parts of a certificate behind its version: number, algorithm, issuer, validity, subject.
  static func body(_ certificate: DERReader.Value) -> ArraySlice<DERReader.Value> {
    certificate.values.first?.values.drop { $0.tag == 0xA0 } ?? []
  }

  /// Whether a signer is identified by a certificate (RFC 5652, 5.3): by its issuer and number, or by its
  /// key.
  static func isIdentified(_ certificate: DERReader.Value, by signer: DERReader.Value) -> Bool {
    let body = Array(body(certificate))
    guard signer.tag == DERReader.Value.sequence else {
      let extensions = body.last { $0.tag == 0xA3 }?.values.first?.values ?? []
      let identifier = extensions.first { $0.values.first?.identifier == keyIdentifier }
      var reader = DERReader(identifier?.values.last?.content ?? [])
      return signer.tag == 0x80 && reader.next()?.content == signer.content
    }
    let parts = signer.values
    return parts.count == 2 && body.count > 4 && body[0].encoding == parts[1].encoding
      && body[2].encoding == parts[0].encoding
  }

  private static let keyIdentifier = "2.5.29.14"

  /// What people call someone or something: the common name, or else the organization.
  private static func name(_ value: DERReader.Value) -> String {
    let parts = value.values.flatMap(\.values).map(\.values)
    for type in ["2.5.4.3", "2.5.4.10"] {
      let part = parts.first { $0.first?.identifier == type }
      if let text = part?.last?.text { return text }
    }
    return ""
  }
}
