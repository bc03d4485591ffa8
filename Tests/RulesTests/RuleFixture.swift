import Calendars
import Diagnostics
import Foundation
import Patterns
import Plans
import Rules
import Schemas
import TestSupport
import XML
import XPathLanguage

@testable import Files

/// The packs of some folders, and plans judged by them, as `pysar check` does it.
struct RuleFixture: Sendable {
  let folders: TemplateFolders
  let packs: RulePacks
  private let known: [Kind]
  /// What was wrong with the packs.
  let faults: [Diagnostic]

  /// The packs that come with Pysar.
  static let builtIn = RuleFixture(TemplateFolders([Fixture.templates]))

  init(_ folders: TemplateFolders) {
    self.folders = folders
    let kinds = KindLibrary(folders: folders)
    var shapes: [String: TreeShape] = [:]
    known = kinds.names.compactMap { kinds.kind(named: $0)?.value }
    for kind in known { shapes[kind.name] = kind.schema.treeShape }
    let packs = RulePackReader(folders: folders, shapes: shapes).read()
    guard let value = packs.value else { preconditionFailure("there are always some packs") }
    self.packs = value
    faults = packs.diagnostics
  }

  /// The kinds, each loaded once for all tests.
  var kinds: KindLibrary { KindLibrary(folders: folders, known: known) }

  /// A reader of plans that may refer to the examples of the kinds.
  var reader: PlanReader {
    let kinds = kinds
    return PlanReader(kinds: kinds, folders: PlanFolders(examplesOf: kinds))
  }

  /// Everything found wrong with a file of plans.
  func check(_ source: SourceFile, by rule: Rule? = nil, asOf day: LocalDate? = nil)
    -> [Diagnostic]
  {
    let plans = reader.read(source)
    let checker = RuleChecker(packs: rule.map(packs.limited) ?? packs)
    var facts: [(file: String, facts: [BatchFacts])] = []
    var found: [Diagnostic] = []
    for plan in plans {
      found += plan.diagnostics
      guard let tree = plan.value, tree.isWhole else { continue }
      let checked = CheckedPlan(
        kind: tree.kind.name, root: tree.root, day: tree.day ?? day, source: tree.source,
        range: tree.range)
      facts.append((tree.source.name, checker.facts(of: checked)))
      found += checker.check(checked)
    }
    return found + CrossPlanChecker(checker).findings(between: facts)
  }

  /// What a checker that may have seen other files finds wrong with the plans of a text.
  func check(_ text: String, with checker: RuleChecker) -> [Diagnostic] {
    let source = SourceFile(name: "plan.yaml", bytes: Array(text.utf8))
    return reader.read(source).compactMap(\.value)
      .flatMap { tree in
        checker.check(
          CheckedPlan(
            kind: tree.kind.name, root: tree.root, day: tree.day, source: tree.source,
            range: tree.range))
      }
  }

  func check(_ text: String, asOf day: LocalDate? = nil) -> [Diagnostic] {
    check(SourceFile(name: "plan.yaml", bytes: Array(text.utf8)), asOf: day)
  }

  /// What is wrong with the examples of a rule.
  func verify(_ rule: Rule) -> [Diagnostic] {
    ExampleVerifier(base: base, check: { check($0, by: $1) }).verify(rule)
  }

  /// A rule's example as the whole plan that it stands for.
  func source(of example: RuleExample, _ rule: Rule) -> SourceFile {
    let (text, synonyms) = base(of: rule.kinds.first ?? "performance-plan")
    let plan = example.plan(over: text, synonyms: synonyms).text
    return SourceFile(name: rule.id, bytes: Array(plan.utf8))
  }

  /// The correct plan of a kind, and the keys that mean the same in both languages.
  private func base(of kind: String) -> (text: String, synonyms: [[String]]) {
    let source = try? folders.read("kinds/\(kind)/example.yaml")
    let object = kinds.kind(named: kind)?.value?.schema.rootObject
    return (
      String(decoding: source?.bytes ?? [], as: UTF8.self),
      (object?.properties.map { [$0.name.en, $0.name.uk] } ?? []) + [["kind", "вид"]]
    )
  }
}

extension RuleFixture {
  /// Judges by acts of a test's own: paths below `acts`, with the text of each file.
  ///
  /// The kinds are the built-in ones. With `over`, the files are laid over the folders of that
  /// fixture, else they are the only law there is.
  static func holding<Result>(
    _ files: [String: String], over fixture: RuleFixture? = nil,
    _ body: (RuleFixture) throws -> Result
  ) throws -> Result {
    let acts = Dictionary(uniqueKeysWithValues: files.map { ("acts/" + $0, $1) })
    let below = try fixture?.folders.layers ?? [.memory(kinds.get())]
    return try body(RuleFixture(TemplateFolders(below + [.texts(acts)])))
  }

  /// One of the acts that come with Pysar, and all kinds: read sooner than all acts.
  static let oneAct = Result {
    let act = try files(below: "acts/nads-217-20-2020")
    return RuleFixture(TemplateFolders([.memory(try kinds.get().merging(act) { $1 })]))
  }

  /// The files of the built-in kinds.
  private static let kinds = Result { try files(below: "kinds") }

  private static func files(below folder: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    let root = Fixture.templates
    for path in try FileManager.default.subpathsOfDirectory(atPath: root + "/" + folder) {
      let path = folder + "/" + path
      guard let data = FileManager.default.contents(atPath: root + "/" + path) else { continue }
      files[path] = Array(data)
    }
    return files
  }
}

/// A small act with two clauses, for rules of tests.
let smallAct = """
  title: {uk: Порядок, en: Procedure}
  citation: {uk: Порядку, en: of the Procedure}
  clauses:
    - {id: п. 1, summary: {uk: перше, en: first}}
    - {id: п. 2, summary: {uk: друге, en: second}, answers: [{rule: other}]}
  """

/// A rule whose assertion and other keys a test gives.
func rule(_ lines: String, assert: String = "false()") -> String {
  """
  clause: п. 1
  force: binding
  kind: performance-plan
  context: /performance-plan/servant
  assert: \(assert)
  message: {uk: правило порушено, en: the rule is broken}
  \(lines)
  """
}

/// A correct plan of a performance plan, from its kind's example.
func examplePlan() throws -> String {
  String(
    decoding: try Fixture("Templates/kinds/performance-plan/example.yaml").bytes(), as: UTF8.self)
}

extension Diagnostic {
  /// The severity, place, code and Ukrainian message on one line.
  var summary: String {
    let place = range.map { "\($0.start.line):\($0.start.column)" } ?? "-"
    return "\(severity) \(place) \(code): \(message.uk)"
  }
}
