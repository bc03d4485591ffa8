package import Diagnostics
internal import Markup

/// Reviews files of signatures: what each is of, who signed, and whether that holds. It belongs to one
/// task.
package final class SignatureReview {
  /// What was found of a file.
  package struct Outcome {
    package fileprivate(set) var diagnostics: [Diagnostic] = []
    /// Whether it is a container that nobody has signed yet.
    package fileprivate(set) var isUnsigned = false
    /// The names of those who signed, as far as nothing speaks against their signatures.
    package fileprivate(set) var signers: [String] = []
  }

  /// The files beside plans.
  package var files = SignatureFiles()
  private let trust: TrustFolder?
  private let now: Int
  /// OpenSSL is loaded with the first signature.
  private lazy var checker = Result { () throws(ProgramFault) in
    SignatureChecker(try OpenSSL(), trust: trust, now: now)
  }

  /// Holds that signatures can be checked, where they are asked for.
  ///
  /// - Throws: that OpenSSL is not there.
  package static func requireLibrary() throws(ProgramFault) { _ = try OpenSSL() }

  /// - Parameters:
  ///   - trust: the trusted certificates; nil where no certificate is to be judged.
  ///   - now: the moment of the review, in seconds since 1970.
  package init(trust: TrustFolder?, now: Int) {
    self.trust = trust
    self.now = now
  }

  /// Reviews a file: a signature (CMS), or a container of documents with signatures (ASiC).
  ///
  /// - Parameters:
  ///   - path: how it is called.
  ///   - files: what it may be of.
  package func review(_ bytes: [UInt8], at path: String, of files: [SignedFile]) -> Outcome {
    var outcome = Outcome()
    guard !path.lowercased().hasSuffix(".p7s") else {
      guard let facts = SignatureFacts(bytes) else {
        outcome.diagnostics.append(.unreadable(path, nil))
        return outcome
      }
      for check in checks(facts, bytes, of: files) { outcome.add(check, path, nil) }
      return outcome
    }
    guard let container = ASiCContainer(bytes) else {
      outcome.diagnostics.append(.unreadableContainer(path))
      return outcome
    }
    outcome.isUnsigned = container.isUnsigned
    outcome.diagnostics += container.faults.map { .container(path, $0.message, $0.severity) }
    outcome.diagnostics += container.unknown.map { .unchecked(path, part: $0.path, $0.what) }
    for signature in container.signatures {
      guard let facts = SignatureFacts(signature.bytes) else {
        outcome.diagnostics.append(.unreadable(path, signature.path))
        continue
      }
      let covered = signature.documents.compactMap { document in
        files.first { $0.bytes == document.bytes }?.name
      }
      for var check in checks(facts, signature.bytes, of: [signature.signed]) {
        if check.isGood {
          // Where a document is gone or was altered, that is told already.
          guard !covered.isEmpty || container.faults.isEmpty else { continue }
          check.covered = covered.joined(separator: ", ")
          if covered.isEmpty { check.state = .other }
          if let name = signature.unknownDigest {
            check.state = .unchecked(
              Message(
                uk: "суму документа в маніфесті обчислено за невідомим алгоритмом \(name.visible)",
                en: "the digest of a document is by an algorithm that is not known: \(name.visible)"
              ))
          }
        }
        outcome.add(check, path, signature.path)
      }
    }
    return outcome
  }

  private func checks(_ facts: SignatureFacts, _ bytes: [UInt8], of files: [SignedFile])
    -> [SignerCheck]
  {
    switch checker {
    case .success(let checker): checker.check(facts, bytes, of: files)
    case .failure(let fault):
      facts.signers.map { .unchecked($0, facts, of: files, .unchecked(fault.message)) }
    }
  }
}

extension SignatureReview.Outcome {
  fileprivate mutating func add(_ check: SignerCheck, _ path: String, _ part: String?) {
    diagnostics.append(.of(check, in: path, part))
    if check.isGood { signers.append(check.subject) }
  }
}
