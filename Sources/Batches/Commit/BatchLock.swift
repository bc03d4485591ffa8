import Diagnostics
import Files
internal import Glibc

/// The lock on an output folder, so that two runs never write to it at once. The system itself lifts
/// it when its owner ends in whatever way; the process id in the file is for people.
struct BatchLock: ~Copyable {
  private let file: Descriptor
  private let name: String
  /// The lock on everything, where only a shard's is meant.
  private let shared: Descriptor?
  /// What a run before left in the file: the token of one that was killed.
  let leftToken: String?

  private init(
    file: consuming Descriptor, name: String, shared: consuming Descriptor?
  ) throws(ProgramFault) {
    self.name = name
    self.shared = shared
    leftToken = LockFile.token(in: file.number)
    self.file = file
    // Until what is left of that run has been swept, the next one must find its token here.
    _ = try write(leftToken ?? "-")
  }

  /// Takes the lock of a folder, or of one shard of it; the folder for the batch's own files is made.
  ///
  /// - Parameter isWithin: whether the lock of everything is held already.
  /// - Throws: who holds it, or why it cannot be taken.
  static func take(
    _ output: OutputFolder, _ shard: Batch.Shard?, isWithin: Bool = false
  ) throws(ProgramFault) -> BatchLock {
    let folder = output.path(OutputFolder.own)
    do throws(SystemError) {
      _ = try StagingWriter.makeFolders(folder)
      var status = stat()
      guard unsafe lstat(folder, &status) == 0 else { throw SystemError(code: errno) }
      // A link could lead the batch's own files anywhere.
      guard status.st_mode & S_IFMT == S_IFDIR else { throw SystemError(code: ENOTDIR) }
    } catch {
      throw error.fault("створити теку", "make the folder", folder)
    }
    // A run of everything excludes all shards, and each shard only itself and such a run.
    let name = folder + "/" + LockFile.name(nil)
    guard let shard else {
      return try BatchLock(
        file: try LockFile.lock(name, LOCK_EX, in: folder), name: name, shared: nil)
    }
    var shared: Descriptor?
    if !isWithin { shared = try LockFile.lock(name, LOCK_SH, in: folder) }
    let own = folder + "/" + LockFile.name(shard)
    return try BatchLock(
      file: try LockFile.lock(own, LOCK_EX, in: folder), name: own, shared: shared)
  }

  /// Signs the lock with the token of this run, when nothing is left of the one before.
  ///
  /// - Returns: the time of the file system, in nanoseconds since 1970.
  func sign(_ token: String) throws(ProgramFault) -> Int { try write(token) }

  /// Writes the process and a token at once, so that a token is lost at no moment.
  private func write(_ token: String) throws(ProgramFault) -> Int {
    let line = Array("\(getpid()) \(token)\n".utf8)
    do throws(SystemError) {
      let written = unsafe line.withUnsafeBytes {
        unsafe pwrite(file.number, $0.baseAddress, $0.count, 0)
      }
      guard written == line.count else { throw SystemError(code: written < 0 ? errno : ENOSPC) }
      ftruncate(file.number, line.count)
      return try file.stamp().modified
    } catch {
      throw error.fault("записати", "write", name)
    }
  }

  /// Notes that nothing is left aside, and lifts the lock.
  consuming func lift() {
    ftruncate(file.number, 0)
  }
}
