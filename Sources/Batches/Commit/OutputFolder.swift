import Diagnostics
import Digests
import Files
internal import Glibc

/// The names in the folder that is written to.
struct OutputFolder: Sendable {
  /// The folder, as the user called it.
  let path: String
  /// What the names of all files that this run writes aside begin with; nobody can guess it.
  let token: String

  /// The numbers in the names of those files, which no other run uses.
  let asides: Range<UInt64>

  /// The folder for the batch's own files.
  static let own = ".pysar"

  /// The folder with the files aside of a run that was.
  init(path: String, token: String, asides: Range<UInt64> = 0..<0) {
    self.path = path
    self.token = token
    self.asides = asides
  }

  /// The folder for a new run. Its token are 128 bits of the system's own chance.
  init(path: String) {
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
  func firstAside(ofRound round: Int) -> UInt64 { asides.lowerBound + UInt64(round) << 40 }

  /// The name that a file is written aside under.
  func asideName(_ number: UInt64) -> String { ".pysar-\(token)-\(String(number, radix: 36))" }

  /// A path within the folder.
  func path(_ inner: String) -> String { PlanList.join(path, inner) }

  /// The path of a file that stands aside, by the path that it will have.
  func asidePath(of inner: String, _ number: UInt64) -> String {
    let folder =
      inner.utf8.lastIndex(of: UInt8(ascii: "/")).map {
        String(inner[..<inner.utf8.index(after: $0)])
      } ?? ""
    return path(folder + asideName(number))
  }

  /// The path of a new folder that stands aside, beside its place.
  func asidePath(ofFolder inner: String) -> String {
    let parent =
      inner.utf8.lastIndex(of: UInt8(ascii: "/")).map {
        String(inner[..<inner.utf8.index(after: $0)])
      } ?? ""
    let hash = String(PathHash.of(inner), radix: 36)
    return path("\(parent).pysar-\(token)-folder-\(hash)")
  }

  /// The path of a rendition that stands aside.
  func asidePath(of rendition: StagedRendition) -> String {
    guard rendition.newFolder > 0 else {
      return asidePath(of: rendition.path, rendition.aside)
    }
    let bytes = Array(rendition.path.utf8)
    let folder = asidePath(ofFolder: String(decoding: bytes[..<rendition.newFolder], as: UTF8.self))
    guard rendition.isNamed else {
      let slash = bytes.lastIndex(of: UInt8(ascii: "/")) ?? rendition.newFolder
      return folder + String(decoding: bytes[rendition.newFolder...slash], as: UTF8.self)
        + asideName(rendition.aside)
    }
    return folder + String(decoding: bytes[rendition.newFolder...], as: UTF8.self)
  }

  /// Puts a new folder in its place with all that is in it. Where there is one by now, what is in it
  /// goes there file by file.
  func putFolder(_ inner: String) throws(SystemError) {
    let aside = asidePath(ofFolder: inner)
    guard unsafe rename(aside, path(inner)) != 0, errno != ENOENT else { return }
    guard errno == EEXIST || errno == ENOTEMPTY else { throw SystemError(code: errno) }
    try Self.merge(aside, into: path(inner))
  }

  private static func merge(_ aside: String, into folder: String) throws(SystemError) {
    guard let names = try? Folder.names(at: aside, hidden: true) else { return }
    for name in names {
      let from = "\(aside)/\(name)"
      let to = "\(folder)/\(name)"
      if unsafe rename(from, to) == 0 { continue }
      guard FileSystem.isFolder(from), errno == EEXIST || errno == ENOTEMPTY else {
        throw SystemError(code: errno)
      }
      try merge(from, into: to)
    }
    unsafe rmdir(aside)
  }

  /// Puts a file that stands aside in its place.
  ///
  /// - Returns: whether it stood aside; a run before may have put it in its place already.
  func put(_ inner: String, _ number: UInt64) throws(SystemError) -> Bool {
    guard unsafe rename(asidePath(of: inner, number), path(inner)) != 0 else { return true }
    guard errno == ENOENT else { throw SystemError(code: errno) }
    return false
  }

  /// Takes a file from its place again.
  func takeBack(_ inner: String, _ number: UInt64) {
    unsafe rename(path(inner), asidePath(of: inner, number))
  }

  /// Removes a rendition that stands aside.
  func discard(_ rendition: StagedRendition) {
    unsafe unlink(asidePath(of: rendition))
  }

  /// Removes a rendition that stands aside, and the new folders that it was alone in; for when
  /// nothing more is written.
  func discardLast(_ rendition: StagedRendition) {
    discard(rendition)
    guard rendition.newFolder > 0 else { return }
    let bytes = Array(rendition.path.utf8)
    let top = asidePath(ofFolder: String(decoding: bytes[..<rendition.newFolder], as: UTF8.self))
    var folder = FileSystem.parent(of: asidePath(of: rendition))
    while folder.utf8.count >= top.utf8.count, unsafe rmdir(folder) == 0 {
      folder = FileSystem.parent(of: folder)
    }
  }

  /// Removes a file that no plan makes any longer, and the folders that are empty then.
  func remove(_ inner: String) throws(SystemError) {
    guard unsafe unlink(path(inner)) == 0 || errno == ENOENT else {
      throw SystemError(code: errno)
    }
    var folder = inner[...]
    while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
      folder = folder[..<slash]
      guard unsafe rmdir(path(String(folder))) == 0 else { return }
    }
  }

  /// What the file system says of a file, if it is there and no folder.
  func stamp(of inner: String) -> FileStamp? {
    var status = stat()
    guard unsafe lstat(path(inner), &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      return nil
    }
    return FileStamp(status).movable
  }

  /// Removes everything that a run with this token left aside, wherever it stands, and the folders
  /// that held nothing else.
  func clean() {
    var cleaner = StagingCleaner(prefix: ".pysar-\(token)-")
    cleaner.clean(path)
  }

  /// Whether a word may be a token.
  static func isToken(_ word: String) -> Bool {
    word.utf8.count == 32
      && word.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
