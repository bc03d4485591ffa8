internal import Calendars
internal import Diagnostics
internal import Documents
internal import Files
internal import NoteTemplates
internal import Plans
internal import Renditions
internal import Reports
internal import Rules
internal import RunState
import Schemas
internal import Signatures
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
    case .schema: readKind("kinds/note/schema.yaml", bytes)
    case .form: readKind("kinds/note/form.html", bytes)
    case .style: readKind("kinds/shared/print.css", bytes)
    case .rule: readAct("acts/small/short.yaml", bytes)
    case .act: readAct("acts/small/act.yaml", bytes)
    case .calendar:
      tell(CalendarReader.read([SourceFile(name: "2027.yaml", bytes: bytes)]).diagnostics)
    case .manifest: readManifest(bytes)
    case .baseline:
      var baseline = Baseline()
      for line in bytes.split(separator: 0x0A) { baseline.add(line: Array(line)) }
      _ = baseline.newFindings([])
    case .state: readRecord(bytes)
    case .signature: review(bytes, "plan.yaml.p7s")
    case .container: review(bytes, "plan.asice")
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
        if let page = page.value { write(page, of: tree) }
      }
    }
  }

  private func write(_ page: Document, of plan: PlanTree) {
    for format in RenditionFormat.ofDocuments {
      guard case .document(let write) = format.content else { continue }
      do throws(RenditionFault) {
        let bytes = try write(renderer.writers, RenderedPlan(page, of: plan), [])
        precondition(
          format == .pdf || format == .docx || String(validating: bytes, as: UTF8.self) != nil,
          "what is written is UTF-8")
      } catch {
        precondition(format == .pdf, "a letter may be missing in a font alone")
      }
    }
  }

  /// Reads a kind of which one file is these bytes, and a plan of it.
  private func readKind(_ path: String, _ bytes: [UInt8]) {
    let renderer = PlanRenderer(folders: Self.templates(with: path, bytes))
    tell(renderer.faults())
    for plan in renderer.read(Self.note) {
      guard let tree = plan.value else { continue }
      for form in renderer.formNames(of: tree.kind) {
        if let page = renderer.document(of: tree, form: form).value {
          write(page, of: tree)
        }
      }
    }
  }

  /// Reads an act of which one file is these bytes, and judges a plan by it.
  private func readAct(_ path: String, _ bytes: [UInt8]) {
    let packs = RulePackReader(folders: Self.templates(with: path, bytes), shapes: note.shapes)
      .read()
    tell(packs.diagnostics)
    guard let packs = packs.value, let tree = note.tree else { return }
    tell(
      RuleChecker(packs: packs).check(
        CheckedPlan(
          kind: tree.kind.name, root: tree.root, day: tree.day, source: tree.source,
          range: tree.range)))
  }

  /// The small templates, with one file in place of what they have.
  private static func templates(with path: String, _ bytes: [UInt8]) -> TemplateFolders {
    TemplateFolders([.memory(files.merging([path: bytes]) { $1 })])
  }

  private static let files = SmallTemplates.files.mapValues { Array($0.utf8) }

  /// A plan of the small kind, read once, and the shape of its tree.
  private lazy var note: (tree: PlanTree?, shapes: [String: TreeShape]) = {
    let renderer = PlanRenderer(folders: TemplateFolders([.memory(Self.files)]))
    let kind = renderer.kinds.kind(named: "note")?.value
    let shapes = kind.map { ["note": $0.schema.treeShape] }
    return (renderer.read(Self.note).first?.value, shapes ?? [:])
  }()

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

  /// Reads a record of a state; one that is read is written as it is read again.
  private func readRecord(_ bytes: [UInt8]) {
    guard let read = try? FileRecord(bytes, .all) else { return }
    let written = read.encoded()
    let again = try? FileRecord(written, .all)
    precondition(again?.encoded() == written, "a record that is written is read again")
  }

  /// Reviews a file of signatures.
  private func review(_ bytes: [UInt8], _ path: String) {
    tell(
      signatures.review(bytes, at: path, of: [SignedFile("plan.yaml", Self.note.bytes)])
        .diagnostics)
  }

  private let signatures = SignatureReview(trust: nil, now: 1_800_000_000)

  private func tell(_ findings: [Diagnostic]) {
    _ = TextReporter(language: language).report(findings)
  }
}
