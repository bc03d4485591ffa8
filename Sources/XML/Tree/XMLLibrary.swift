internal import CLibXML2

/// The libxml2 that runs.
package enum XMLLibrary {
  /// Its version: 20914 for 2.9.14; 0 where it says none.
  package static let version =
    unsafe pysarLibraryVersion().flatMap { Int(unsafe String(cString: $0).prefix(5)) } ?? 0

  /// Whether it is of the versions whose trees are known in all their parts, so that their memory may
  /// be taken and given back without it; the trees of any other are made by its own functions.
  static let isKnown = (20900..<21000).contains(version) && version == Int(LIBXML_VERSION)
}
