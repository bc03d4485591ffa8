package import Diagnostics
internal import Discovery
package import Files
internal import Synchronization

/// The names in the folder that is written to.
package struct OutputFolder: Sendable {
  /// The folder, as the user called it.
  package let path: String
  /// What the names of all files that this run writes aside begin with; nobody can guess it.
  package let token: String

  /// The numbers in the names of those files, which no other run uses.
  package let asides: Range<UInt64>

  private let refusals = Refusals()

  /// The folder for the batch's own files.
  package static let own = ".pysar"

  /// The folder with the files aside of a run that was.
  package init(path: String, token: String, asides: Range<UInt64> = 0..<0) {
    self.path = path
    self.token = token
    self.asides = asides
  }

  /// The folder for a new run. Its token are 128 bits of the system's own chance.
  package init(path: String) {
    var generator = SystemRandomNumberGenerator()
    let words = [generator.next() as UInt64, generator.next()]
    let start = UInt64.random(in: 1 << 60..<1 << 62, using: &generator)
    let token = words.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
    self.init(path: path, token: token, asides: start..<start + 1 << 48)
  }

  /// The first of the numbers that a round of the run gives to its files aside.
  package func firstAside(ofRound round: Int) -> UInt64 { asides.lowerBound + UInt64(round) << 40 }

  /// What the names of all begin with that stands aside.
  package var asidePrefix: String { ".pysar-\(token)-" }

  /// The name that a file is written aside under.
  package func asideName(_ number: UInt64) -> String { asidePrefix + String(number, radix: 36) }

  /// The name of a new folder that stands aside, beside its place, by the path that it will have.
  package func asideName(ofFolder inner: String) -> String {
    asidePrefix + "folder-" + String(PathHash.of(inner), radix: 36)
  }

  /// Removes a file, or a folder with all that is in it, that stands aside in a folder. Where the
  /// system refuses that, it is left to the next run.
  package func removeAside(_ name: String, in folder: Folder) {
    do throws(SystemError) {
      try folder.removeAll(name)
    } catch {
      noteRefusal(error)
    }
  }

  /// Notes why something aside may still be there.
  package func noteRefusal(_ error: SystemError) {
    if !error.isMissing { refusals.isAny.store(true, ordering: .relaxed) }
  }

  /// The token, where something may stand aside that could not be removed.
  package var unswept: [String] { refusals.isAny.load(ordering: .relaxed) ? [token] : [] }

  /// A path within the folder, as the user would call it.
  package func path(_ inner: String) -> String { PlanList.join(path, inner) }

  /// Where a rendition stands aside: within the folder.
  package func asidePath(of rendition: StagedRendition) -> String {
    let (folder, name) = FolderCursor.parts(of: rendition.path)
    var aside = String(folder)
    if rendition.newFolder > 0 {
      let bytes = Array(rendition.path.utf8)
      let new = String(decoding: bytes[..<rendition.newFolder], as: UTF8.self)
      let parent = FolderCursor.parts(of: new).folder
      aside =
        Self.join(parent, asideName(ofFolder: new))
        + String(decoding: folder.utf8.dropFirst(rendition.newFolder), as: UTF8.self)
    }
    return Self.join(aside, rendition.isNamed ? name : asideName(rendition.aside))
  }

  private static func join(_ folder: some StringProtocol, _ name: String) -> String {
    folder.isEmpty ? name : "\(folder)/\(name)"
  }

  /// Has the system put on the disk all that was written: a power cut takes none of it from now on.
  package func synchronize() throws(ProgramFault) {
    do throws(SystemError) {
      try Folder(at: path).synchronizeFileSystem()
    } catch {
      throw error.fault("зберегти на диску", "put on the disk", path)
    }
  }

  /// Whether a word may be a token.
  package static func isToken(_ word: String) -> Bool {
    word.utf8.count == 32
      && word.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}

/// Whether the removal of something aside was refused, in whichever task.
private final class Refusals: Sendable {
  let isAny = Atomic(false)
}
