import Diagnostics
import Digests
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
    let folder = inner.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(inner[...$0]) } ?? ""
    return path(folder + asideName(number))
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

  /// Removes a file that stands aside.
  func discard(_ inner: String, _ number: UInt64) {
    unsafe unlink(asidePath(of: inner, number))
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
  func sweep() {
    var sweeper = Sweeper(prefix: ".pysar-\(token)-")
    sweeper.sweep(path)
  }

  /// Whether a word may be a token.
  static func isToken(_ word: String) -> Bool {
    word.utf8.count == 32
      && word.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
