package import Diagnostics
internal import Discovery
internal import Documents
internal import Files
internal import Plans
internal import Schemas

/// One run over files of plans that writes them in the formats asked for: to one file, to a folder or
/// to standard output.
package struct RenderRun {
  let renderer: PlanRenderer
  let formats: [RenditionFormat]
  let output: CommandOutput
  private let report: ([Diagnostic]) -> Void
  private(set) var status = Status.done
  /// What was said already: a form's fault is no news with the next plan.
  private var said: [Diagnostic] = []

  /// How a run ends; the number is the exit status of the program.
  package enum Status: Int32, Sendable {
    /// All was written.
    case done = 0
    /// Plans have errors.
    case faulty = 1
    /// A file could not be read, or templates are broken.
    case unreadable = 2
    /// A kind has no form of the name asked for.
    case noSuchForm = 64
  }

  /// Makes a run.
  ///
  /// - Parameter report: Told what is wrong with plans, each thing once.
  package init(
    renderer: PlanRenderer, formats: [RenditionFormat], output: CommandOutput,
    report: @escaping ([Diagnostic]) -> Void
  ) {
    self.renderer = renderer
    self.formats = formats
    self.output = output
    self.report = report
  }

  /// Writes every plan without an error into a folder, each to files of its own.
  ///
  /// - Throws: why something cannot be written.
  package mutating func write(_ paths: [String], intoFolder folder: String) throws(ProgramFault)
    -> Status
  {
    let folder = folder.hasSuffix("/") && folder != "/" ? String(folder.dropLast()) : folder
    try FileSystem.makeFolder(folder)
    // What hinders one file does not hinder the others.
    var faults: [ProgramFault] = []
    for file in try files(paths, numbersPlans: true) {
      guard let source = file.source ?? read(file: file.path) else { continue }
      let plans = plans(of: source)
      for (index, plan) in plans.enumerated() {
        guard let plan, let page = document(of: plan) else { continue }
        let stem = Self.stem(of: file.path, index: plans.count > 1 ? index + 1 : nil)
        for format in formats {
          let file = "\(folder)/\(stem).\(format.name)"
          let written = renderer.write(plan, page, as: format)
          tell(written.diagnostics)
          do throws(ProgramFault) {
            if let bytes = written.value { try output.write(bytes, to: file) }
          } catch {
            faults.append(error)
          }
        }
      }
      if status == .noSuchForm { break }
    }
    if let first = faults.first {
      let others = faults.count - 1
      throw others == 0
        ? first
        : ProgramFault(
          uk: "\(first.message.uk); не записано й інших файлів: \(others)",
          en: "\(first.message.en); other files that are not written: \(others)")
    }
    return status
  }

  /// Writes all plans as one file, `-` for standard output; nothing where one of them has an error.
  ///
  /// - Throws: why it cannot be written.
  package mutating func write(_ paths: [String], asOne output: String) throws(ProgramFault)
    -> Status
  {
    try write(paths.flatMap { read($0) }.compactMap { $0 }, to: output)
  }

  /// Writes the plans of a source as one file; as ``write(_:asOne:)``.
  package mutating func write(_ source: SourceFile, asOne output: String) throws(ProgramFault)
    -> Status
  {
    try write(plans(of: source).compactMap { $0 }, to: output)
  }

  private mutating func write(_ plans: [PlanTree], to file: String) throws(ProgramFault) -> Status {
    let bytes: [UInt8]
    switch formats[0].content {
    case .plan(let write):
      guard status == .done else { return status }
      guard plans.count <= 1 else {
        throw ProgramFault(
          uk: "XML містить один план, а їх \(plans.count): назвіть теку (-o out/)",
          en: "XML holds one plan, and here are \(plans.count): name a folder (-o out/)")
      }
      bytes = plans.first.map(write) ?? []
    case .document:
      var pages: [(plan: PlanTree, page: Document)] = []
      for plan in plans {
        guard status != .noSuchForm else { break }
        if let page = document(of: plan) { pages.append((plan, page)) }
      }
      guard status == .done else { return status }
      let written = renderer.write(pages, as: formats[0])
      tell(written.diagnostics)
      guard let value = written.value else { return status }
      bytes = value
    }
    try output.write(bytes, to: file)
    return status
  }

  /// The plans of a file in their order, nil for one with an error, which is told.
  private mutating func read(_ path: String) -> [PlanTree?] {
    read(file: path).map { plans(of: $0) } ?? []
  }

  /// The bytes of a file; nil where it cannot be read, which is told.
  mutating func read(file path: String) -> SourceFile? {
    do throws(FileFault) {
      return try SourceFile(named: path)
    } catch {
      tell([error.diagnostic(file: path)])
      return nil
    }
  }

  mutating func plans(of source: SourceFile) -> [PlanTree?] {
    renderer.read(source).map { plan in
      tell(plan.diagnostics)
      if plan.diagnostics.contains(where: { $0.code == "unknown-kind" }) { tellOfBrokenKinds() }
      return plan.value.flatMap { $0.isWhole ? $0 : nil }
    }
  }

  /// A kind that cannot be read is not known: why, is what there is to mend.
  private mutating func tellOfBrokenKinds() {
    tell(renderer.kinds.names.flatMap { renderer.kinds.kind(named: $0)?.diagnostics ?? [] })
  }

  mutating func document(of plan: PlanTree) -> Document? {
    let document = renderer.document(of: plan)
    tell(document.diagnostics)
    if document.diagnostics.contains(where: { $0.code == "unknown-form" }) { status = .noSuchForm }
    return document.value
  }

  mutating func tell(_ diagnostics: [Diagnostic]) {
    let new = diagnostics.filter { !said.contains($0) }
    report(new)
    said += new
    if new.keepFromWork, status != .noSuchForm {
      status = .unreadable
    } else if new.hasErrors, status == .done {
      status = .faulty
    }
  }

  /// The name of a plan's renditions: that of its file, with its number where the file has several.
  static func stem(of path: String, index: Int?) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? "-"
    return (name == "-" ? "plan" : PlanFinder.stem(of: name)) + (index.map { "-\($0)" } ?? "")
  }
}
