internal import Bags
package import Calendars
internal import Diagnostics
internal import Documents
package import Files
internal import Plans
internal import Renditions
internal import Schemas
internal import Summaries

/// How personnel files are exported.
package struct ArchiveOptions: Sendable {
  /// Files of plans, and folders of them.
  package var paths: [String]
  /// The folder of the personnel files.
  package var output: String
  /// The day that stands in what is written; a signature of a later day counts for none.
  package var day: LocalDate
  /// The body's code in the state register (ЄДРПОУ).
  package var agencyCode: String?
  /// The index of the cases by the body's nomenclature, nil where it is not given.
  package var caseIndex: String?
  /// How long the files are kept, and by which article.
  package var retention: String?
  /// Who may see the files, where not everybody may.
  package var access: String?
  /// The identifiers of servants whose names have changed.
  package var renamed: Set<String> = []
  /// Whether every document needs an electronic signature beside it.
  package var requiresSignatures = false
  /// How many files are worked on at a time.
  package var jobs = 1
  /// The folders where plans are looked for that others refer to.
  package var planFolders: [String] = []
  /// The folder with the font that PDF is set in.
  package var font: String?
  /// How many files one inventory lists at most: few enough to be bound as one volume, and to be set
  /// in little memory.
  var volumeSize = 1000
  /// The version of the program.
  package let version: String
  let templates: TemplateFolders

  /// Makes options.
  package init(
    paths: [String], output: String, day: LocalDate, templates: TemplateFolders, version: String
  ) {
    self.paths = paths
    self.output = output
    self.day = day
    self.templates = templates
    self.version = version
  }

  /// Makes a renderer for one task.
  func renderer() -> PlanRenderer {
    PlanRenderer(
      folders: templates, plans: PlanFolders(named: paths, further: planFolders),
      writers: RenditionWriters(font: font))
  }

  /// An inventory, in YAML and in all formats, as files of a bag's payload.
  func renditions(
    of plan: PlanValue, as name: String = ArchiveName.inventory, _ renderer: PlanRenderer
  ) throws(ProgramFault) -> [(path: String, file: BagFile)] {
    let kind = Inventory.kind
    guard let schema = renderer.kinds.kind(named: kind)?.value?.schema else {
      throw ProgramFault(
        uk: "немає виду «\(kind)», яким програма складає опис",
        en: "there is no kind '\(kind)', which the inventory is made of")
    }
    let stem = "data/\(name)."
    let text = Array(PlanWriter(schema, language: .uk).write(plan).utf8)
    var files = [(path: stem + "yaml", file: BagFile(text))]
    let read = renderer.read(SourceFile(name: "\(name).yaml", bytes: text))
    var faults = read.flatMap(\.diagnostics)
    if let tree = read.first?.value, tree.isWhole {
      let document = renderer.document(of: tree)
      for format in Self.formats {
        let made = renderer.write(tree, document.value, as: format)
        faults += document.diagnostics + made.diagnostics
        if let bytes = made.value { files.append((stem + format.name, BagFile(bytes))) }
      }
    }
    guard files.count == Self.formats.count + 1 else {
      let message = faults.first?.message
      throw ProgramFault(
        uk: "опис не друкується: \(message?.uk ?? "")",
        en: "the inventory cannot be printed: \(message?.en ?? "")")
    }
    return files
  }

  /// What is kept of each plan; a file of Word, which programs change when they open it, only where
  /// it was signed.
  static let formats = RenditionFormat.all.filter { $0 != .docx }
}
