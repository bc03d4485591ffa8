internal import CLibXML2

/// The canonical form of a tree (Canonical XML 1.0, W3C), with one namespace for all elements.
///
/// Elements that hold only elements are indented by two spaces a level; the white space belongs to
/// the canonical text.
package enum CanonicalXML {
  /// The bytes of a tree, in UTF-8, ending with a line feed.
  package static func write(_ root: XMLNode, namespace: String) -> [UInt8] {
    let declaration = Array(" xmlns=\"\(namespace)\"".utf8)
    var size = 16384
    while true {
      var needed = 0
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        var output = unsafe CanonicalOutput(buffer)
        unsafe output.write(element: root.pointer, declaration, depth: 0)
        output.put(0x0A)
        needed = output.count
        count = min(needed, size)
      }
      if needed <= size { return bytes }
      size = needed
    }
  }
}
