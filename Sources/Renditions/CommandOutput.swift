package import Diagnostics
internal import Discovery
internal import Files

/// The files that a command writes: over nothing that it reads, and over nobody's work.
package struct CommandOutput {
  /// What is written.
  package enum Content: Sendable {
    /// What a person goes on filling in: it never takes the place of another text.
    case draft
    /// What can be made again: it takes the place of all but plans.
    case generated
  }

  /// The files that the command is given, by what tells each from all others.
  private var inputs: [FileStatus.Identity: String] = [:]
  /// The folders that it is given.
  private var folders: [String] = []

  /// - Parameter paths: the files and folders of plans that the command reads.
  package init(reading paths: [String]) {
    for path in paths where path != "-" {
      guard let status = FileSystem.status(of: path) else { continue }
      if status.kind == .folder {
        folders.append(path)
      } else {
        inputs[status.identity] = path
      }
    }
  }

  /// Writes a file whole or not at all; `-` is standard output, and a device is written to as it is.
  ///
  /// - Throws: why it cannot be written, or what would be lost.
  package func write(_ bytes: [UInt8], to path: String, as content: Content = .generated)
    throws(ProgramFault)
  {
    if path != "-", FileSystem.isFile(path) {
      try refuseInput(path)
      let old = try? SourceFile(at: path).bytes
      if old == bytes { return }
      if old != [], content == .draft || Self.isPlan(path, old ?? []) {
        throw ProgramFault(
          uk: "«\(path)» уже є, і в ньому інший текст; щоб він не пропав, нічого не записано: "
            + "назвіть інший файл або спершу перейменуйте чи вилучіть цей",
          en: "'\(path)' is there already with another text, which would be lost; nothing is "
            + "written: name another file, or first rename or remove this one")
      }
    }
    try FileSystem.replace(path, with: bytes)
  }

  /// No file that is read is written over, by whatever path or link.
  private func refuseInput(_ path: String) throws(ProgramFault) {
    guard let identity = FileSystem.status(of: path)?.identity,
      let input = inputs[identity] ?? fileOfFolder(identity)
    else { return }
    let isOneName = FolderCursor.parts(of: input).name == FolderCursor.parts(of: path).name
    throw ProgramFault(
      uk: "«\(path)» – " + (isOneName ? "" : "це «\(input)», ")
        + "вхідний файл цієї команди, його не замінено: назвіть інший файл",
      en: "'\(path)' is " + (isOneName ? "" : "'\(input)', ")
        + "an input of this command, and is not replaced: name another file")
  }

  private func fileOfFolder(_ identity: FileStatus.Identity) -> String? {
    for folder in folders {
      for plan in PlanFinder.plans(below: folder).plans
      where FileSystem.status(of: plan)?.identity == identity {
        return plan
      }
    }
    return nil
  }

  /// Whether what is there is a plan: by its name, or by the key that says its kind.
  private static func isPlan(_ path: String, _ bytes: [UInt8]) -> Bool {
    PlanFinder.isPlan(FileSystem.resolved(path) ?? path)
      || bytes.split(separator: UInt8(ascii: "\n")).contains { line in
        ["вид:", "kind:"].contains { line.starts(with: $0.utf8) }
      }
  }
}
