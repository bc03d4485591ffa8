internal import Digests

extension SignatureFacts.Signer {
  /// What the algorithm of the signature is called.
  var algorithmName: String {
    if algorithm.hasPrefix("1.2.804.2.1.1.1.1.3.") { return "ДСТУ 4145-2002" }
    if algorithm.hasPrefix("1.2.840.113549.1.1.") { return "RSA" }
    if algorithm.hasPrefix("1.2.840.10045.") { return "ECDSA" }
    return algorithm == "1.3.101.112" ? "Ed25519" : algorithm
  }

  /// What the algorithm of the digest is called.
  var digestName: String {
    switch digestAlgorithm {
    case "1.2.804.2.1.1.1.1.2.1": "ГОСТ 34.311-95"
    case "1.2.804.2.1.1.1.1.2.2.1": "ДСТУ 7564:2014 (256)"
    case "1.2.804.2.1.1.1.1.2.2.2": "ДСТУ 7564:2014 (384)"
    case "1.2.804.2.1.1.1.1.2.2.3": "ДСТУ 7564:2014 (512)"
    default: SignatureDigest.names[digestAlgorithm] ?? digestAlgorithm
    }
  }

  /// Whether signature and digest are by algorithms that OpenSSL checks.
  var isCheckable: Bool {
    ["RSA", "ECDSA", "Ed25519"].contains(algorithmName)
      && SignatureDigest.names[digestAlgorithm] != nil
  }

  /// Whether others can be made to have the same digest: then a signature shows nothing.
  var isWeak: Bool { ["1.2.840.113549.2.5", "1.3.14.3.2.26"].contains(digestAlgorithm) }

  /// Whether what was signed are these bytes; nil where the signature holds no digest, or one by an
  /// algorithm that is not known here.
  func isOf(_ bytes: [UInt8]) -> Bool? {
    digest.flatMap { SignatureDigest.isDigest($0, of: bytes, by: digestAlgorithm) }
  }
}

/// The digests of signatures.
enum SignatureDigest {
  /// The algorithms that OpenSSL knows, with the names that it has for them.
  static let names = [
    "2.16.840.1.101.3.4.2.1": "SHA256", "2.16.840.1.101.3.4.2.2": "SHA384",
    "2.16.840.1.101.3.4.2.3": "SHA512", "2.16.840.1.101.3.4.2.8": "SHA3-256",
    "2.16.840.1.101.3.4.2.9": "SHA3-384", "2.16.840.1.101.3.4.2.10": "SHA3-512",
    "1.2.840.113549.2.5": "MD5", "1.3.14.3.2.26": "SHA1",
  ]

  /// Whether a digest is that of some bytes; nil for an algorithm that is not known here.
  static func isDigest(_ digest: [UInt8], of bytes: [UInt8], by identifier: String) -> Bool? {
    let algorithm: DigestAlgorithm? =
      switch identifier {
      case "2.16.840.1.101.3.4.2.1": .sha256
      case "2.16.840.1.101.3.4.2.2": .sha384
      case "2.16.840.1.101.3.4.2.3": .sha512
      case "1.3.14.3.2.26": .sha1
      case "1.2.840.113549.2.5": .md5
      default: nil
      }
    guard let algorithm else { return nil }
    return DigestStream.hex(of: bytes, algorithm) == digest.hexadecimal
  }
}
