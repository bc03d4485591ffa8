internal import CZlib

/// A ZIP archive as tests read it back.
package struct ZIPFile {
  /// The files in their order, with their bytes.
  package private(set) var files: [(name: String, isCompressed: Bool, bytes: [UInt8])] = []
  /// What is wrong with the archive.
  package private(set) var faults: [String] = []
  private let bytes: [UInt8]

  /// Reads an archive without a comment.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let end = bytes.count - 22
    guard end >= 0, number(at: end, 4) == 0x0605_4B50 else {
      faults.append("there is no end of a directory")
      return
    }
    let (size, start) = (number(at: end + 12, 4), number(at: end + 16, 4))
    var place = start
    var next = 0
    while place < start + size { next = readEntry(&place, expectedAt: next) }
    if next != start || start + size != end { faults.append("something stands between the files") }
    if files.count != number(at: end + 10, 2) { faults.append("the directory counts otherwise") }
  }

  /// The bytes of a file; nil where there is none of the name.
  package subscript(name: String) -> [UInt8]? { files.first { $0.name == name }?.bytes }

  /// Reads a file by its line of the directory, and gives where it ends.
  private mutating func readEntry(_ line: inout Int, expectedAt expected: Int) -> Int {
    guard number(at: line, 4) == 0x0201_4B50 else {
      faults.append("a line of the directory is none")
      line = .max / 2
      return 0
    }
    let nameLength = number(at: line + 28, 2)
    let name = String(decoding: bytes[line + 46..<line + 46 + nameLength], as: UTF8.self)
    let place = number(at: line + 42, 4)
    if place != expected { faults.append("\(name) does not follow the file before it") }
    let common = 26
    if number(at: place, 4) != 0x0403_4B50
      || bytes[line + 6..<line + 6 + common] != bytes[place + 4..<place + 4 + common]
      || bytes[line + 46..<line + 46 + nameLength] != bytes[place + 30..<place + 30 + nameLength]
    {
      faults.append("\(name) is not where the directory says")
    }
    let (method, checksum) = (number(at: line + 10, 2), number(at: line + 16, 4))
    let (length, size) = (number(at: line + 20, 4), number(at: line + 24, 4))
    let data = Array(bytes[place + 30 + nameLength..<place + 30 + nameLength + length])
    let content = method == 0 ? data : unpacked(data, size: size)
    let sum = unsafe content.withUnsafeBufferPointer {
      Int(unsafe crc32_z(0, $0.baseAddress, $0.count))
    }
    if content.count != size || sum != checksum { faults.append("\(name) is not what was packed") }
    files.append((name, method == 8, content))
    line += 46 + nameLength + number(at: line + 30, 2)
    return place + 30 + nameLength + length
  }

  private func number(at place: Int, _ count: Int) -> Int {
    bytes[place..<place + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

/// Bytes as they were before they were compressed bare; none where that is not what was done.
private func unpacked(_ bytes: [UInt8], size: Int) -> [UInt8] {
  unsafe [UInt8](unsafeUninitializedCapacity: size) { room, count in
    unsafe bytes.withUnsafeBufferPointer { source in
      var stream = unsafe z_stream()
      unsafe stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
      unsafe stream.avail_in = UInt32(source.count)
      unsafe stream.next_out = room.baseAddress
      unsafe stream.avail_out = UInt32(size)
      let window: Int32 = -15
      guard
        unsafe inflateInit2_(&stream, window, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
          == Z_OK
      else { return }
      let code = unsafe inflate(&stream, Z_FINISH)
      count = code == Z_STREAM_END ? unsafe Int(stream.total_out) : 0
      _ = unsafe inflateEnd(&stream)
    }
  }
}
