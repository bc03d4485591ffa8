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
  /// What runs before left in the file: the tokens of those that were killed, or that could not remove
  /// what they had written aside.
  let leftTokens: [String]

  private init(
    file: consuming Descriptor, name: String, shared: consuming Descriptor?
  ) throws(ProgramFault) {
    self.name = name
    self.shared = shared
    leftTokens = LockFile.tokens(in: file)
    self.file = file
    // Until what is left of those runs has been swept, the next one must find their tokens here.
    _ = try write(leftTokens)
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

  /// Signs the lock with the token of this run, and those of runs before that are not swept yet.
  ///
  /// - Parameter isSynchronizing: whether a power cut must not take the tokens, which what stands aside
  ///   is found by.
  /// - Returns: the time of the file system, in nanoseconds since 1970.
  func sign(_ tokens: [String], isSynchronizing: Bool) throws(ProgramFault) -> Int {
    let time = try write(tokens)
    guard isSynchronizing else { return time }
    do throws(SystemError) {
      try file.synchronize()
    } catch {
      throw error.fault("зберегти на диску", "put on the disk", name)
    }
    return time
  }

  /// Writes the process and the tokens at once, so that a token is lost at no moment.
  private func write(_ tokens: [String]) throws(ProgramFault) -> Int {
    do throws(SystemError) {
      try file.replaceContents(Array(Self.line(tokens).utf8))
      return try file.stamp().modified
    } catch {
      throw error.fault("записати", "write", name)
    }
  }

  private static func line(_ tokens: [String]) -> String {
    "\(getpid()) \(tokens.isEmpty ? "-" : tokens.joined(separator: " "))\n"
  }

  /// Notes which runs have left something aside, and lifts the lock.
  consuming func lift(leaving tokens: [String] = []) {
    try? file.replaceContents(tokens.isEmpty ? [] : Array(Self.line(tokens).utf8))
  }
}
