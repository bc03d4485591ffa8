internal import Diagnostics
internal import Files
internal import ZIP

/// What is signed must not be changed: a signature holds for these bytes and no others.
extension SignatureFiles {
  /// The file with a signature that holds for another as it is: one beside it, or the file itself.
  ///
  /// A plan is signed by the signatures of its renditions, too. A signature that is named as the plan
  /// is, is that of the plan; of a rendition only where no plan is beside it.
  package mutating func signature(on path: String) -> String? {
    if let bytes = try? SourceFile(at: path).bytes, Self.isSigned(bytes) { return path }
    let own = FolderCursor.parts(of: path).name
    return names(beside: path).filter { $0 != own && Self.holdsSignature($0) }
      .map { Self.folder(of: path) + $0 }
      .first { Self.isSignature($0, of: path) && Self.isMadeBySigning($0) }
  }

  /// Whether a name is that of a signature, or of an envelope with signed contents.
  private static func holdsSignature(_ name: String) -> Bool {
    isSignature(name) || name.lowercased().hasSuffix(".p7m")
  }

  /// Whether a signature is of a file, or of what is made of it where that is a plan.
  private static func isSignature(_ signature: String, of path: String) -> Bool {
    if signature.hasPrefix(path + ".") { return true }
    let plan = plan(of: signature)
    if plan != nil || isPlan(path) { return plan == path }
    // What it is of is the file with most of its name.
    var signed = stem(of: signature)
    while signed != stem(of: path), !FileSystem.isFile(signed) {
      let shorter = stem(of: signed)
      guard shorter != signed else { return false }
      signed = shorter
    }
    return signed == stem(of: path)
  }

  /// Whether a file has a signature; a container has none before it is signed.
  private static func isMadeBySigning(_ path: String) -> Bool {
    guard let bytes = try? SourceFile(at: path).bytes, let archive = ZIPReader(bytes) else {
      return true
    }
    return isSigned(archive)
  }

  /// Whether a signature is in a file: a PDF, a container, a file of Word, or XML.
  private static func isSigned(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: "%PDF-".utf8) { return bytes.contains("/ByteRange".utf8) }
    if bytes.starts(with: "<".utf8) {
      return bytes.contains("http://www.w3.org/2000/09/xmldsig#".utf8)
    }
    return ZIPReader(bytes).map(isSigned) ?? false
  }

  private static func isSigned(_ archive: ZIPReader) -> Bool {
    archive.names.contains { $0.hasPrefix("META-INF/") || $0.hasPrefix("_xmlsignatures/") }
  }
}
