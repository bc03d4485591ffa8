/// The build ID of an ELF file: what the linker made of all that it put into the program, so that it
/// identifies the program as well as a digest of its tens of megabytes does.
enum BuildID {
  /// How much of a file's start holds its headers and notes.
  static let headLength = 1 << 12

  private static let notes = 4
  private static let buildID = 3

  /// Finds the build ID in the start of a file; nil where there is none, or no 64-bit ELF file.
  static func read(_ head: [UInt8]) -> [UInt8]? {
    guard head.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]), let start = number(head, at: 0x20, 8),
      let size = number(head, at: 0x36, 2), let count = number(head, at: 0x38, 2)
    else { return nil }
    for index in 0..<count {
      let header = start + index * size
      guard let type = number(head, at: header, 4), let offset = number(head, at: header + 8, 8),
        let length = number(head, at: header + 32, 8)
      else { return nil }
      if type == notes, length <= head.count,
        let id = read(head, notesIn: offset..<offset + length)
      {
        return id
      }
    }
    return nil
  }

  private static func read(_ head: [UInt8], notesIn range: Range<Int>) -> [UInt8]? {
    var place = range.lowerBound
    while place < range.upperBound, let nameLength = number(head, at: place, 4),
      let length = number(head, at: place + 4, 4), let type = number(head, at: place + 8, 4)
    {
      let name = place + 12
      let content = name + padded(nameLength)
      place = content + padded(length)
      guard place <= head.count else { return nil }
      if type == buildID, length > 0, head[name..<name + nameLength].elementsEqual("GNU\0".utf8) {
        return Array(head[content..<content + length])
      }
    }
    return nil
  }

  private static func padded(_ length: Int) -> Int { (length + 3) & ~3 }

  /// A number in so many bytes, the lowest first; nil where it does not lie in the head, or is
  /// larger than any offset in it could be.
  private static func number(_ head: [UInt8], at place: Int, _ size: Int) -> Int? {
    guard place >= 0, place <= head.count - size else { return nil }
    var result = 0
    for byte in head[place..<place + size].reversed() {
      guard result < 1 << 40 else { return nil }
      result = result << 8 | Int(byte)
    }
    return result
  }
}
