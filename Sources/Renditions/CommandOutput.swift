package import Diagnostics
internal import Discovery
internal import Files
internal import Signatures

/// The files that a command writes: over nothing that it reads, nothing that is signed, and over
/// nobody's work.
package struct CommandOutput {
  /// What is written.
  package enum Content: Sendable {
    /// What a person goes on filling in: it never takes the place of another text.
    case draft
    /// What can be made again: it takes the place of what the program has made.
    case generated
    /// A plan that the command reads, with something added.
    case amended
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
      if content != .amended { try refuseInput(path) }
      let old = Self.bytes(at: path)
      if old == bytes { return }
      try Self.refuseSigned(path, as: content)
      switch content {
      case .amended: break
      case .draft where old != []:
        throw ProgramFault(
          uk: "«\(path)» уже є, і в ньому інший текст; щоб він не пропав, нічого не записано: "
            + "назвіть інший файл або спершу перейменуйте чи вилучіть цей",
          en: "'\(path)' is there already with another text, which would be lost; nothing is "
            + "written: name another file, or first rename or remove this one")
      case .generated where old != [] && !Self.isMade(path, old ?? [], like: bytes):
        throw ProgramFault(
          uk: "«\(path)» уже є, і не видно, що його склав Pysar і відтоді не змінено; щоб він не "
            + "пропав, нічого не записано: назвіть інший файл або спершу перейменуйте чи вилучіть цей",
          en: "'\(path)' is there already, and nothing shows that Pysar made it and nobody changed "
            + "it; lest it be lost, nothing is written: name another file, or first rename or remove "
            + "this one"
        )
      case .draft, .generated: break
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

  /// What people have signed stays as it is.
  private static func refuseSigned(_ path: String, as content: Content) throws(ProgramFault) {
    var files = SignatureFiles()
    let paths = [path, FileSystem.resolved(path) ?? path]
    guard let signature = paths.compactMap({ files.signature(on: $0) }).first else { return }
    let isWithin = paths.contains(signature)
    let isPlan = content == .amended
    throw ProgramFault(
      uk:
        "«\(path)» уже підписано\(isWithin ? "" : " («\(signature)»)"), а підпис чинний лише для файлу, яким він є, тож нічого не "
        + "змінено: "
        + (isPlan
          ? "план скріплюють до підписання; підписаний змінюють переглянутим (pysar revise), а якщо "
            + "підписуватимуть наново – спершу заберіть звідси підпис"
          : "назвіть інший файл або спершу заберіть звідси підписане"),
      en: "'\(path)' is signed already\(isWithin ? "" : " ('\(signature)')"), and a signature "
        + "holds for the file as it is, so that nothing is changed: "
        + (isPlan
          ? "a plan is sealed before it is signed; one that is signed is changed by a revised one "
            + "(pysar revise), or, if it is to be signed anew, first take away the signature"
          : "name another file, or first take away what is signed"))
  }

  /// Whether the program has made what is there, and no person: a plan is always a person's.
  private static func isMade(_ path: String, _ old: [UInt8], like new: [UInt8]) -> Bool {
    !PlanFinder.isPlan(FileSystem.resolved(path) ?? path) && MadeFile(old).isMade(like: new)
  }

  /// What is in a file; nil where it cannot be read, or is larger than what commands write.
  private static func bytes(at path: String) -> [UInt8]? {
    let limit = 256 << 20
    guard let size = FileSystem.stamp(of: path)?.size, size <= limit else { return nil }
    let bytes = try? Descriptor(reading: path).readAll(expecting: size, limit: limit)
    return bytes.flatMap { $0.count <= limit ? $0 : nil }
  }
}
