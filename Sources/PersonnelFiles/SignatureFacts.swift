internal import Digests

/// What a detached signature (CMS, RFC 5652) says of itself: who signed, when, by which algorithms,
/// and the digest of what. It is read and not checked.
struct SignatureFacts {
  /// A signer.
  struct Signer {
    /// Whose certificate it names; empty where the signature does not hold it.
    var name = ""
    /// When it was signed, as the signer says: `2027-07-30 12:00:00 UTC`.
    var time: String?
    /// The algorithm of the signature, by its identifier.
    var algorithm = ""
    /// The algorithm of the digest, by its identifier.
    var digestAlgorithm = ""
    /// The digest of what was signed, where the signature holds it.
    var digest: [UInt8]?
  }

  /// Those who signed.
  private(set) var signers: [Signer] = []

  /// Reads a signature; nil where the bytes are none.
  init?(_ bytes: [UInt8]) {
    var reader = DERReader(bytes[...])
    guard let content = reader.next()?.values, content.first?.identifier == Self.signedData,
      let data = content.last?.values.first, data.tag == DERReader.Value.sequence,
      let infos = data.values.last, infos.tag == DERReader.Value.set
    else { return nil }
    let certificates = data.first(tagged: 0xA0)
    signers = infos.values.compactMap { Self.signer($0, certificates) }
    guard !signers.isEmpty else { return nil }
  }

  /// Whether what was signed is none of some files, as far as it says what that was.
  func isOfNone(of files: [[UInt8]]) -> Bool {
    signers.contains { signer in
      let answers = files.compactMap { signer.isOf($0) }
      return !answers.isEmpty && !answers.contains(true)
    }
  }

  private static func signer(_ info: DERReader.Value, _ certificates: [DERReader.Value]) -> Signer?
  {
    let parts = info.values
    guard parts.count >= 5 else { return nil }
    var signer = Signer()
    signer.digestAlgorithm = parts[2].values.first?.identifier ?? ""
    let attributes = info.first(tagged: 0xA0)
    for attribute in attributes.map(\.values) where attribute.count == 2 {
      let value = attribute[1].values.first
      switch attribute[0].identifier {
      case messageDigest: signer.digest = value.map { Array($0.content) }
      case signingTime: signer.time = value.flatMap(time)
      default: continue
      }
    }
    // Behind the attributes, or the algorithm of the digest, comes that of the signature.
    let behind = parts.dropFirst(3).first { $0.tag == DERReader.Value.sequence }
    signer.algorithm = behind?.values.first?.identifier ?? ""
    signer.name = name(of: parts[1], certificates) ?? ""
    return signer
  }

  /// The name in the certificate that a signer is identified by: its number and its issuer.
  private static func name(of signer: DERReader.Value, _ certificates: [DERReader.Value]) -> String?
  {
    let number = signer.values.last { $0.tag == 0x02 }?.content
    for certificate in certificates {
      let body = certificate.values.first?.values.drop { $0.tag == 0xA0 } ?? []
      guard certificates.count == 1 || body.first?.content == number, body.count > 4 else {
        continue
      }
      let subject = body[body.startIndex + 4].values.flatMap(\.values).map(\.values)
      return subject.first { $0.first?.identifier == commonName }?.last?.text
    }
    return nil
  }

  /// A time as it is read: `270730120000Z` or with the century.
  private static func time(_ value: DERReader.Value) -> String? {
    guard let text = value.text, text.hasSuffix("Z"), text.utf8.count >= 13 else { return nil }
    let digits = (value.tag == 0x17 ? "20" : "") + text.dropLast()
    let parts = [4, 2, 2, 2, 2, 2].reduce(into: (rest: Substring(digits), parts: [Substring]())) {
      $0.parts.append($0.rest.prefix($1))
      $0.rest = $0.rest.dropFirst($1)
    }.parts
    return parts.prefix(3).joined(separator: "-") + " " + parts.dropFirst(3).joined(separator: ":")
      + " UTC"
  }

  private static let signedData = "1.2.840.113549.1.7.2"
  private static let messageDigest = "1.2.840.113549.1.9.4"
  private static let signingTime = "1.2.840.113549.1.9.5"
  private static let commonName = "2.5.4.3"
}

extension SignatureFacts.Signer {
  /// What the algorithm of the signature is called.
  var algorithmName: String {
    if algorithm.hasPrefix("1.2.804.2.1.1.1.1.3.") { return "ДСТУ 4145-2002" }
    return switch algorithm {
    case "1.2.840.113549.1.1.1", "1.2.840.113549.1.1.10", "1.2.840.113549.1.1.11",
      "1.2.840.113549.1.1.12", "1.2.840.113549.1.1.13":
      "RSA"
    case "1.2.840.10045.4.3.1", "1.2.840.10045.4.3.2", "1.2.840.10045.4.3.3",
      "1.2.840.10045.4.3.4":
      "ECDSA"
    default: algorithm
    }
  }

  /// Whether what was signed are these bytes; nil where the signature holds no digest, or one by an
  /// algorithm that is not known here.
  func isOf(_ bytes: [UInt8]) -> Bool? {
    let algorithms: [String: DigestAlgorithm] = [
      "2.16.840.1.101.3.4.2.1": .sha256, "2.16.840.1.101.3.4.2.2": .sha384,
      "2.16.840.1.101.3.4.2.3": .sha512, "1.3.14.3.2.26": .sha1,
    ]
    guard let digest, let algorithm = algorithms[digestAlgorithm] else { return nil }
    let digits = Array("0123456789abcdef".utf8)
    let hex = String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    return DigestStream.hex(of: bytes, algorithm) == hex
  }
}
