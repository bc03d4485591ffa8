import Diagnostics
import Files
internal import Glibc

/// The files that locks are put on, in the folder for the batch's own files: one for everything, and
/// one for each shard.
enum LockFile {
  /// The name of the file.
  static func name(_ shard: Batch.Shard?) -> String { "lock" + (shard?.suffix ?? "") }

  /// Opens the file and puts a lock on it.
  ///
  /// - Throws: who holds it, or why it cannot be had.
  static func lock(_ name: String, _ how: Int32, in folder: String) throws(ProgramFault)
    -> Descriptor
  {
    let file = try open(name)
    while flock(file.number, how | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      guard errno == EWOULDBLOCK else {
        throw SystemError(code: errno).fault("замкнути", "lock", name)
      }
      throw held(name, by: shardOwners(in: folder) ?? words(in: file.number).first)
    }
    return file
  }

  private static func open(_ name: String) throws(ProgramFault) -> Descriptor {
    do throws(SystemError) {
      let file = try Descriptor(
        unsafe Glibc.open(
          name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0o666))
      guard try file.isRegular() else { throw SystemError(code: EEXIST) }
      return file
    } catch {
      throw error.fault("створити", "create", name)
    }
  }

  /// The words of the first line of a lock's file: a process and a token.
  static func words(in file: Int32) -> [String] {
    var bytes = [UInt8](repeating: 0, count: 128)
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe pread(file, buffer.baseAddress, buffer.count, 0)
    }
    let line = bytes.prefix(max(count, 0)).prefix { $0 != UInt8(ascii: "\n") }
    return String(decoding: line, as: UTF8.self).split(separator: " ").map(String.init)
  }

  /// The shards that there are locks of.
  static func shards(in folder: String) -> [Batch.Shard] {
    let names = (try? Folder.names(at: folder)) ?? []
    return names.sorted().compactMap { name -> Batch.Shard? in
      guard name.hasPrefix(self.name(nil) + ".") else { return nil }
      let numbers = name.dropFirst(self.name(nil).count + 1).split(separator: "-").map { Int($0) }
      guard numbers.count == 3, let number = numbers[0], let count = numbers[2] else { return nil }
      return Batch.Shard(number: number, of: count)
    }
  }

  /// The token of a run that was killed.
  static func token(in file: Int32) -> String? {
    let words = words(in: file)
    guard words.count == 2, OutputFolder.isToken(words[1]) else { return nil }
    return words[1]
  }

  /// The processes that hold the locks of shards; nil where none does.
  private static func shardOwners(in folder: String) -> String? {
    var owners: [String] = []
    for name in ((try? Folder.names(at: folder)) ?? []).sorted()
    where name.hasPrefix(self.name(nil) + ".") {
      guard
        let file = try? Descriptor(
          unsafe Glibc.open(folder + "/" + name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)),
        flock(file.number, LOCK_SH | LOCK_NB) != 0
      else { continue }
      owners += words(in: file.number).prefix(1)
    }
    return owners.isEmpty ? nil : owners.joined(separator: ", ")
  }

  private static func held(_ name: String, by owner: String?) -> ProgramFault {
    let process = owner.map { Message(uk: " (процес \($0))", en: " (process \($0))") }
    return ProgramFault(
      uk: "у цю теку вже пише інший запуск pysar build\(process?.uk ?? ""): «\(name)»",
      en: "another pysar build\(process?.en ?? "") is writing to this folder: '\(name)'")
  }
}
