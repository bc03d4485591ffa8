internal import CLibXML2

/// The names that paths ask for, one behind the other, each with a 0 behind it, as libxml2 has them.
struct PathNames {
  /// One of the names.
  struct Name {
    fileprivate var place = 0
    /// Its first two bytes, which tell it from most others.
    fileprivate var start: UInt16 = 0
  }

  private var bytes: [UInt8] = []

  /// Adds a name.
  mutating func add(_ text: String) -> Name {
    let name = Array(text.utf8) + [0]
    let place = bytes.count
    bytes += name
    return Name(place: place, start: Self.start(name[0], name[1]))
  }

  /// Whether an element or attribute has a name.
  func isName(_ name: Name, of node: UnsafePointer<xmlChar>?) -> Bool {
    // A name has a byte at least, and a 0 behind it.
    guard let node = unsafe node, unsafe Self.start(node[0], node[1]) == name.start else {
      return false
    }
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe bytes.baseAddress.map { unsafe pysarIsSame(node, $0 + name.place) != 0 } ?? false
    }
  }

  private static func start(_ first: UInt8, _ second: UInt8) -> UInt16 {
    UInt16(first) << 8 | UInt16(second)
  }
}
