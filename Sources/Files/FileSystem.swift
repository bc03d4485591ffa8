package import Diagnostics
internal import Glibc

/// What is asked of the file system by a path; links on the way are followed.
package enum FileSystem {
  /// What the file system says of something; nil where it says nothing.
  ///
  /// - Parameter isFollowed: whether of what a link leads to, or else of the link.
  package static func status(of path: String, isFollowed: Bool = true) -> FileStatus? {
    var status = stat()
    let result = unsafe isFollowed ? stat(path, &status) : lstat(path, &status)
    return result == 0 ? FileStatus(status) : nil
  }

  /// Why the file system says nothing of something; nil where it does.
  package static func fault(of path: String) -> FileFault? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? nil : FileFault(errno: errno)
  }

  /// Whether a name fits a pattern of the shell: fnmatch(3).
  package static func fits(_ name: String, pattern: String) -> Bool {
    unsafe fnmatch(pattern, name, 0) == 0
  }

  /// The stamp of a file; nil where there is none.
  package static func stamp(of path: String) -> FileStamp? { status(of: path)?.stamp }

  /// Whether there is a folder.
  package static func isFolder(_ path: String) -> Bool { status(of: path)?.kind == .folder }

  /// Whether there is a regular file at a path.
  package static func isFile(_ path: String) -> Bool { status(of: path)?.kind == .file }

  /// Whether a path leads to something that is neither a regular file nor a folder.
  package static func isDevice(_ path: String) -> Bool {
    [.link, .other].contains(status(of: path)?.kind)
  }

  /// Whether there is anything.
  package static func exists(_ path: String) -> Bool { status(of: path) != nil }

  /// Whether a folder may be listed and entered.
  package static func isReadableFolder(_ path: String) -> Bool {
    unsafe access(path, R_OK | X_OK) == 0
  }

  /// Whether what a user has left in a folder may be believed: the superuser believes nobody else.
  package static func mayTrust(_ owner: UInt32) -> Bool { geteuid() != 0 || owner == 0 }

  /// The folder for what passes with a run.
  package static let temporaryFolder = "/tmp"

  /// Makes a folder, where there is none yet.
  package static func makeFolder(_ path: String) throws(ProgramFault) {
    guard !isFolder(path), unsafe mkdir(path, 0o777) != 0 else { return }
    throw fault("створити", "create", path)
  }

  /// Makes a folder and those above it, where there are none yet.
  package static func makeFolders(_ path: String) throws(SystemError) {
    if unsafe mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    let parent = parent(of: path)
    guard errno == ENOENT, parent != path, parent != "." else { throw SystemError(code: errno) }
    try makeFolders(parent)
    guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw SystemError(code: errno)
    }
  }

  /// The folder that a path lies in.
  package static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The path without symbolic links.
  package static func resolved(_ path: String) -> String? {
    guard let result = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(result) }
    return unsafe String(cString: result)
  }

  /// What a symbolic link leads to, where nothing is there; nil for any other path.
  static func lostTarget(of path: String) -> String? {
    guard status(of: path) == nil, status(of: path, isFollowed: false)?.kind == .link else {
      return nil
    }
    var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      return unsafe readlink(path, start, buffer.count)
    }
    return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : nil
  }

  /// The path of a file as one would follow it from a folder; both paths are from the root on, without
  /// links.
  package static func path(of file: String, from folder: String) -> String {
    let steps = file.split(separator: "/")
    let base = folder.split(separator: "/")
    let shared = zip(steps, base).prefix { PathKey($0) == PathKey($1) }.count
    return (base.dropFirst(shared).map { _ in ".." } + steps.dropFirst(shared))
      .joined(separator: "/")
  }

  /// Whether two paths lead to one file.
  package static func isSameFile(_ path: String, _ other: String) -> Bool {
    guard let status = status(of: path) else { return false }
    return status.identity == self.status(of: other)?.identity
  }

  /// Writes all the bytes to an open file.
  package static func write(_ bytes: [UInt8], to descriptor: Int32, name: String)
    throws(ProgramFault)
  {
    do throws(SystemError) {
      try Descriptor.write(bytes, to: descriptor)
    } catch {
      throw error.fault("записати", "write", name)
    }
  }

  /// Writes a file whole or not at all: aside in the same folder, then renamed. A file that was there
  /// keeps its owner, group and rights, and is on the disk when this returns. What is no regular file,
  /// a device or a pipe, is written to as it is, and so is standard output, `-`.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(ProgramFault) {
    if path == "-" { return try write(bytes, to: 1, name: path) }
    let status = status(of: path)
    var step = (uk: "створити", en: "create")
    do throws(SystemError) {
      if let status, status.kind != .file {
        step = ("записати", "write")
        try Descriptor(unsafe open(path, O_WRONLY | O_CLOEXEC)).write(bytes)
        return
      }
      let target = resolved(path) ?? path
      let folder = try Folder(at: parent(of: target))
      let aside = ".pysar-\(UInt64.random(in: 0 ... .max))"
      let file = try folder.create(aside, isPrivate: status != nil)
      var isKept = false
      do throws(SystemError) {
        step = ("записати", "write")
        try file.write(bytes)
        guard let status else {
          step = ("замінити", "replace")
          return try folder.rename(aside, to: FolderCursor.parts(of: target).name)
        }
        let isOurs = file.setOwner(status.owner, group: status.group)
        // A file that few may read stays so.
        try file.setPermissions(status.permissions)
        try file.synchronize()
        step = ("замінити", "replace")
        if isOurs {
          try folder.rename(aside, to: FolderCursor.parts(of: target).name)
        } else {
          // Another's file stays that one's: who may write to it changes what is in it, while the whole
          // of it lies aside.
          step = ("записати в чужий файл", "write into another's file")
          let old = try Descriptor(unsafe open(target, O_RDWR | O_CLOEXEC))
          try folder.descriptor.synchronize()
          isKept = true
          step = (
            "замінити (новий текст цілий, у «\(aside)» поряд)",
            "replace (the new text is whole in '\(aside)' beside it)"
          )
          try old.replaceContents(bytes)
          try old.synchronize()
          try folder.remove(aside)
        }
        try folder.descriptor.synchronize()
      } catch {
        if !isKept { try? folder.remove(aside) }
        throw error
      }
    } catch {
      throw error.fault(step.uk, step.en, path)
    }
  }

  private static func fault(_ uk: String, _ en: String, _ path: String) -> ProgramFault {
    SystemError(code: errno).fault(uk, en, path)
  }
}
