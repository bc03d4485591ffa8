package import Diagnostics
import Discovery
import Files
internal import Fonts
internal import Renditions
internal import RunState

/// What the output of a batch depends on, as a rule for make: the manifest, and after it every folder
/// that was searched, every file of patterns in them, every plan, every plan that one refers to, the faces of the font where PDF is
/// written, every file and folder of the templates, and the program. Each of them has an empty rule of its own, so that make goes on where one is gone.
package struct Depfile: Sendable {
  private let batch: Batch
  private let target: String
  private let list: PlanList
  private let templates: TemplateFolders
  private let program: String

  /// Looks for the plans of a batch.
  ///
  /// - Parameter program: the path of the program that builds it.
  package init(_ batch: Batch, program: String) {
    self.batch = batch
    target = PlanList.join(
      batch.output, "manifest" + (batch.shard?.suffix ?? "") + ".jsonl")
    list = PlanFinder.find(batch)
    templates = batch.templates
    self.program = program
  }

  /// The rule.
  ///
  /// - Throws: which name cannot be written so that make reads it as it is.
  package func bytes() throws(ProgramFault) -> [UInt8] {
    var paths = list.searched.map { $0.isEmpty ? "." : $0 } + list.files.map(list.name)
    paths += list.patternFiles
    if batch.formats.contains(.pdf) { paths += try FontFiles(folder: batch.font).paths }
    paths += try references().subtracting(paths.map { PathKey($0) }).paths
    for folder in TemplateFolders.names { add(folder, to: &paths) }
    paths.append(program)
    var escaped: [String] = []
    for path in paths { escaped.append(try Self.escaped(path)) }
    var bytes = Array("\(try Self.escaped(target)):".utf8)
    for path in escaped { bytes += " \\\n  \(path)".utf8 }
    bytes += "\n".utf8
    for path in escaped { bytes += "\n\(path):\n".utf8 }
    return bytes
  }

  /// The plans that those of the batch refer to, as far as they are there.
  private func references() throws(ProgramFault) -> Set<PathKey> {
    guard let state = try BuildStateFile(OutputFolder(path: batch.output), batch.shard).state()
    else { return [] }
    return try BuildStateFault.turned { () throws(BuildStateFault) in
      var paths: Set<PathKey> = []
      try state.forEach { row throws(BuildStateFault) in
        for file in try FileRecord(row.bytes, []).dependencies where file.digest != nil {
          paths.insert(PathKey(file.path))
        }
      }
      return paths
    }
  }

  /// Adds a folder of the templates, with all that is in it.
  private func add(_ path: String, to paths: inout [String]) {
    paths += templates.paths.map { $0 + "/" + path }.filter(FileSystem.exists)
    // What of it cannot be read, the batch itself tells.
    for name in templates.list(path).names { add(path + "/" + name, to: &paths) }
  }

  /// A path as make reads it.
  private static func escaped(_ path: String) throws(ProgramFault) -> String {
    var result = ""
    for scalar in path.unicodeScalars {
      switch scalar {
      case " ", "#", ":": result += "\\" + String(scalar)
      case "$": result += "$$"
      default:
        guard isPlain(scalar) else { throw unspeakable(path) }
        result.unicodeScalars.append(scalar)
      }
    }
    guard path.first != "-", path.first != "~" else { throw unspeakable(path) }
    return result
  }

  /// Whether a character means nothing to make, wherever it stands: neither an assignment, a recipe, a
  /// pattern, an archive nor another line.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else { return true }
    return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      || "/._-+@,^{}!'\"~".unicodeScalars.contains(scalar)
  }

  private static func unspeakable(_ path: String) -> ProgramFault {
    ProgramFault(
      uk: "назву «\(path)» не можна передати make: перейменуйте файл або не задавайте --depfile",
      en: "the name '\(path)' cannot be said to make: rename the file, or give no --depfile")
  }
}
