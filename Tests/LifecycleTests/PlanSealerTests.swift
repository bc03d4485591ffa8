import Diagnostics
import Files
import Lifecycle
import Renditions
import TestSupport
import Testing

/// A plan is sealed however it begins.
struct PlanSealerTests {
  static let beginnings = [
    ("", ""), ("--- &a\n", ""), ("--- !!map\n", ""),
    ("--- !!map &a # a plan\n\n# of a servant\n", ""),
    ("&a\n", ""), ("---\n!!map\n", "  "), ("--- &a\n", "    "),
  ]

  @Test(arguments: beginnings) func thePlaceOfTheSealIsThatOfTheFirstKey(
    _ beginning: String, _ indent: String
  ) throws {
    let example = String(
      decoding: try Fixture("Templates/kinds/performance-plan/example.yaml").bytes(),
      as: UTF8.self)
    let lines = example.split(separator: "\n").map { indent + $0 + "\n" }.joined()
    let plan = SourceFile(name: "plan.yaml", bytes: Array((beginning + lines).utf8))
    let renderer = PlanRenderer(folders: TemplateFolders([Fixture.templates]))
    let sealed = PlanSealer(renderer: renderer, renews: false).seal(plan)
    #expect(sealed.diagnostics.map(\.message.en) == [])
    let text = String(decoding: try #require(sealed.bytes), as: UTF8.self)
    #expect(text.hasPrefix(beginning + lines + indent + "контрольна-сума:\n"))
  }

  @Test(arguments: ["--- &a {", "--- !!map {", "&a {"])
  func whatStandsInBracesIsSaidToBeNoLines(_ beginning: String) throws {
    let text = beginning + "вид: завдання, рік: 2027}\n"
    let plan = SourceFile(name: "plan.yaml", bytes: Array(text.utf8))
    let renderer = PlanRenderer(folders: TemplateFolders([Fixture.templates]))
    #expect(PlanSealer(renderer: renderer, renews: false).seal(plan).bytes == nil)
  }
}
