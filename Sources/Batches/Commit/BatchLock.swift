import Diagnostics
import Discovery
import Files
internal import Glibc
import RunState

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
    leftToken = LockFile.token(in: file)
    self.file = file
    // Until what is left of that run has been swept, the next one must find its token here.
    _ = try write(leftToken ?? "-")
  }

  /// Takes the lock of a folder, or of one shard of it; the folder for the batch's own files is made.
  ///
  /// - Parameter isWithin: whether the lock of everything is held already.
  /// - Throws: who holds it, or why it cannot be taken.
  static func take(
    _ output: OutputFolder, _ shard: Shard?, isWithin: Bool = false
  ) throws(ProgramFault) -> BatchLock {
    let own = try OwnFolder.make(output)
    let name = own.path(LockFile.name(shard))
    // A run of everything excludes all shards, and each shard only itself and such a run.
    var shared: Descriptor?
    if shard != nil, !isWithin { shared = try LockFile.lock(nil, isShared: true, in: own) }
    return try BatchLock(
      file: try LockFile.lock(shard, isShared: false, in: own), name: name, shared: shared)
  }

  /// Signs the lock with the token of this run, when nothing is left of the one before.
  ///
  /// - Parameter isSynchronizing: whether a power cut must not take the token, which what stands aside
  ///   is found by.
  /// - Returns: the time of the file system, in nanoseconds since 1970.
  func sign(_ token: String, isSynchronizing: Bool) throws(ProgramFault) -> Int {
    let time = try write(token)
    guard isSynchronizing else { return time }
    do throws(SystemError) {
      try file.synchronize()
    } catch {
      throw error.fault("зберегти на диску", "put on the disk", name)
    }
    return time
  }

  /// Writes the process and a token at once, so that a token is lost at no moment.
  private func write(_ token: String) throws(ProgramFault) -> Int {
    do throws(SystemError) {
      try file.replaceContents(Array("\(getpid()) \(token)\n".utf8))
      return try file.stamp().modified
    } catch {
      throw error.fault("записати", "write", name)
    }
  }

  /// Notes that nothing is left aside, and lifts the lock.
  consuming func lift() { try? file.replaceContents([]) }
}
