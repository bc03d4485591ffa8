/// A path as what it is told from others by: its bytes. Texts are equal in Swift where they are the
/// same letters, however these are put together (NFC, NFD), and a folder may hold a file of each.
package struct PathKey: Sendable, Hashable {
  private let bytes: [UInt8]

  /// Makes the key of a path.
  package init(_ path: some StringProtocol) { bytes = Array(path.utf8) }

  /// The path.
  package var path: String { String(decoding: bytes, as: UTF8.self) }
}

extension Set<PathKey> {
  /// The paths in the order of their bytes.
  package var paths: [String] {
    map(\.path).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
