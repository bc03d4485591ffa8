import Diagnostics
package import Files

/// What the output of a batch depends on, as a rule for make: the manifest, and after it every plan
/// and every file of the templates. Each of them has an empty rule of its own, so that make goes on
/// where one is gone.
package struct Depfile: Sendable {
  private let target: String
  private let list: PlanList
  private let templates: TemplateFolders

  /// Looks for the plans of a batch.
  package init(_ batch: Batch, _ templates: TemplateFolders) {
    target = PlanList.join(
      batch.output, "manifest" + (batch.shard?.suffix ?? "") + ".jsonl")
    list = PlanFinder.find(batch)
    self.templates = templates
  }

  /// The rule.
  package var bytes: [UInt8] {
    var paths: [String] = list.files.map(list.name)
    for folder in ["acts", "calendars", "index", "kinds", "words"] { add(folder, to: &paths) }
    let escaped = paths.map(Self.escaped)
    var bytes = Array("\(Self.escaped(target)):".utf8)
    for path in escaped { bytes += " \\\n  \(path)".utf8 }
    bytes += "\n".utf8
    for path in escaped { bytes += "\n\(path):\n".utf8 }
    return bytes
  }

  private func add(_ path: String, to paths: inout [String]) {
    let names = templates.names(in: path)
    for name in names {
      let inner = path + "/" + name
      if templates.names(in: inner).isEmpty {
        for folder in templates.paths where FileSystem.exists(folder + "/" + inner) {
          paths.append(folder + "/" + inner)
        }
      } else {
        add(inner, to: &paths)
      }
    }
  }

  /// A path as make reads it.
  private static func escaped(_ path: String) -> String {
    var result = ""
    for character in path.unicodeScalars {
      switch character {
      case " ", "#", "\\", ":", "%": result += "\\" + String(character)
      case "$": result += "$$"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
