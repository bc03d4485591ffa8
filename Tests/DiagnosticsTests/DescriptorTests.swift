import Diagnostics
import Foundation
import Glibc
import Testing

@testable import Files

@Suite struct DescriptorTests {
  private let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "pysar-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path(percentEncoded: false)
  }

  @Test(arguments: [0, 1, 1 << 20]) func contentsAreReplacedWhole(_ count: Int) throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = try Folder(at: path).openOrCreate("a")
    try file.write([UInt8](repeating: 1, count: 1000))
    try file.replaceContents([UInt8](repeating: 2, count: count))
    #expect(try Folder(at: path).contents(of: "a") == [UInt8](repeating: 2, count: count))
  }

  @Test func aFullDiskIsToldAsTheSystemDoes() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let full = try Folder(at: "/dev").openOrCreate("full")
    #expect(throws: SystemError(code: ENOSPC)) { try full.replaceContents([1]) }
  }

  @Test func whatIsNoSourceSaysWhy() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let large = try Folder(at: path).openOrCreate("large")
    try #require(ftruncate(large.number, SourceFile.sizeLimit + 1) == 0)
    #expect(throws: FileFault.tooLarge(limit: SourceFile.sizeLimit)) {
      try SourceFile(at: path + "/large")
    }
    #expect(throws: SystemError.tooLarge) { try Folder(at: path).contents(of: "large") }
    _ = try Folder(at: path).makeFolder("folder")
    #expect(throws: SystemError.isFolder) { try Folder(at: path).contents(of: "folder") }
  }
}
