internal import CLibXML2
internal import Diagnostics

extension CanonicalXML {
  /// The canonical form of a text, as libxml2's own C14N makes it: what ``write(_:namespace:)`` is
  /// held against.
  ///
  /// - Throws: what keeps the text from being read as XML.
  package static func canonicalise(_ bytes: [UInt8]) throws(XMLFault) -> [UInt8] {
    let parsed = try XMLReader.read(bytes)
    var output: UnsafeMutablePointer<xmlChar>?
    let count = unsafe xmlC14NDocDumpMemory(
      parsed.tree.document, nil, Int32(XML_C14N_1_0.rawValue), nil, 1, &output)
    guard count >= 0, let output = unsafe output else {
      preconditionFailure("libxml2 has no memory for the canonical form")
    }
    defer { unsafe pysarFree(output) }
    return unsafe Array(UnsafeBufferPointer(start: output, count: Int(count)))
  }
}
