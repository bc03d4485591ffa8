import ArgumentParser
import Signatures

/// The option of the commands that check signatures.
struct TrustOption: ParsableArguments {
  @Option(
    name: .customLong("trust"),
    help: ArgumentHelp(
      "The folder of trusted certificates, and of lists of revoked ones (CRL): PEM, DER, *.p7b.",
      valueName: "dir"),
    completion: .directory)
  var folder: String?

  /// The certificates; nil where none is to be judged.
  ///
  /// - Throws: why the folder cannot be used.
  func certificates() throws -> TrustFolder? { try folder.map { try TrustFolder(at: $0) } }
}
