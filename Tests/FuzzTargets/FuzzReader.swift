internal import Calendars
internal import Diagnostics
internal import Documents
internal import Files
internal import PageLayout
internal import NoteTemplates
internal import Plans
internal import Renditions
internal import Reports
internal import Rules
import Schemas
internal import XML
import XPathLanguage

/// Reads any bytes as a file of some sort: none makes a trap, and what is taken is sound.
package final class FuzzReader {
  private let renderer: PlanRenderer
  private let language = Language.uk

  /// Makes a reader with the templates of a folder.
  package init(templates: String) {
    renderer = PlanRenderer(folders: TemplateFolders([templates]))
  }

  /// Reads bytes.
  package func read(_ bytes: [UInt8], as target: FuzzTarget) {
    switch target {
    case .plan: readPlans(SourceFile(name: "plan.yaml", bytes: bytes))
    case .xml: readPlans(SourceFile(name: "plan.xml", bytes: bytes))
    case .schema: readTemplates("kinds/note/schema.yaml", bytes)
    case .form: readTemplates("kinds/note/form.html", bytes)
    case .style: readTemplates("kinds/shared/print.css", bytes)
    case .rule: readTemplates("acts/small/short.yaml", bytes)
    case .act: readTemplates("acts/small/act.yaml", bytes)
    case .calendar:
      tell(CalendarReader.read([SourceFile(name: "2027.yaml", bytes: bytes)]).diagnostics)
    case .manifest: readManifest(bytes)
    case .baseline:
      var baseline = Baseline()
      for line in bytes.split(separator: 0x0A) { baseline.add(line: Array(line)) }
      _ = baseline.newFindings([])
    }
  }

  /// Reads plans; what can be is written in all formats, and its XML read back.
  private func readPlans(_ source: SourceFile) {
    for plan in renderer.read(source) {
      tell(plan.diagnostics)
      guard let tree = plan.value else { continue }
      let xml = tree.canonicalXML()
      if !plan.diagnostics.hasErrors {
        let again = renderer.read(SourceFile(name: "again.xml", bytes: xml))
        precondition(
          again.count == 1 && again[0].value?.canonicalXML() == xml,
          "a rendition that is read back gives itself")
      }
      for form in renderer.formNames(of: tree.kind) {
        let page = renderer.document(of: tree, form: form)
        tell(page.diagnostics)
        if let page = page.value { write(page) }
      }
    }
  }

  private func write(_ page: Document) {
    for format in RenditionFormat.ofDocuments {
      guard case .document(let write) = format.content else { continue }
      do throws(PDFWriter.Fault) {
        let bytes = try write(renderer.writers, page, [])
        precondition(
          format == .pdf || String(validating: bytes, as: UTF8.self) != nil,
          "what is written is UTF-8")
      } catch {
        precondition(format == .pdf, "a letter may be missing in a font alone")
      }
    }
  }

  /// Reads a folder of templates in which one file is these bytes, and a plan by it.
  private func readTemplates(_ path: String, _ bytes: [UInt8]) {
    let files = SmallTemplates.files.mapValues { Array($0.utf8) }
    let folders = TemplateFolders([.memory(files.merging([path: bytes]) { $1 })])
    let renderer = PlanRenderer(folders: folders)
    tell(renderer.faults())
    var shapes: [String: TreeShape] = [:]
    for name in renderer.kinds.names {
      shapes[name] = renderer.kinds.kind(named: name)?.value?.schema.treeShape
    }
    let packs = RulePackReader(folders: folders, shapes: shapes).read()
    tell(packs.diagnostics)
    let checker = packs.value.map { RuleChecker(packs: $0) }
    for plan in renderer.read(Self.note) {
      guard let tree = plan.value else { continue }
      let checked = CheckedPlan(
        kind: tree.kind.name, root: tree.root, day: tree.day, source: tree.source,
        range: tree.range)
      tell(checker?.check(checked) ?? [])
      for form in renderer.formNames(of: tree.kind) {
        if let page = renderer.document(of: tree, form: form).value { write(page) }
      }
    }
  }

  private static let note = SourceFile(
    name: "note.yaml",
    bytes: Array(
      "kind: note\nauthor: Гай Г. Г.\nunit: Відділ\ntext: до 30 червня\ndate: 2027-01-15\n".utf8))

  /// Reads the lines of a manifest; one that is read is written as it is read again.
  private func readManifest(_ bytes: [UInt8]) {
    for line in bytes.split(separator: 0x0A) {
      guard let read = try? ManifestLine(reading: line) else { continue }
      let again = try? ManifestLine(reading: read.bytes.dropLast()[...])
      precondition(again == read, "a line that is written is read again")
    }
  }

  private func tell(_ findings: [Diagnostic]) {
    _ = TextReporter(language: language).report(findings)
  }
}
