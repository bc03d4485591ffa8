internal import COpenSSL
package import Diagnostics
internal import Files

/// A folder of trusted certificates, and of lists of those that were revoked.
package struct TrustFolder: Sendable {
  /// The certificates in DER.
  let certificates: [[UInt8]]
  /// The lists in DER.
  let revocationLists: [[UInt8]]
  /// The files in it that are neither.
  package let diagnostics: [Diagnostic]

  /// Reads the files of a folder: certificates, bundles of them (`*.p7b`) and lists, in PEM and DER.
  ///
  /// - Throws: that it cannot be read, or has no certificate.
  package init(at path: String) throws(ProgramFault) {
    let library = try OpenSSL()
    var (certificates, lists, faults): ([[UInt8]], [[UInt8]], [Diagnostic]) = ([], [], [])
    let names: [String]
    do throws(FileFault) {
      names = try Folder.names(at: path).sorted()
    } catch {
      let reason = error.diagnostic(file: path).message
      throw ProgramFault(
        uk: "теку сертифікатів «\(path)» не прочитати: \(reason.uk)",
        en: "the folder of certificates '\(path)' cannot be read: \(reason.en)")
    }
    for name in names where !FileSystem.isFolder("\(path)/\(name)") {
      let source: SourceFile
      do throws(FileFault) {
        source = try SourceFile(at: "\(path)/\(name)")
      } catch {
        faults.append(error.diagnostic(file: "\(path)/\(name)"))
        continue
      }
      let values = Self.values(of: source.bytes).flatMap { SignatureFacts.bundle($0) ?? [$0] }
      let isKnown = values.map { value in
        if library.isCertificate(value) {
          certificates.append(value)
        } else if library.isRevocationList(value) {
          lists.append(value)
        } else {
          return false
        }
        return true
      }
      if isKnown.isEmpty || isKnown.contains(false) { faults.append(.unusable(source)) }
    }
    guard !certificates.isEmpty else {
      throw ProgramFault(
        uk:
          "у теці «\(path)» немає жодного сертифіката: покладіть до неї сертифікати надавачів (*.cer, *.pem, *.p7b)",
        en:
          "the folder '\(path)' has no certificate: put those of the authorities into it (*.cer, *.pem, *.p7b)"
      )
    }
    self.certificates = certificates
    revocationLists = lists
    diagnostics = faults
  }

  /// The values in DER of a file: those of its blocks in PEM, or the file itself.
  private static func values(of bytes: [UInt8]) -> [[UInt8]] {
    let mark = Array("-----".utf8)
    guard bytes.first != DERReader.Value.sequence else { return [bytes] }
    var values: [[UInt8]] = []
    var block: [UInt8]?
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      if line.starts(with: mark) {
        let label = String(decoding: line, as: UTF8.self)
        if label.hasPrefix("-----BEGIN ") {
          block = []
        } else if let text = block {
          values.append(Base64.bytes(of: text) ?? [])
          block = nil
        }
      } else {
        block? += line
      }
    }
    return values
  }
}

extension OpenSSL {
  fileprivate func isCertificate(_ bytes: [UInt8]) -> Bool {
    guard let certificate = unsafe certificate(bytes) else { return false }
    unsafe functions.X509_free(certificate)
    return true
  }

  fileprivate func isRevocationList(_ bytes: [UInt8]) -> Bool {
    guard let list = unsafe revocationList(bytes) else { return false }
    unsafe functions.X509_CRL_free(list)
    return true
  }

  /// Reads a certificate, which the caller frees; nil where the bytes are none.
  func certificate(_ bytes: [UInt8]) -> OpaquePointer? {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      var start = buffer.baseAddress
      return unsafe functions.d2i_X509(nil, &start, buffer.count)
    }
  }

  /// Reads a list of revoked certificates, which the caller frees; nil where the bytes are none.
  func revocationList(_ bytes: [UInt8]) -> OpaquePointer? {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      var start = buffer.baseAddress
      return unsafe functions.d2i_X509_CRL(nil, &start, buffer.count)
    }
  }
}
