internal import CLibXML2
internal import Glibc

/// The memory of a tree that is built: nodes, names and texts stand one behind the other in a few
/// large pieces, and all is given back at once. libxml2 would take each by itself and give back each.
@safe struct TreeMemory {
  /// The piece that is being taken from; each begins with the address of the one before it.
  private var piece: UnsafeMutableRawPointer?
  private var next: UnsafeMutableRawPointer?
  private var left = 0
  /// The size of the next piece: as much as most trees take in all. A file may hold thousands of
  /// plans of a few nodes, so that the first is small.
  private var pieceSize = 4 << 10
  private static let largestPiece = 32 << 10

  /// Makes the memory of a tree, which stands in itself.
  static func make() -> UnsafeMutablePointer<TreeMemory> {
    var memory = TreeMemory()
    let place = unsafe memory.take(MemoryLayout<TreeMemory>.size)
    return unsafe place.initializeMemory(as: TreeMemory.self, to: memory)
  }

  /// Takes so many bytes, in place for any field of libxml2's structures.
  mutating func take(_ size: Int) -> UnsafeMutableRawPointer {
    let size = (size + 7) & ~7
    if size > left { addPiece(size) }
    guard let taken = unsafe next else { preconditionFailure("there is a piece") }
    unsafe next = unsafe taken + size
    left -= size
    return unsafe taken
  }

  /// Takes a copy of a text, with a 0 behind it as C has it.
  mutating func take(_ text: Span<UInt8>) -> UnsafeMutablePointer<UInt8> {
    let copy = unsafe take(text.count + 1).bindMemory(to: UInt8.self, capacity: text.count + 1)
    unsafe text.withUnsafeBufferPointer { text in
      if let start = text.baseAddress {
        unsafe copy.initialize(from: start, count: text.count)
      }
    }
    unsafe copy[text.count] = 0
    return unsafe copy
  }

  /// Gives all of it back, and the memory that this value stands in.
  func giveBack() {
    var last = unsafe piece
    while let piece = unsafe last {
      unsafe last = unsafe piece.load(as: UnsafeMutableRawPointer?.self)
      unsafe free(piece)
    }
  }

  private mutating func addPiece(_ size: Int) {
    let head = MemoryLayout<Int>.size
    left = max(size, pieceSize - head)
    pieceSize = min(pieceSize * 2, Self.largestPiece)
    guard let added = unsafe malloc(head + left) else {
      preconditionFailure("there is no memory for a tree")
    }
    unsafe added.storeBytes(of: piece, as: UnsafeMutableRawPointer?.self)
    unsafe piece = unsafe added
    unsafe next = unsafe added + head
  }
}

extension xmlDoc {
  /// Whether the tree has a memory of its own.
  var hasMemory: Bool { unsafe psvi != nil }

  /// The memory of a tree that is built, in the field that libxml2 leaves to others.
  ///
  /// A tree that was read from a text has none, nor has one of a libxml2 that is not known.
  var memory: UnsafeMutablePointer<TreeMemory> {
    guard let memory = unsafe psvi else { preconditionFailure("the tree has no memory of its own") }
    return unsafe memory.assumingMemoryBound(to: TreeMemory.self)
  }
}
