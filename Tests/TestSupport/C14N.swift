internal import CLibXML2

/// The canonical form of a text, as libxml2's own C14N makes it: what canonical output is held
/// against. Empty where the text is not well formed.
package func c14n(_ bytes: [UInt8]) -> [UInt8] {
  let document = unsafe bytes.withUnsafeBytes { buffer in
    unsafe xmlReadMemory(
      buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, "UTF-8",
      Int32(XML_PARSE_NONET.rawValue))
  }
  guard let document = unsafe document else { return [] }
  defer { unsafe xmlFreeDoc(document) }
  var output: UnsafeMutablePointer<xmlChar>?
  let count = unsafe xmlC14NDocDumpMemory(
    document, nil, Int32(XML_C14N_1_0.rawValue), nil, 1, &output)
  guard count >= 0, let output = unsafe output else { return [] }
  defer { unsafe pysarFree(output) }
  return unsafe Array(UnsafeBufferPointer(start: output, count: Int(count)))
}
