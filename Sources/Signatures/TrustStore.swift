internal import COpenSSL
internal import Diagnostics

/// The certificates of a folder, ready to be asked of by OpenSSL. It belongs to one task.
@safe final class TrustStore {
  /// What is known of the revocation of a certificate.
  enum Revocation {
    /// There is no list of its issuer that is later than the signature.
    case unknown
    case clear(listed: SignatureTime)
    case revoked(SignatureTime)
  }

  private let library: OpenSSL
  private let store: OpaquePointer
  /// The certificates, among which that of a signer may be.
  let certificates: [OpaquePointer]
  private let lists: [OpaquePointer]

  init(_ folder: TrustFolder, _ library: OpenSSL) {
    self.library = library
    guard let store = library.functions.X509_STORE_new() else {
      preconditionFailure("OpenSSL has no memory for a store")
    }
    unsafe self.store = store
    unsafe certificates = folder.certificates.compactMap(library.certificate)
    unsafe lists = folder.revocationLists.compactMap(library.revocationList)
    unsafe certificates.forEach { _ = unsafe library.functions.X509_STORE_add_cert(store, $0) }
  }

  deinit {
    unsafe certificates.forEach { unsafe library.functions.X509_free($0) }
    unsafe lists.forEach { unsafe library.functions.X509_CRL_free($0) }
    unsafe library.functions.X509_STORE_free(store)
  }

  /// Judges the certificate of a signature that fits, at a moment.
  ///
  /// - Parameters:
  ///   - others: certificates that may stand between it and one of the folder.
  ///   - purpose: what it must be for.
  func judge(
    _ certificate: OpaquePointer, through others: OpaquePointer, at time: Int,
    for purpose: SignaturePurpose
  ) -> (SignerCheck.State, Revocation) {
    let ssl = library.functions
    guard let context = ssl.X509_STORE_CTX_new() else {
      preconditionFailure("OpenSSL has no memory for a context")
    }
    defer { unsafe ssl.X509_STORE_CTX_free(context) }
    guard unsafe ssl.X509_STORE_CTX_init(context, store, certificate, others) == 1 else {
      return (Self.distrust(X509_V_ERR_UNSPECIFIED, library), .unknown)
    }
    let parameters = unsafe ssl.X509_STORE_CTX_get0_param(context)
    unsafe ssl.X509_VERIFY_PARAM_set_time(parameters, time)
    // Whatever lies in the folder is trusted, and certificates of its issuer need not lie there.
    _ = unsafe ssl.X509_VERIFY_PARAM_set_flags(parameters, UInt(X509_V_FLAG_PARTIAL_CHAIN))
    unsafe ssl.X509_VERIFY_PARAM_set_auth_level(parameters, 1)
    if purpose == .timeStamp {
      _ = unsafe ssl.X509_VERIFY_PARAM_set_purpose(parameters, X509_PURPOSE_TIMESTAMP_SIGN)
    }
    guard unsafe ssl.X509_verify_cert(context) == 1 else {
      return (Self.distrust(unsafe ssl.X509_STORE_CTX_get_error(context), library), .unknown)
    }
    let signing = UInt32(KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)
    guard unsafe ssl.X509_get_key_usage(certificate) & signing != 0 else {
      let reason = Message(
        uk: "сертифікат – не для підпису (key usage)",
        en: "the certificate is not for signing (key usage)")
      return (.untrusted(reason), .unknown)
    }
    let chain = unsafe ssl.X509_STORE_CTX_get0_chain(context)
    let links = unsafe (0..<ssl.OPENSSL_sk_num(chain)).compactMap { index in
      unsafe OpaquePointer(ssl.OPENSSL_sk_value(chain, index))
    }
    var own = Revocation.unknown
    for index in unsafe links.indices {
      let issuer = unsafe links[min(index + 1, links.count - 1)]
      let revocation = unsafe revocation(of: links[index], by: issuer, at: time)
      if index == 0 { own = revocation }
      if case .revoked(let day) = revocation, day.seconds <= time {
        let whose =
          index == 0 ? Message(uk: "", en: "") : Message(uk: " надавача", en: "authority's ")
        let reason = Message(
          uk: "сертифікат\(whose.uk) відкликано \(day.text), до підпису",
          en: "the \(whose.en)certificate was revoked on \(day.text), before the signature")
        return (.untrusted(reason), revocation)
      }
    }
    return (.trusted, own)
  }

  /// What the lists say of a certificate. One that names it counts in any case; one that does not,
  /// where it is of all certificates of its issuer, and later than the signature.
  private func revocation(of certificate: OpaquePointer, by issuer: OpaquePointer, at time: Int)
    -> Revocation
  {
    let ssl = library.functions
    var result = Revocation.unknown
    let name = unsafe ssl.X509_get_issuer_name(certificate)
    for index in unsafe lists.indices {
      let list = unsafe lists[index]
      guard unsafe ssl.X509_NAME_cmp(ssl.X509_CRL_get_issuer(list), name) == 0,
        unsafe ssl.X509_CRL_verify(list, ssl.X509_get0_pubkey(issuer)) == 1
      else { continue }
      var entry: OpaquePointer?
      let found = unsafe ssl.X509_CRL_get0_by_cert(list, &entry, certificate)
      if found == 1, let entry = unsafe entry {
        let date = unsafe ssl.X509_REVOKED_get0_revocationDate(entry)
        guard let day = unsafe moment(of: date) else { continue }
        return .revoked(day)
      }
      let isPartial = unsafe ssl.X509_CRL_get_ext_by_critical(list, 1, -1) >= 0
      guard !isPartial, let day = unsafe moment(of: ssl.X509_CRL_get0_lastUpdate(list)),
        day.seconds >= time
      else { continue }
      result = .clear(listed: day)
    }
    return result
  }

  private func moment(of value: UnsafePointer<ASN1_TIME>?) -> SignatureTime? {
    let ssl = library.functions
    guard let value = unsafe value, let data = unsafe ssl.ASN1_STRING_get0_data(value) else {
      return nil
    }
    let text = unsafe Array(
      UnsafeBufferPointer(start: data, count: Int(ssl.ASN1_STRING_length(value))))
    return SignatureTime(
      text, hasCentury: unsafe ssl.ASN1_STRING_type(value) == V_ASN1_GENERALIZEDTIME)
  }

  /// What OpenSSL says against a certificate, in words.
  private static func distrust(_ code: Int32, _ library: OpenSSL) -> SignerCheck.State {
    switch code {
    case X509_V_ERR_CERT_HAS_EXPIRED:
      return .untrusted(
        Message(
          uk: "строк дії сертифіката на час підпису скінчився",
          en: "the certificate had expired by the time of the signature"))
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return .untrusted(
        Message(
          uk: "сертифікат на час підпису ще не діяв",
          en: "the certificate was not valid yet at the time of the signature"))
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
      X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT,
      X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
      return .unknown(
        Message(
          uk: "сертифікат видав надавач, якого немає серед довірених",
          en: "the certificate was issued by an authority that is not among the trusted ones"))
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
      return .untrusted(
        Message(
          uk: "сертифікат підроблено: підпис надавача на ньому не сходиться",
          en: "the certificate is forged: its authority's signature does not fit it"))
    case X509_V_ERR_INVALID_PURPOSE:
      return .untrusted(
        Message(
          uk: "сертифікат не призначено для позначок часу",
          en: "the certificate is not for time stamps"))
    case X509_V_ERR_EE_KEY_TOO_SMALL, X509_V_ERR_CA_KEY_TOO_SMALL, X509_V_ERR_CA_MD_TOO_WEAK:
      return .untrusted(
        Message(
          uk: "ключ або геш у ланцюжку сертифікатів заслабкий",
          en: "a key or digest of the chain of certificates is too weak"))
    default:
      let text = unsafe library.functions.X509_verify_cert_error_string(Int(code)).map {
        unsafe String(cString: $0)
      }
      return .untrusted(
        Message(
          uk: "ланцюжок сертифікатів не сходиться (\(text ?? "\(code)"))",
          en: "the chain of certificates does not hold (\(text ?? "\(code)"))"))
    }
  }
}
