internal import Compression

/// Reads ZIP archives by their directory (APPNOTE 6.3), those of other programs, too.
///
/// What an archive says of itself is believed only as far as its bytes bear it out.
package struct ZIPReader {
  /// The names of its files, in their order.
  package let names: [String]
  private let bytes: [UInt8]
  private let lines: [Line]

  /// What the directory says of a file.
  private struct Line {
    var name: String
    var nameBytes: ArraySlice<UInt8>
    var flags, method: Int
    var checksum: UInt32
    var length, size, place: Int
  }

  /// How many bytes its files have together, as it says.
  package var size: Int { lines.reduce(0) { $0 + $1.size } }

  /// Whether a file of it needs a password.
  package var isEncrypted: Bool { lines.contains { $0.flags & 1 != 0 } }

  /// A file that claims to be larger is not unpacked.
  private static let largest = 64 << 20

  /// Reads the directory of an archive; nil where there is none.
  package init?(_ bytes: [UInt8]) {
    guard bytes.number(at: 0, 4) == 0x0403_4B50 else { return nil }
    // A comment may stand behind the end.
    let (endSize, longestComment) = (22, 0xFFFF)
    var end = bytes.count - endSize
    let first = max(0, end - longestComment)
    while end >= first, bytes.number(at: end, 4) != 0x0605_4B50 { end -= 1 }
    guard end >= first, let count = bytes.number(at: end + 10, 2),
      var place = bytes.number(at: end + 16, 4)
    else { return nil }
    var lines: [Line] = []
    for _ in 0..<count {
      guard let line = Self.line(bytes, at: &place) else { return nil }
      lines.append(line)
    }
    (self.bytes, self.lines, names) = (bytes, lines, lines.map(\.name))
  }

  /// Reads a line of the directory, and goes on behind it; nil where there is none.
  private static func line(_ bytes: [UInt8], at place: inout Int) -> Line? {
    guard bytes.number(at: place, 4) == 0x0201_4B50, let flags = bytes.number(at: place + 8, 2),
      let method = bytes.number(at: place + 10, 2),
      let checksum = bytes.number(at: place + 16, 4), let length = bytes.number(at: place + 20, 4),
      let size = bytes.number(at: place + 24, 4), let nameLength = bytes.number(at: place + 28, 2),
      let extraLength = bytes.number(at: place + 30, 2),
      let commentLength = bytes.number(at: place + 32, 2),
      let start = bytes.number(at: place + 42, 4), place + 46 + nameLength <= bytes.count
    else { return nil }
    let name = bytes[place + 46..<place + 46 + nameLength]
    place += 46 + nameLength + extraLength + commentLength
    return Line(
      name: String(decoding: name, as: UTF8.self), nameBytes: name, flags: flags, method: method,
      checksum: UInt32(checksum),
      length: length, size: size, place: start)
  }

  /// The bytes of a file; nil where there is none of the name, it is damaged or encrypted, or it has
  /// another name where it stands than in the directory.
  package subscript(name: String) -> [UInt8]? {
    guard let line = lines.first(where: { $0.name == name }), line.size <= Self.largest,
      line.flags & 1 == 0, bytes.number(at: line.place, 4) == 0x0403_4B50,
      let nameLength = bytes.number(at: line.place + 26, 2),
      let extraLength = bytes.number(at: line.place + 28, 2)
    else { return nil }
    let start = line.place + 30 + nameLength + extraLength
    guard start + line.length <= bytes.count,
      bytes[line.place + 30..<line.place + 30 + nameLength].elementsEqual(line.nameBytes)
    else { return nil }
    let data = bytes[start..<start + line.length]
    let content: [UInt8]?
    switch line.method {
    case 0: content = Array(data)
    case 8: content = Inflate.unpackBare(data, to: line.size)
    default: content = nil
    }
    guard let content, content.count == line.size, CRC32.of(content) == line.checksum else {
      return nil
    }
    return content
  }
}

extension [UInt8] {
  /// The number in some bytes, the lowest first; nil where they are not there.
  fileprivate func number(at place: Int, _ length: Int) -> Int? {
    guard place >= 0, place + length <= count else { return nil }
    return self[place..<place + length].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
