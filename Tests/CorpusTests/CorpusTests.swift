import Corpus
import Diagnostics
import Files
import Plans
import Rules
import Schemas
import Testing
import TestSupport
import XML
import XPathLanguage

@Suite struct CorpusTests {
  /// The bytes are the same everywhere; who changes them makes old figures incomparable.
  @Test func plansStayAsTheyAre() {
    let chosen: Set = [0, 1, 6, 37, 250]
    var bytes: [UInt8] = []
    for plan in Corpus(count: 251) where chosen.contains(plan.index) {
      bytes += "### \(plan.stem).yaml\n".utf8
      bytes += plan.yaml()
    }
    expectFile(bytes, matches: "Tests/Expected/Corpus/plans.txt")
  }

  @Test func plansDoNotDependOnTheirNumber() {
    let few = Corpus(count: 90).map { [$0.stem, String(decoding: $0.yaml(), as: UTF8.self)] }
    let many = Corpus(count: 300).map { [$0.stem, String(decoding: $0.yaml(), as: UTF8.self)] }
    #expect(few == Array(many.prefix(90)))
    #expect(Set(many.map { $0[0] }).count == 300)
  }

  @Test func laterEditionChangesTheWordsOfOneIndicator() {
    func words(_ bytes: [UInt8]) -> [String] {
      String(decoding: bytes, as: UTF8.self).split { " \n\"".contains($0) }.map(String.init)
    }
    for plan in Corpus(count: 50) {
      let first = words(plan.yaml())
      let second = words(plan.yaml(edition: 2))
      #expect(second.filter { !["(редакція", "2)"].contains($0) } == first, "\(plan.stem)")
      #expect(second.count == first.count + 2)
    }
  }

  /// Signed off and lawful, also beside each other; every third with a slip.
  @Test func plansAreLawful() throws {
    let folders = TemplateFolders([Fixture.templates])
    let kinds = KindLibrary(folders: folders)
    var shapes: [String: TreeShape] = [:]
    for name in kinds.names { shapes[name] = kinds.kind(named: name)?.value?.schema.treeShape }
    let checker = RuleChecker(
      packs: try #require(RulePackReader(folders: folders, shapes: shapes).read().value))
    let reader = PlanReader(kinds: kinds)
    var facts: [(file: String, facts: [BatchFacts])] = []
    var found: [Diagnostic] = []
    var size = 0
    let corpus = Corpus(count: 300)
    for plan in corpus {
      let bytes = plan.yaml()
      size += bytes.count
      #expect((2700...6000).contains(bytes.count), "\(plan.stem)")
      let source = SourceFile(name: plan.stem, bytes: bytes)
      let read = try #require(reader.read(source).first)
      found += read.diagnostics
      let tree = try #require(read.value)
      let checked = CheckedPlan(
        kind: tree.kind.name, root: tree.root, day: tree.day, source: source, range: tree.range)
      facts.append((plan.stem, checker.facts(of: checked)))
      found += checker.check(checked)
    }
    found += CrossPlanChecker(checker).findings(between: facts)
    #expect(!found.hasErrors)
    #expect((80...120).contains(Set(found.map(\.file)).count))
    #expect((3700...4200).contains(size / corpus.count))
  }
}
