import Diagnostics
import Discovery
import Files
internal import Glibc
import RunState

/// The files that locks are put on, in the folder for the batch's own files: one for everything, and
/// one for each shard.
enum LockFile {
  /// The name of the file.
  static func name(_ shard: Shard?) -> String { "lock" + (shard?.suffix ?? "") }

  /// Opens the file in a folder and puts a lock on it.
  ///
  /// - Throws: who holds it, or why it cannot be had.
  static func lock(_ shard: Shard?, isShared: Bool, in own: OwnFolder) throws(ProgramFault)
    -> Descriptor
  {
    let name = name(shard)
    let file = try open(name, in: own)
    do throws(SystemError) {
      if try file.lock(isShared: isShared) { return file }
    } catch {
      throw error.fault("замкнути", "lock", own.path(name))
    }
    throw held(own.path(name), by: shardOwners(in: own.folder) ?? words(in: file).first)
  }

  private static func open(_ name: String, in own: OwnFolder) throws(ProgramFault) -> Descriptor {
    do throws(SystemError) {
      let file = try own.folder.openOrCreate(name)
      guard try file.status().kind == .file else { throw SystemError.isTaken }
      return file
    } catch {
      throw error.fault("створити", "create", own.path(name))
    }
  }

  /// The words of the first line of a lock's file: a process and a token.
  static func words(in file: borrowing Descriptor) -> [String] {
    let line = ((try? file.read(1 << 12, at: 0)) ?? []).prefix { $0 != UInt8(ascii: "\n") }
    return String(decoding: line, as: UTF8.self).split(separator: " ").map(String.init)
  }

  /// The shards that there are locks of.
  static func shards(in folder: Folder) -> [Shard] {
    names(in: folder).compactMap { name -> Shard? in
      let numbers = name.dropFirst(self.name(nil).count + 1).split(separator: "-").map { Int($0) }
      guard numbers.count == 3, let number = numbers[0], let count = numbers[2] else { return nil }
      return Shard(number: number, of: count)
    }
  }

  /// The names of the locks of shards.
  private static func names(in folder: Folder) -> [String] {
    ((try? folder.entries()) ?? []).compactMap(\.name).filter { $0.hasPrefix(name(nil) + ".") }
      .sorted()
  }

  /// The tokens of runs that have left something aside.
  static func tokens(in file: borrowing Descriptor) -> [String] {
    words(in: file).dropFirst().filter(OutputFolder.isToken)
  }

  /// The processes that have written into the locks of shards and still run; nil where there is none.
  /// No lock is tried for that: a shard that begins at the same moment would find it taken.
  private static func shardOwners(in folder: Folder) -> String? {
    let owners = names(in: folder).compactMap { name -> String? in
      guard let file = try? folder.open(name), let owner = words(in: file).first else { return nil }
      return isRunning(owner) ? owner : nil
    }
    return owners.isEmpty ? nil : owners.joined(separator: ", ")
  }

  private static func isRunning(_ process: String) -> Bool {
    guard let number = Int32(process), number > 0 else { return false }
    return kill(number, 0) == 0 || errno == EPERM
  }

  private static func held(_ name: String, by owner: String?) -> ProgramFault {
    let process = owner.map { Message(uk: " (процес \($0))", en: " (process \($0))") }
    return ProgramFault(
      uk: "у цю теку вже пише інший запуск pysar build\(process?.uk ?? ""): «\(name)»",
      en: "another pysar build\(process?.en ?? "") is writing to this folder: '\(name)'")
  }
}
