import ArgumentParser
import Batches
import Diagnostics
import Documents
import Files
import Plans
import Renditions
import Reports

/// Writes plans in the formats asked for, to one file, to a folder or to standard output.
struct Rendition {
  private let renderer: PlanRenderer
  private let formats: [Render.Format]
  private let shared: SharedOptions
  private var status = ExitCode.success
  /// What was said already: a form's fault is no news with the next plan.
  private var said: [Diagnostic] = []

  init(renderer: PlanRenderer, formats: [Render.Format], shared: SharedOptions) {
    self.renderer = renderer
    self.formats = formats
    self.shared = shared
  }

  /// Writes every plan without an error into a folder, each to files of its own.
  mutating func write(_ paths: [String], intoFolder folder: String) throws -> ExitCode {
    let folder = folder.hasSuffix("/") && folder != "/" ? String(folder.dropLast()) : folder
    try FileSystem.makeFolder(folder)
    var written: [String: String] = [:]
    for path in paths {
      let plans = read(path)
      for (index, plan) in plans.enumerated() {
        guard let plan, let page = try document(of: plan) else { continue }
        let stem = Self.stem(of: path, index: plans.count > 1 ? index + 1 : nil)
        if let other = written.updateValue(path, forKey: stem) {
          throw ProgramFault(
            uk: "«\(other)» і «\(path)» дають однаковий файл «\(stem)»",
            en: "'\(other)' and '\(path)' both make '\(stem)'")
        }
        for format in formats {
          let file = "\(folder)/\(stem).\(format.rawValue)"
          try refuse(file, among: paths)
          let bytes = format == .xml ? plan.canonicalXML() : self.bytes(of: [page], format)
          try FileSystem.replace(file, with: bytes)
        }
      }
    }
    return status
  }

  /// Writes all plans as one file, or to standard output; nothing where one of them has an error.
  mutating func write(_ paths: [String], asOne output: String?) throws -> ExitCode {
    if let output { try refuse(output, among: paths) }
    let plans = paths.flatMap { read($0) }.compactMap { $0 }
    let bytes: [UInt8]
    if formats == [.xml] {
      guard status == .success else { return status }
      guard plans.count <= 1 else {
        throw ProgramFault(
          uk: "XML містить один план, а їх \(plans.count): назвіть теку (-o out/)",
          en: "XML holds one plan, and here are \(plans.count): name a folder (-o out/)")
      }
      bytes = plans.first?.canonicalXML() ?? []
    } else {
      var pages: [Document] = []
      for plan in plans {
        if let page = try document(of: plan) { pages.append(page) }
      }
      guard status == .success else { return status }
      bytes = self.bytes(of: pages, formats[0])
    }
    if let output {
      try FileSystem.replace(output, with: bytes)
    } else {
      try Terminal.write(bytes)
    }
    return status
  }

  /// The plans of a file in their order, nil for one with an error, which is told.
  private mutating func read(_ path: String) -> [PlanTree?] {
    do throws(FileFault) {
      let source = path == "-" ? try SourceFile.standardInput() : try SourceFile(at: path)
      return renderer.read(source).map { plan in
        complain(plan.diagnostics)
        return plan.value
      }
    } catch {
      complain([error.diagnostic(file: path)])
      status = ExitCode(2)
      return []
    }
  }

  private mutating func document(of plan: PlanTree) throws(ExitCode) -> Document? {
    let document = renderer.document(of: plan)
    complain(document.diagnostics)
    if document.diagnostics.contains(where: { $0.code == "unknown-form" }) {
      throw .validationFailure
    }
    return document.value
  }

  private mutating func complain(_ diagnostics: [Diagnostic]) {
    let new = diagnostics.filter { !said.contains($0) }
    Terminal.complain(shared.reporter.report(new))
    said += new
    if new.hasErrors, status == .success { status = .failure }
  }

  /// No plan is overwritten by what is made of it.
  private func refuse(_ output: String, among paths: [String]) throws(ProgramFault) {
    guard paths.contains(where: { FileSystem.isSameFile($0, output) }) else { return }
    throw ProgramFault(
      uk: "«\(output)» — це сам план, його не можна замінити документом",
      en: "'\(output)' is the plan itself, which its document must not replace")
  }

  private func bytes(of documents: [Document], _ format: Render.Format) -> [UInt8] {
    let first = documents.first ?? DocumentBuilder(language: "uk").document
    let others = Array(documents.dropFirst())
    return format == .html
      ? HTMLWriter().write(first, followedBy: others)
      : renderer.text.write(first, followedBy: others)
  }

  /// The name of a plan's renditions: that of its file, with its number where the file has several.
  private static func stem(of path: String, index: Int?) -> String {
    var name = String(path.split(separator: "/").last ?? "plan")
    if name == "-" { name = "plan" }
    for suffix in [".yaml", ".yml", ".xml"] where name.hasSuffix(suffix) {
      name.removeLast(suffix.count)
    }
    return name + (index.map { "-\($0)" } ?? "")
  }
}
