import Diagnostics
import Documents
import Forms
import Plans
import Schemas
import TestSupport
import Testing

/// What a form costs is counted in steps, of which a plan has so many.
@Suite struct FormCostTests {
  /// As many members as would take more steps than there are if each asked all others.
  static let count = 25_000

  static let rows: [(String, String)] = [
    ("count(../member)", "25000"), ("ordinal(.)", "25000"), ("ordinal(.) + 1", "25001"),
    ("concat(../member, ../../@size)", "аа"),
  ]

  /// Each of many siblings may ask for what holds for all of them.
  @Test(arguments: rows) func costsNoMoreThanItsRows(_ expression: String, _ last: String) {
    let plan =
      "name: а\nmembers: [" + String(repeating: "аа,", count: Self.count - 1) + "аа]\n"
    let form = TemporaryTemplates(
      form: "<table><tr p:each=\"members/member\"><td p:text=\"\(expression)\"></td></tr></table>")
    let lines = form.html(plan)
    #expect(lines.count { $0 == "<tr>" } == Self.count)
    #expect(lines.last { $0.hasPrefix("<td") } == "<td>\(last)</td>")
  }

  /// Forms that ask all members for each of them.
  @Test(arguments: [
    "<p p:each=\"members/member\"><span p:each=\"../member\" p:text=\"name\"></span></p>",
    "<p p:each=\"members/member\" p:text=\"count(ancestor::*//member)\"></p>",
  ])
  func aFormThatAsksTooMuchIsGivenUp(_ body: String) throws {
    let templates = TemporaryTemplates(form: body)
    let plan = "kind: club-card\nname: а\nmembers: [" + String(repeating: "а,", count: 400) + "а]\n"
    let kinds = KindLibrary(folders: templates.folders)
    let source = SourceFile(name: "plan.yaml", bytes: Array(plan.utf8))
    let tree = try #require(PlanReader(kinds: kinds).read(source).first?.value)
    let form = try #require(templates.form().value)
    #expect(FormRenderer(form, stepLimit: 50_000).render(tree).map(\.blocks.count) == nil)
    #expect(FormRenderer(form).render(tree)?.blocks.count == 401)
  }
}
