import Bytes
internal import XML

/// Nodes by their texts: for each text the first node that has it.
struct TextIndex {
  /// The nodes, in their order.
  let nodes: [XMLNode]
  /// The place of the first node of each text, by the hash of the text.
  private var places: [UInt64: Int] = [:]
  /// How long the texts are, each length once, the shortest first.
  private var lengths: [Int] = []

  /// Reads the texts of nodes.
  init(_ nodes: [XMLNode]) {
    self.nodes = nodes
    var lengths: Set<Int> = []
    places.reserveCapacity(nodes.count)
    for (place, node) in nodes.enumerated() {
      node.withText { text in
        lengths.insert(text.count)
        var hash = TextHash()
        for index in text.indices { hash.add(text[index]) }
        if places[hash.value] == nil { places[hash.value] = place }
      }
    }
    self.lengths = lengths.sorted()
  }

  /// The first node that has a text.
  func firstNode(withText text: Span<UInt8>) -> XMLNode? {
    var hash = TextHash()
    for index in text.indices { hash.add(text[index]) }
    guard let node = places[hash.value].map({ nodes[$0] }) else { return nil }
    return node.withText { $0.equals(text) } ? node : nil
  }

  /// The first node whose text another begins with.
  func firstNode(beginning text: Span<UInt8>) -> XMLNode? {
    var hash = TextHash()
    var first = Int.max
    var done = 0
    for length in lengths {
      guard length <= text.count else { break }
      while done < length {
        hash.add(text[done])
        done += 1
      }
      if let place = places[hash.value], place < first { first = place }
    }
    guard first < nodes.count else { return nil }
    let node = nodes[first]
    let begins = node.withText {
      $0.count <= text.count && text.extracting(first: $0.count).equals($0)
    }
    return begins ? node : nil
  }
}

/// A hash of a text that goes on with each byte of it (FNV-1a). What it finds is compared again.
private struct TextHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
