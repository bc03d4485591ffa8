import Calendars
import Diagnostics
import Files
import Lifecycle
import Renditions
import TestSupport
import Testing

/// A plan is begun anew without the days of its signatures, in whatever way these are written.
struct RevisionDraftTests {
  private static var renderer: PlanRenderer {
    PlanRenderer(folders: TemplateFolders([Fixture.templates]))
  }

  /// The plan of the example with other approvals.
  private static func plan(approvals: String) throws -> SourceFile {
    let example = String(
      decoding: try Fixture("Templates/kinds/performance-plan/example.en.yaml").bytes(),
      as: UTF8.self)
    let start = try #require(example.firstRange(of: "approvals:\n"))
    let text = example[..<start.lowerBound] + approvals + "acknowledgement: {name: Калина О. П.}\n"
    return SourceFile(name: "plan.yaml", bytes: Array(text.utf8))
  }

  private static func draft(approvals: String) throws -> SourceFile {
    let tree = try #require(renderer.read(try plan(approvals: approvals))[0].value)
    let draft = try RevisionDraft(
      of: tree, path: "plan.yaml", quarter: .first, readBy: renderer)
    return SourceFile(name: "draft.yaml", bytes: draft.bytes)
  }

  static let kept = [
    (
      "approvals:\n  - date: 2026-12-21\n    position: Радник\n    name: Гай Г. Г.\n",
      "approvals:\n  - position: Радник\n    name: Гай Г. Г.\n"
    ),
    (
      "approvals:\n- date: 2026-12-21   # signed, in ink\n  # who\n  position: Радник\n  name: Гай Г. Г.\n",
      "approvals:\n- \n  # who\n  position: Радник\n  name: Гай Г. Г.\n"
    ),
    (
      "approvals:\n  - date:\n      2026-12-21\n    position: Радник\n    name: Гай Г. Г.\n",
      "approvals:\n  - position: Радник\n    name: Гай Г. Г.\n"
    ),
    (
      "approvals:\n  - position: Радник\n    \"date\": '21.12.2026' # a, b}\n    name: Гай Г. Г.\n",
      "approvals:\n  - position: Радник\n    name: Гай Г. Г.\n"
    ),
    (
      "approvals:\n  - {date: 2026-12-21, position: Радник, name: Гай Г. Г.}\n",
      "approvals:\n  - { position: Радник, name: Гай Г. Г.}\n"
    ),
    (
      "approvals:\n  - {position: Радник, date: 2026-12-21, name: Гай Г. Г.}\n",
      "approvals:\n  - {position: Радник, name: Гай Г. Г.}\n"
    ),
    (
      "approvals:\n  - {position: Радник, name: Гай Г. Г.,\n     date: 2026-12-21}\n",
      "approvals:\n  - {position: Радник, name: Гай Г. Г.,\n     }\n"
    ),
  ]

  @Test(arguments: kept) func aDayGoesAndAllElseStays(_ approvals: String, _ left: String) throws {
    let draft = try Self.draft(approvals: approvals)
    let text = String(decoding: draft.bytes, as: UTF8.self)
    #expect(text.contains(left))
    let faults = Self.renderer.read(draft).flatMap(\.diagnostics).filter { $0.severity == .error }
    #expect(!faults.contains { $0.code == "yaml-syntax" })
  }

  /// A day that another one refers to takes its anchor along, and one behind «?» leaves its key.
  static let refused = [
    "approvals:\n  - position: Радник\n    name: Гай Г. Г.\n    date: &d 2026-12-21\n  - position: Голова\n    name: Бук Б. Б.\n    date: *d\n",
    "approvals:\n  - position: Радник\n    ? date\n    : 2026-12-21\n    name: Гай Г. Г.\n",
  ]

  @Test(arguments: refused) func aDraftThatIsNoPlanIsNotGiven(_ approvals: String) throws {
    let source = try Self.plan(approvals: approvals)
    let tree = try #require(Self.renderer.read(source)[0].value)
    do {
      let draft = try RevisionDraft(
        of: tree, path: "plan.yaml", quarter: .first, readBy: Self.renderer)
      let read = Self.renderer.read(SourceFile(name: "draft.yaml", bytes: draft.bytes))
      #expect(read.count == 1 && read[0].value != nil)
    } catch {
      #expect(error.message.en.hasPrefix("the dates of signatures in 'plan.yaml' cannot be taken"))
    }
  }

  static let paths = [
    "plan.yaml", "../plans/калина-2027.yaml", "plan #1.yaml", "a: b.yaml", "[x].yaml", "@x.yaml",
    "{x}.yaml", "%x.yaml", "*x.yaml", "'x.yaml", "\"x.yaml", "&x.yaml", "- x.yaml", "null",
    "a\\b.yaml",
    "x\ny.yaml",
  ]

  @Test(arguments: paths) func thePathIsReadAsItIs(_ path: String) throws {
    let tree = try #require(Self.renderer.read(try Self.plan(approvals: Self.kept[0].0))[0].value)
    let draft = try RevisionDraft(of: tree, path: path, quarter: .first, readBy: Self.renderer)
    let read = Self.renderer.read(SourceFile(name: "draft.yaml", bytes: draft.bytes))
    #expect(!read.flatMap(\.diagnostics).contains { $0.code == "yaml-syntax" })
  }

  @Test(arguments: ["x.yaml ", " x.yaml", "x\u{7}.yaml"])
  func aPathThatNoPlanCanHoldIsRefused(_ path: String) throws {
    let tree = try #require(Self.renderer.read(try Self.plan(approvals: Self.kept[0].0))[0].value)
    let fault = #expect(throws: ProgramFault.self) {
      try RevisionDraft(of: tree, path: path, quarter: .first, readBy: Self.renderer)
    }
    #expect(fault?.message.en.hasSuffix("rename the file") == true)
  }
}
