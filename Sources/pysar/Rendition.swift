import ArgumentParser
import Diagnostics
import Documents
import Plans

/// Writes plans in the formats asked for, to one file, to a folder or to standard output.
struct Rendition {
  let press: Press
  let formats: [Render.Format]

  /// Writes what can be written: of one output all or nothing, into a folder every plan without an
  /// error.
  func write(_ paths: [String], to output: String?, isFolder: Bool, _ shared: SharedOptions) throws
    -> ExitCode
  {
    var status = ExitCode.success
    var documents: [Document] = []
    var xml: [[UInt8]] = []
    var written: [String: String] = [:]
    let folder = output.map { $0.hasSuffix("/") && $0 != "/" ? String($0.dropLast()) : $0 }
    if isFolder, let folder { try FileSystem.makeFolder(folder) }
    if !isFolder, let output { try refuse(output, among: paths) }
    var seen: [Diagnostic] = []
    func complain(_ diagnostics: [Diagnostic]) {
      let new = diagnostics.filter { !seen.contains($0) }
      Terminal.complain(shared.reporter.report(new))
      seen += new
      if new.hasErrors, status == .success { status = .failure }
    }
    for path in paths {
      let source: SourceFile
      do throws(FileFault) {
        source = path == "-" ? try .standardInput() : try SourceFile(at: path)
      } catch {
        complain([error.diagnostic(file: path)])
        status = ExitCode(2)
        continue
      }
      let plans = press.read(source)
      for (index, plan) in plans.enumerated() {
        complain(plan.diagnostics)
        guard let tree = plan.value else { continue }
        if formats == [.xml], !isFolder {
          xml.append(tree.canonicalXML())
          continue
        }
        let document = press.document(of: tree)
        complain(document.diagnostics)
        if document.diagnostics.contains(where: { $0.code == "unknown-form" }) {
          throw ExitCode.validationFailure
        }
        guard let page = document.value else { continue }
        guard isFolder, let folder else {
          documents.append(page)
          continue
        }
        let stem = Self.stem(of: path, index: plans.count > 1 ? index + 1 : nil)
        if let other = written.updateValue(path, forKey: stem) {
          throw ProgramFault(
            uk: "«\(other)» і «\(path)» дають однаковий файл «\(stem)»",
            en: "'\(other)' and '\(path)' both make '\(stem)'")
        }
        for format in formats {
          let bytes = format == .xml ? tree.canonicalXML() : self.bytes(of: [page], format)
          let file = "\(folder)/\(stem).\(format.rawValue)"
          try refuse(file, among: paths)
          try FileSystem.replace(file, with: bytes)
        }
      }
    }
    guard status == .success, !isFolder else { return status }
    guard xml.count <= 1 else {
      throw ProgramFault(
        uk: "XML містить один план, а їх \(xml.count): назвіть теку (-o out/)",
        en: "XML holds one plan, and here are \(xml.count): name a folder (-o out/)")
    }
    let bytes = xml.first ?? self.bytes(of: documents, formats[0])
    if let output {
      try FileSystem.replace(output, with: bytes)
    } else {
      try Terminal.write(bytes)
    }
    return status
  }

  /// No plan is overwritten by what is made of it.
  private func refuse(_ output: String, among paths: [String]) throws(ProgramFault) {
    guard paths.contains(where: { FileSystem.isSameFile($0, output) }) else { return }
    throw ProgramFault(
      uk: "«\(output)» — це сам план, його не можна замінити документом",
      en: "'\(output)' is the plan itself, which its document must not replace")
  }

  private func bytes(of documents: [Document], _ format: Render.Format) -> [UInt8] {
    let document = Document(joining: documents)
    return format == .html ? HTMLWriter().write(document) : press.text.write(document)
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

extension Document {
  /// One document of several, each beginning a new page.
  fileprivate init(joining documents: [Document]) {
    guard var result = documents.first else {
      self.init(title: "")
      return
    }
    for document in documents.dropFirst() {
      result.blocks.append(.pageBreak)
      result.blocks += document.blocks
      if !result.style.contains(document.style) { result.style += document.style }
    }
    self = result
  }
}
