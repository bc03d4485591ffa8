internal import COpenSSL
internal import Diagnostics

/// Checks signatures (CMS) by OpenSSL: each signer by itself, since one of several may have signed by
/// an algorithm that OpenSSL does not know. It belongs to one task.
final class SignatureChecker {
  private let library: OpenSSL
  private let trust: TrustStore?
  /// The moment that counts where a signature has none, in seconds since 1970.
  private let now: Int
  /// How far the signer's clock may be ahead, in seconds.
  private static let clockLimit = 24 * 60 * 60

  /// - Parameter trust: the trusted certificates; nil where no certificate is to be judged.
  init(_ library: OpenSSL, trust: TrustFolder?, now: Int) {
    self.library = library
    self.trust = trust.map { TrustStore($0, library) }
    self.now = now
  }

  /// Checks the signers of a signature.
  ///
  /// - Parameter files: those that it may be of.
  func check(
    _ facts: SignatureFacts, _ bytes: [UInt8], of files: [SignedFile],
    for purpose: SignaturePurpose = .document, at moment: SignatureTime? = nil
  ) -> [SignerCheck] {
    let message = unsafe bytes.withUnsafeBufferPointer { buffer in
      var start = buffer.baseAddress
      return unsafe library.functions.d2i_CMS_ContentInfo(nil, &start, buffer.count)
    }
    let infos = unsafe message.flatMap { unsafe library.functions.CMS_get0_SignerInfos($0) }
    defer {
      if let message = unsafe message { unsafe library.functions.CMS_ContentInfo_free(message) }
      library.functions.ERR_clear_error()
    }
    let count = unsafe infos.map { unsafe library.functions.OPENSSL_sk_num($0) }
    let brought = unsafe message.map { unsafe Certificates(of: $0, library) }
    return facts.signers.enumerated().map { index, signer in
      guard signer.isWhole else { return SignerCheck(signer, .broken(.unreadable)) }
      guard signer.isCheckable else {
        let name = signer.algorithmName
        let reason = Message(
          uk: "алгоритму \(name) програма не знає", en: "the algorithm \(name) is not known here")
        return .unchecked(signer, facts, of: files, .unchecked(reason))
      }
      guard let brought, let count, count == facts.signers.count,
        let info = unsafe OpaquePointer(library.functions.OPENSSL_sk_value(infos, Int32(index)))
      else { return SignerCheck(signer, .broken(.unreadable)) }
      let handles = unsafe Handles(info: info, brought: brought)
      var check = self.check(signer, handles, of: files, enclosing: facts)
      if case .trusted = check.state { judge(&check, handles, for: purpose, at: moment) }
      return check
    }
  }

  /// Whether a signature fits one of some files.
  private func check(
    _ signer: SignatureFacts.Signer, _ handles: Handles, of files: [SignedFile],
    enclosing facts: SignatureFacts
  ) -> SignerCheck {
    var check = SignerCheck(signer, .trusted)
    guard let certificate = unsafe certificate(handles) else {
      let reason = Message(
        uk: "сертифіката підписувача в підписі немає",
        en: "the signer's certificate is not in the signature")
      let state: SignerCheck.State = trust == nil ? .unchecked(reason) : .unknown(reason)
      return .unchecked(signer, facts, of: files, state)
    }
    let ssl = library.functions
    let encoding = unsafe encoding(of: certificate)
    // What is signed with it is asked of OpenSSL, which checks it; what was read here must be the same.
    let count = unsafe Int(ssl.CMS_signed_get_attr_count(handles.info))
    guard let names = CertificateNames(encoding), count == signer.attributeCount ?? -1 else {
      check.state = .broken(.unreadable)
      return check
    }
    (check.subject, check.issuer) = (names.subject, names.issuer)
    unsafe ssl.CMS_SignerInfo_set1_signer_cert(handles.info, certificate)
    if count >= 0, unsafe ssl.CMS_SignerInfo_verify(handles.info) != 1 {
      check.state = .broken(
        Message(
          uk: "підпис змінено або поставлено не цим сертифікатом",
          en: "the signature was altered, or is not by this certificate"))
      return check
    }
    if let named = signer.certificate,
      SignatureDigest.isDigest(named.digest, of: encoding, by: named.algorithm) == false
    {
      check.state = .broken(
        Message(
          uk: "підписувач підписав інший сертифікат, ніж той, що тут",
          en: "the signer has signed another certificate than the one here"))
      return check
    }
    let signed = facts.content.map { [SignedFile("", $0)] } ?? files
    guard let content = signed.first(where: { unsafe isOf($0.bytes, handles.info, signer) }) else {
      check.state = .other
      return check
    }
    check.covered = files.first { $0.bytes == content.bytes }?.name
    if check.covered == nil { check.state = .other }
    if signer.isWeak {
      check.state = .broken(
        Message(
          uk:
            "геш \(signer.digestName) нічого не доводить: такий самий дістануть і для іншого файлу",
          en: "the digest \(signer.digestName) proves nothing: another file can be made to have it")
      )
    }
    return check
  }

  /// Whether what was signed are these bytes.
  private func isOf(_ bytes: [UInt8], _ info: OpaquePointer, _ signer: SignatureFacts.Signer)
    -> Bool
  {
    guard signer.isOf(bytes) ?? true, let length = Int32(exactly: bytes.count) else { return false }
    let ssl = library.functions
    return unsafe bytes.withUnsafeBytes { buffer in
      guard let name = SignatureDigest.names[signer.digestAlgorithm],
        let digest = unsafe ssl.EVP_get_digestbyname(name),
        let hasher = unsafe ssl.BIO_new(ssl.BIO_f_md())
      else { return false }
      _ = unsafe ssl.BIO_ctrl(
        hasher, BIO_C_SET_MD, 0, UnsafeMutableRawPointer(mutating: UnsafeRawPointer(digest)))
      // No bytes at all still need a place to stand at.
      let start = unsafe buffer.baseAddress ?? UnsafeRawPointer(hasher)
      let source = unsafe ssl.BIO_new_mem_buf(start, length)
      let chain = unsafe ssl.BIO_push(hasher, source)
      defer { unsafe ssl.BIO_free_all(chain) }
      var room = [UInt8](repeating: 0, count: 1 << 16)
      while unsafe room.withUnsafeMutableBytes({
        unsafe ssl.BIO_read(chain, $0.baseAddress, Int32($0.count))
      }) > 0 {}
      return unsafe ssl.CMS_SignerInfo_verify_content(info, chain) == 1
    }
  }

  // MARK: Trust

  /// Judges the certificate of a signature that fits, at the time of its time stamp, or else at the
  /// one that the signer says.
  private func judge(
    _ check: inout SignerCheck, _ handles: Handles, for purpose: SignaturePurpose,
    at moment: SignatureTime?
  ) {
    guard let trust else {
      check.state = .fitting
      return
    }
    if purpose == .document, let token = check.signer.timeStamp {
      apply(timeStamp: token, to: &check)
    }
    guard case .trusted = check.state, let certificate = unsafe certificate(handles)
    else { return }
    let time = (moment ?? check.time)?.seconds ?? now
    guard time <= now + Self.clockLimit else {
      check.state = .untrusted(
        Message(uk: "час підпису ще не настав", en: "the time of the signature is yet to come"))
      return
    }
    (check.state, check.revocation) = unsafe trust.judge(
      certificate, through: handles.brought.list, at: time, for: purpose)
  }

  /// Takes the time of a time-stamp token, where it holds.
  private func apply(timeStamp token: [UInt8], to check: inout SignerCheck) {
    guard let facts = SignatureFacts(token), let content = facts.content,
      let stamp = TimeStamp(content)
    else {
      check.stampFault = Message(uk: "її не прочитати", en: "it is unreadable")
      return
    }
    switch stamp.isOf(check.signer.value) {
    case false:
      check.state = .broken(
        Message(
          uk: "позначка часу – не на цей підпис", en: "the time stamp is not of this signature"))
    case true:
      let witness = self.check(
        facts, token, of: [SignedFile("", content)], for: .timeStamp, at: stamp.time
      ).first
      switch witness?.state {
      case .trusted:
        (check.witness, check.time) = (witness?.subject, stamp.time)
      case .untrusted(let reason), .unknown(let reason), .broken(let reason),
        .unchecked(let reason):
        check.stampFault = reason
      case .other, .fitting, nil:
        check.stampFault = Message(uk: "її змінено", en: "it was altered")
      }
    default:
      check.stampFault = Message(
        uk: "невідомий алгоритм гешу", en: "the algorithm of its digest is not known")
    }
  }

  // MARK: Certificates

  /// The certificate of a signer, which the signature brings along, or which lies among the trusted.
  private func certificate(_ handles: Handles) -> OpaquePointer? {
    let known = unsafe handles.brought.all + (trust?.certificates ?? [])
    return unsafe known.first {
      unsafe library.functions.CMS_SignerInfo_cert_cmp(handles.info, $0) == 0
    }
  }

  private func encoding(of certificate: OpaquePointer) -> [UInt8] {
    let length = unsafe library.functions.i2d_X509(certificate, nil)
    guard length > 0 else { return [] }
    return unsafe [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
      var start = buffer.baseAddress
      count = unsafe Int(library.functions.i2d_X509(certificate, &start))
    }
  }
}

/// A signer as OpenSSL knows it, and the certificates that the signature brings along.
@safe private struct Handles {
  let info: OpaquePointer
  let brought: Certificates
}

/// The certificates that a signature brings along.
@safe private final class Certificates {
  private let library: OpenSSL
  /// The certificates as a list of OpenSSL's.
  let list: OpaquePointer
  let all: [OpaquePointer]

  init(of message: OpaquePointer, _ library: OpenSSL) {
    let ssl = library.functions
    self.library = library
    guard let list = unsafe ssl.CMS_get1_certs(message) ?? ssl.OPENSSL_sk_new_null() else {
      preconditionFailure("OpenSSL has no memory for a list")
    }
    unsafe self.list = list
    unsafe all = (0..<ssl.OPENSSL_sk_num(list)).compactMap { index in
      unsafe OpaquePointer(ssl.OPENSSL_sk_value(list, index))
    }
  }

  deinit {
    unsafe all.forEach { unsafe library.functions.X509_free($0) }
    unsafe library.functions.OPENSSL_sk_free(list)
  }
}
