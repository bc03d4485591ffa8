internal import Diagnostics
internal import XML

/// A manifest of a container (EN 319 162-1, A.4): which of its files a signature is of, each with its
/// digest.
struct ASiCManifest {
  /// What it says of a file.
  struct Entry {
    let path: String
    /// The algorithm of the digest, by its identifier, or as the manifest names it.
    let algorithm: String
    let digest: [UInt8]
  }

  /// The path of the signature, which is of the manifest itself.
  let signature: String
  let entries: [Entry]

  /// Reads a manifest; nil where the bytes are none.
  init?(_ bytes: [UInt8]) {
    guard let parsed = try? XMLReader.read(bytes) else { return nil }
    let root = parsed.tree.root
    guard root.name == "ASiCManifest",
      let signature = root.children.first(where: { $0.name == "SigReference" })?.path
    else { return nil }
    self.signature = signature
    var entries: [Entry] = []
    for node in root.children where node.name == "DataObjectReference" {
      guard let path = node.path,
        let method = node.children.first(where: { $0.name == "DigestMethod" })?
          .attribute("Algorithm")?.stringValue,
        let value = node.children.first(where: { $0.name == "DigestValue" }),
        let digest = Base64.bytes(of: value.stringValue.utf8)
      else { return nil }
      entries.append(
        Entry(path: path, algorithm: Self.algorithms[method] ?? method, digest: digest))
    }
    self.entries = entries
  }

  private static let algorithms = [
    "http://www.w3.org/2001/04/xmlenc#sha256": "2.16.840.1.101.3.4.2.1",
    "http://www.w3.org/2001/04/xmldsig-more#sha384": "2.16.840.1.101.3.4.2.2",
    "http://www.w3.org/2001/04/xmlenc#sha512": "2.16.840.1.101.3.4.2.3",
  ]
}

extension XMLNode {
  /// The path that an element refers to; nil where there is none.
  fileprivate var path: String? {
    guard isElement, let text = attribute("URI")?.stringValue else { return nil }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let number = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
        return nil
      }
      bytes.append(number)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
