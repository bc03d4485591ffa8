import Testing
import ZIP

struct ZIPReaderTests {
  private static let text = Array(String(repeating: "рядок за рядком\n", count: 100).utf8)

  private static func archive() throws -> [UInt8] {
    var writer = ZIPWriter()
    try writer.add(ZIPEntry("перший", text))
    try writer.add(ZIPEntry("другий", stored: [1, 2, 3]))
    return writer.finish()
  }

  @Test func whatWasWrittenIsRead() throws {
    let reader = try #require(ZIPReader(try Self.archive()))
    #expect(reader.names == ["перший", "другий"])
    #expect(reader["перший"] == Self.text && reader["другий"] == [1, 2, 3])
    #expect(reader["третій"] == nil)
  }

  @Test func aCommentMayStandAtTheEnd() throws {
    var bytes = try Self.archive()
    bytes[bytes.count - 2] = 5
    #expect(ZIPReader(bytes + Array("слово".utf8))?["другий"] == [1, 2, 3])
  }

  @Test func noArchiveIsNone() throws {
    #expect(ZIPReader([]) == nil && ZIPReader(Array("PK\u{3}\u{4}".utf8)) == nil)
    #expect(ZIPReader(Array(Self.text)) == nil)
    #expect(ZIPReader(try Self.archive().dropLast(30)) == nil)
  }

  @Test func damageIsSeenAndMakesNoTrap() throws {
    let whole = try Self.archive()
    for place in whole.indices {
      for byte: UInt8 in [0, 0xFF, whole[place] ^ 1] {
        var bytes = whole
        bytes[place] = byte
        guard let reader = ZIPReader(bytes) else { continue }
        for name in reader.names {
          guard let content = reader[name] else { continue }
          #expect(content == Self.text || content == [1, 2, 3])
        }
      }
    }
    for end in whole.indices { _ = ZIPReader(Array(whole[..<end])) }
  }
}
