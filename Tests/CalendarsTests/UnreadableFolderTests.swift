import Calendars
import Diagnostics
import Files
import Foundation
import TestSupport
import Testing

/// A folder of one's own that cannot be read hides nothing that is built in.
@Suite struct UnreadableFolderTests {
  /// A folder whose own `calendars` is a link to itself, which nobody can follow.
  private static func unreadable(_ name: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "pysar-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.path(percentEncoded: false)
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + name, withDestinationPath: path + "/" + name)
    return path
  }

  @Test func theBuiltInCalendarStays() throws {
    let own = try Self.unreadable("calendars")
    defer { try? FileManager.default.removeItem(atPath: own) }
    let builtIn = CalendarReader.read(TemplateFolders([Fixture.templates]))
    let read = CalendarReader.read(TemplateFolders([Fixture.templates, own]))
    #expect(read.diagnostics.map(\.code) == ["unreadable-file"])
    #expect(read.diagnostics.map(\.file) == ["calendars"])
    #expect(read.value?.years.map(\.year) == builtIn.value?.years.map(\.year))
    #expect(read.value?.years.isEmpty == false)
  }

  @Test func whatCanBeListedIsListedWithItsFaults() throws {
    let own = try Self.unreadable("kinds")
    defer { try? FileManager.default.removeItem(atPath: own) }
    let files = TemplateLayer.texts(["kinds/note/schema.yaml": "type: object\n"])
    let list = TemplateFolders([files, .folder(own)]).list("kinds")
    #expect(list.names == ["note"] && list.folders.paths.isEmpty)
    #expect(list.diagnostics.map(\.code) == ["unreadable-file"])
    #expect(TemplateFolders([files]).list("words").diagnostics.isEmpty)
  }

  @Test func namesDifferByTheirBytes() {
    let spellings = ["kinds/ї.yaml", "kinds/і\u{308}.yaml"]
    let layers = spellings.map { TemplateLayer.texts([$0: ""]) }
    #expect(TemplateFolders(layers).list("kinds").names.count == 2)
  }
}
