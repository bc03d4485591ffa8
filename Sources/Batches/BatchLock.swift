import Diagnostics
internal import Glibc

/// The lock on an output folder, so that two runs never write to it at once. The system itself lifts
/// it when its owner ends in whatever way; the process id in the file is for people.
struct BatchLock: ~Copyable {
  private let file: Descriptor
  /// The lock on everything, where only a shard's is meant.
  private let shared: Descriptor?
  /// What a run before left in the file: the token of one that was killed.
  let leftToken: String?
  /// The time of the file system when the lock was taken, in nanoseconds since 1970.
  let time: Int

  private init(
    file: consuming Descriptor, shared: consuming Descriptor?, leftToken: String?, time: Int
  ) {
    self.file = file
    self.shared = shared
    self.leftToken = leftToken
    self.time = time
  }

  /// Takes the lock of a folder, or of one shard of it; the folder for the batch's own files is made.
  ///
  /// - Throws: who holds it, or why it cannot be taken.
  static func take(_ output: OutputFolder, _ shard: Batch.Shard?) throws(ProgramFault)
    -> BatchLock
  {
    let folder = output.path(OutputFolder.own)
    do throws(SystemError) {
      _ = try AsideWriter.makeFolders(folder)
    } catch {
      throw error.fault("створити теку", "make the folder", folder)
    }
    // A run of everything excludes all shards, and each shard only itself and such a run.
    let name = folder + "/lock"
    let shared = try shard.map { _ throws(ProgramFault) in try Self.lock(name, LOCK_SH) }
    let file = try Self.lock(name + (shard?.suffix ?? ""), LOCK_EX)
    let leftToken = Self.token(in: file.number)
    let time = try Self.sign(file, name, output.token)
    return BatchLock(file: file, shared: shared, leftToken: leftToken, time: time)
  }

  private static func sign(_ file: borrowing Descriptor, _ name: String, _ token: String)
    throws(ProgramFault) -> Int
  {
    do throws(SystemError) {
      ftruncate(file.number, 0)
      lseek(file.number, 0, SEEK_SET)
      try file.write(Array("\(getpid()) \(token)\n".utf8))
      return try file.stamp().modified
    } catch {
      throw error.fault("записати", "write", name)
    }
  }

  /// Notes that nothing is left aside, and lifts the lock.
  consuming func lift() {
    ftruncate(file.number, 0)
  }

  private static func lock(_ name: String, _ how: Int32) throws(ProgramFault) -> Descriptor {
    let file: Descriptor
    do throws(SystemError) {
      file = try Descriptor(
        unsafe open(name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666))
    } catch {
      throw error.fault("створити", "create", name)
    }
    while flock(file.number, how | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      guard errno == EWOULDBLOCK else {
        throw SystemError(code: errno).fault("замкнути", "lock", name)
      }
      let owner = words(in: file.number).first.map { " (\($0))" } ?? ""
      throw ProgramFault(
        uk: "у цю теку вже пише інший запуск pysar build\(owner): «\(name)»",
        en: "another pysar build\(owner) is writing to this folder: '\(name)'")
    }
    return file
  }

  private static func token(in file: Int32) -> String? {
    let words = words(in: file)
    guard words.count == 2, words[1].utf8.count == 32,
      words[1].utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return nil }
    return words[1]
  }

  private static func words(in file: Int32) -> [String] {
    var bytes = [UInt8](repeating: 0, count: 128)
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe pread(file, buffer.baseAddress, buffer.count, 0)
    }
    return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
      .split { $0 == " " || $0 == "\n" }.map(String.init)
  }
}
