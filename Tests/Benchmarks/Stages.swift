import Calendars
import Diagnostics
import Documents
import Files
import Forms
import PageLayout
import Plans
import Reports
import Rules
import Schemas
import Word
import XML
import XPathLanguage

/// The stages that a plan goes through, each measured alone.
struct Stages {
  let reader: PlanReader
  let packs: RulePacks
  private let checker: RuleChecker
  private let pdf = PDFWriter()
  private let word = WordWriter()
  private let duties: DutyReader
  private var renderers: [String: FormRenderer] = [:]

  init() {
    let folders = TemplateFolders(["Templates"])
    let kinds = KindLibrary(folders: folders)
    duties = DutyReader(folders: folders)
    reader = PlanReader(kinds: kinds)
    let forms = FormReader(folders: folders)
    var shapes: [String: TreeShape] = [:]
    for name in kinds.names {
      guard let kind = kinds.kind(named: name)?.value else { continue }
      shapes[name] = kind.schema.treeShape
      renderers[name] = forms.read("form", of: kind)?.value.map { FormRenderer($0) }
    }
    guard let packs = RulePackReader(folders: folders, shapes: shapes).read().value else {
      Complaint.end("there are no rules")
    }
    self.packs = packs
    checker = RuleChecker(packs: packs)
  }

  /// The stages of a plan, each ready to be run alone; none where the source is no plan.
  func stages(of source: SourceFile) -> [Stage] {
    guard let plan = reader.read(source).first?.value, let renderer = renderers[plan.kind.name],
      let page = renderer.render(plan)
    else { return [] }
    let checked = Self.checked(plan)
    let html = HTMLWriter()
    let text = TextWriter()
    return [
      Stage(name: "events") { PlainEvents.count(in: source.bytes) },
      Stage(name: "read") { reader.read(source).count },
      Stage(name: "rules") { checker.check(checked).count + 1 },
      Stage(name: "facts") { checker.facts(of: checked).count + 1 },
      Stage(name: "XML") { plan.canonicalXML().count },
      Stage(name: "render") { renderer.render(plan)?.blocks.count ?? 0 },
      Stage(name: "HTML") { html.write(page).count },
      Stage(name: "text") { text.write(page).count },
      Stage(name: "PDF") { (try? pdf.write(page).count) ?? 0 },
      Stage(name: "Word") {
        (try? word.write(WordDocument(page, plan: plan.canonicalXML())).count) ?? 0
      },
    ]
  }

  /// What each stage costs a plan of these: the least of several rounds, what noise cannot add to.
  ///
  /// A plan goes through all stages before the next one does, as in a batch. The events are a part
  /// of reading. Empty where one source is no plan.
  func measure(_ sources: [SourceFile], rounds: Int) -> [Double] {
    var best: [Double] = []
    for _ in 0..<rounds {
      var costs: [Double] = []
      for source in sources {
        let plan = stages(of: source).map { stage in
          Clock.time { precondition(stage.work() != 0, "the work gives something") }
        }
        costs = costs.isEmpty ? plan : zip(costs, plan).map(+)
      }
      best = best.isEmpty ? costs : zip(best, costs).map(min)
    }
    return best.map { $0 / Double(sources.count) }
  }

  /// Writes a plan in all formats; false where its form takes too many steps.
  func write(_ plan: PlanTree) -> Bool {
    guard let page = renderers[plan.kind.name]?.render(plan) else { return false }
    let bytes = HTMLWriter().write(page).count + TextWriter().write(page).count
    return bytes > 0 && !plan.canonicalXML().isEmpty
  }

  /// Lists the duties of a plan by their days.
  func agenda(_ plan: PlanTree) -> String {
    guard let day = LocalDate(year: 2027, month: 1, day: 1) else { return "" }
    let items = duties.duties(of: plan).map { (file: plan.source.name, duty: $0) }
    return Agenda(of: items, on: day, until: nil).text(.uk)
  }

  /// What the rules find wrong with a plan, its facts for others gathered.
  func judge(_ plan: PlanTree) -> [Diagnostic] {
    let checked = Self.checked(plan)
    _ = checker.facts(of: checked)
    return checker.check(checked)
  }

  static func checked(_ plan: PlanTree) -> CheckedPlan {
    CheckedPlan(
      kind: plan.kind.name, root: plan.root, day: plan.day, source: plan.source, range: plan.range)
  }
}
