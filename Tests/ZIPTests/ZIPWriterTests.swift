import Diagnostics
import TestSupport
import Testing
import ZIP

struct ZIPWriterTests {
  private static let text = Array(String(repeating: "рядок за рядком\n", count: 100).utf8)

  private static func archive(_ entries: [ZIPEntry]) throws -> [UInt8] {
    var writer = ZIPWriter()
    for entry in entries { try writer.add(entry) }
    return writer.finish()
  }

  @Test func filesComeBackInTheirOrder() throws {
    let bytes = try Self.archive([
      ZIPEntry("mimetype", stored: Array("application/zip".utf8)),
      ZIPEntry("тека/план № 1.yaml", Self.text), ZIPEntry("порожній", []),
    ])
    let file = ZIPFile(bytes)
    #expect(file.faults == [])
    #expect(file.files.map(\.name) == ["mimetype", "тека/план № 1.yaml", "порожній"])
    #expect(file.files.map(\.isCompressed) == [false, true, false])
    #expect(file["тека/план № 1.yaml"] == Self.text && file["порожній"] == [])
    // Programs tell what an archive is by what stands at this place, uncompressed.
    #expect(bytes[30..<53].elementsEqual("mimetypeapplication/zip".utf8))
  }

  @Test func theSameFilesGiveTheSameBytes() throws {
    let entries = [ZIPEntry("a", Self.text), ZIPEntry("b", [1, 2, 3])]
    #expect(try Self.archive(entries) == Self.archive(entries))
    let bytes = try Self.archive(entries)
    // The first day that the format knows, at midnight.
    #expect(Array(bytes[10..<14]) == [0, 0, 0x21, 0])
  }

  @Test func anEmptyArchiveIsOne() throws {
    let file = ZIPFile(try Self.archive([]))
    #expect(file.faults == [] && file.files.isEmpty)
  }

  @Test func whatTheFormatDoesNotHoldIsRefused() throws {
    var small = ZIPWriter(sizeLimit: 200)
    try small.add(ZIPEntry("перший", stored: [1]))
    #expect(throws: ProgramFault.self) {
      try small.add(ZIPEntry("другий", stored: [UInt8](repeating: 7, count: 100)))
    }
    // Small as it is packed, it is too large unpacked.
    var other = ZIPWriter(sizeLimit: 200)
    #expect(throws: ProgramFault.self) {
      try other.add(ZIPEntry("третій", [UInt8](repeating: 7, count: 300)))
    }
    var names = ZIPWriter()
    #expect(throws: ProgramFault.self) {
      try names.add(ZIPEntry(String(repeating: "я", count: 40_000), []))
    }
    try names.add(ZIPEntry("двічі", []))
    #expect(throws: ProgramFault.self) { try names.add(ZIPEntry("двічі", [])) }
  }

  @Test func moreFilesThanTheFormatCountsAreRefused() throws {
    var writer = ZIPWriter()
    for number in 0..<0xFFFF { try writer.add(ZIPEntry(String(number), stored: [])) }
    #expect(throws: ProgramFault.self) { try writer.add(ZIPEntry("ще один", stored: [])) }
  }
}
