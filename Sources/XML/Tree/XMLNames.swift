internal import CLibXML2

/// Several names, one behind the other, each ending with a 0: looking for one touches nothing else.
package struct XMLNames: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]

  /// Makes a list of names.
  package init(_ names: some Sequence<String>) {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    for name in names {
      starts.append(bytes.count)
      bytes += name.utf8
      bytes.append(0)
    }
    self.bytes = bytes
    self.starts = starts
  }

  /// Whether the name of a node is one of them.
  package func hold(_ node: XMLNode) -> Bool {
    guard let name = unsafe node.pointer.pointee.name else { return false }
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return false }
      for start in starts where unsafe pysarIsSame(name, base + start) != 0 { return true }
      return false
    }
  }
}
