import Testing

@testable import Batches

/// A program is known by the build ID in its notes.
@Suite struct BuildIDTests {
  /// An ELF file of one program header, with one note in it.
  static func file(_ name: String, type: UInt8, _ content: [UInt8]) -> [UInt8] {
    var bytes = [0x7F, 0x45, 0x4C, 0x46, 2, 1] + [UInt8](repeating: 0, count: 58)
    (bytes[0x20], bytes[0x36], bytes[0x38]) = (64, 56, 1)
    let name = Array(name.utf8) + [0]
    let padding = [UInt8](repeating: 0, count: (4 - name.count % 4) % 4)
    let note =
      [UInt8(name.count), 0, 0, 0, UInt8(content.count), 0, 0, 0, type, 0, 0, 0] + name + padding
      + content
    var header = [UInt8](repeating: 0, count: 56)
    (header[0], header[8], header[32]) = (4, 120, UInt8(note.count))
    return bytes + header + note
  }

  @Test func isFoundInTheNotes() {
    let id: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 8]
    #expect(BuildID.read(Self.file("GNU", type: 3, id)) == id)
    #expect(BuildID.read(Self.file("GNU", type: 1, id)) == nil)
    #expect(BuildID.read(Self.file("stapsdt", type: 3, id)) == nil)
    #expect(BuildID.read(Array("#!/bin/sh\n".utf8)) == nil)
  }

  @Test func brokenFilesHaveNone() {
    let whole = Self.file("GNU", type: 3, [1, 2, 3, 4])
    for count in whole.indices { #expect(BuildID.read(Array(whole[..<count])) == nil) }
    for index in whole.indices {
      var broken = whole
      broken[index] = 0xFF
      _ = BuildID.read(broken)
    }
  }
}
