internal import CLibXML2

/// The libxml2 that runs.
enum XMLLibrary {
  /// Whether it is of the versions whose trees are known in all their parts, so that their memory may
  /// be taken and given back without it; the trees of any other are made by its own functions.
  static let isKnown: Bool = {
    guard let text = unsafe pysarLibraryVersion() else { return false }
    let version = Int(unsafe String(cString: text).prefix { $0.isNumber }) ?? 0
    return (20900..<21000).contains(version) && version == Int(LIBXML_VERSION)
  }()
}
