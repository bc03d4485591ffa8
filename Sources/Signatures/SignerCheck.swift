internal import Diagnostics

/// A file that may have been signed.
package struct SignedFile: Sendable {
  /// How it is called where it is spoken of.
  let name: String
  let bytes: [UInt8]

  /// Names some bytes.
  package init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// What a signature is for.
enum SignaturePurpose {
  case document
  case timeStamp
}

/// What was found of one signer of a signature.
struct SignerCheck {
  /// How far the signature holds.
  enum State {
    /// It fits the file, and its certificate is trusted.
    case trusted
    /// It fits the file, and whether its certificate is trusted was not asked.
    case fitting
    /// It cannot be checked here, and why.
    case unchecked(Message)
    /// It is of another file.
    case other
    /// It does not fit, and why.
    case broken(Message)
    /// It fits the file, and its certificate is not trusted, and why.
    case untrusted(Message)
    /// The same, for a certificate that is by no trusted authority, or is not there at all.
    case unknown(Message)
  }

  let signer: SignatureFacts.Signer
  var state: State
  /// Whose certificate it is, and who issued it.
  var subject: String
  var issuer = ""
  /// The name of the file that was signed, as far as it is known.
  var covered: String?
  /// Who bore witness to the time; nil where the signer alone says it.
  var witness: String?
  /// When it was signed, as far as it is known.
  var time: SignatureTime?
  /// Why nothing is given for its time stamp.
  var stampFault: Message?
  var revocation: TrustStore.Revocation = .unknown

  init(_ signer: SignatureFacts.Signer, _ state: State) {
    self.signer = signer
    self.state = state
    subject = signer.name
    time = signer.time
  }

  /// Whether nothing speaks against the signature.
  var isGood: Bool {
    switch state {
    case .trusted, .fitting, .unchecked: true
    case .other, .broken, .untrusted, .unknown: false
    }
  }
}

extension Message {
  static let unreadable = Message(
    uk: "його пошкоджено й не прочитати", en: "it is damaged and unreadable")
}

extension SignerCheck {
  /// A signer who cannot be checked, but for the digest of what was signed.
  static func unchecked(
    _ signer: SignatureFacts.Signer, _ facts: SignatureFacts, of files: [SignedFile], _ state: State
  ) -> SignerCheck {
    var check = SignerCheck(signer, state)
    let content = facts.content.map { [SignedFile("", $0)] } ?? files
    let answers = content.map { signer.isOf($0.bytes) }
    let place = answers.firstIndex(of: true)
    if let content = facts.content {
      check.covered = files.first { $0.bytes == content }?.name
    } else {
      check.covered = place.map { files[$0].name }
    }
    let isOfNone = answers.allSatisfy { $0 == false }
    if isOfNone || facts.content != nil && check.covered == nil { check.state = .other }
    if !signer.isWhole { check.state = .broken(.unreadable) }
    return check
  }
}
