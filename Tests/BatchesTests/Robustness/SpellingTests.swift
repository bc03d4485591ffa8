import Diagnostics
import Discovery
import Files
import NoteTemplates
import Renditions
import Testing

@testable import Batches

/// Names that are the same letters, put together otherwise, are of two files.
struct SpellingTests {
  private static let names = ["\u{457}.yaml", "\u{456}\u{308}.yaml"]
  private let fixture: BatchFixture

  init() throws { fixture = try BatchFixture() }

  @Test func bothSpellingsAreBuiltAndChecked() async throws {
    for (number, name) in Self.names.enumerated() {
      try fixture.write(SmallTemplates.note("Автор \(number)"), "plans/" + name)
    }
    try fixture.makeFolder("more")
    let all = ["more/../plans"] + Self.names.map { "plans/" + $0 }
    try fixture.write(SmallTemplates.note("Гай"), "more/a.yaml")
    for plans in [["plans"], all] {
      let list = PlanFinder.find(
        plans.map(fixture.at), ignoring: [], output: fixture.at("out"), isFollowingLinks: false,
        shard: nil)
      #expect(list.files.count == 2)
    }
    let renderer = PlanRenderer(folders: TemplateFolders([fixture.at("templates")]))
    var inspection = Inspection(renderer: renderer, book: nil, day: nil)
    for path in all + ["plans"] { inspection.check(fixture.at(path)) }
    #expect(inspection.count == 2)
    #expect(try await fixture.build().written == 10)
  }

  @Test func paths() {
    let keys = Set(Self.names.map { PathKey($0) })
    #expect(keys.count == 2 && keys.contains(PathKey(Self.names[0][...])))
    #expect(keys.paths.map { Array($0.utf8) } == Self.names.reversed().map { Array($0.utf8) })
    #expect(
      FileSystem.path(of: "/a/\u{457}/b", from: "/a/\u{456}\u{308}").unicodeScalars.starts(
        with: "../\u{457}".unicodeScalars))
  }
}
