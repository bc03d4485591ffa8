import Diagnostics
import Digests
import Files
internal import Glibc

/// Reads files of plans, folder by folder; one for each task.
struct SourceFolder: ~Copyable {
  private let list: PlanList
  /// The time before which a file must have changed for its stamp to be believed, in nanoseconds.
  private let time: Int
  private var folder: Descriptor?
  private var descriptor: Int32 = -1
  private var opened = -1

  /// Makes a reader of a batch's files; `time` is that of the file system when the run began.
  init(_ list: PlanList, time: Int) {
    self.list = list
    self.time = time
    folder = nil
  }

  /// What the file system says of a file, links followed; nil where it says nothing.
  mutating func stamp(of file: PlanFile) -> FileStamp? {
    guard (try? enter(file)) != nil else { return nil }
    var status = stat()
    guard unsafe fstatat(descriptor, file.name, &status, 0) == 0 else { return nil }
    return FileStamp(status)
  }

  /// Reads a file whole. One that changes meanwhile is read again.
  ///
  /// - Throws: why it cannot be read.
  mutating func read(_ file: PlanFile) throws(FileFault) -> (source: SourceFile, stamp: FileStamp) {
    do throws(SystemError) {
      try enter(file)
    } catch {
      throw FileFault(errno: error.code)
    }
    for _ in 0..<3 {
      if let read = try readOnce(file) { return read }
    }
    throw .other(
      Message(uk: "він змінюється під час читання", en: "it changes while it is read"))
  }

  private func readOnce(_ file: PlanFile) throws(FileFault) -> (SourceFile, FileStamp)? {
    do {
      let opened = try Descriptor(
        unsafe openat(descriptor, file.name, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC))
      var status = stat()
      guard unsafe fstat(opened.number, &status) == 0 else { throw SystemError(code: errno) }
      if let fault = Self.fault(status) { throw fault }
      let bytes = try Self.contents(opened.number, Int(status.st_size))
      let after = try opened.stamp()
      let stamp = FileStamp(status)
      guard stamp == after, bytes.count == stamp.size else { return nil }
      return (SourceFile(name: list.name(of: file), bytes: bytes), stamp.settled(by: time))
    } catch let error as SystemError {
      throw FileFault(errno: error.code)
    } catch let fault as FileFault {
      throw fault
    } catch {
      preconditionFailure("only these are thrown: \(error)")
    }
  }

  private static func fault(_ status: stat) -> FileFault? {
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      status.st_size > SourceFile.sizeLimit ? .tooLarge(limit: SourceFile.sizeLimit) : nil
    case S_IFDIR: .isFolder
    default: .isNoFile
    }
  }

  private static func contents(_ file: Int32, _ size: Int) throws(SystemError) -> [UInt8] {
    var code: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = unsafe Glibc.read(
          file, buffer.baseAddress.map { unsafe $0 + count }, size - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { code = errno }
        if got <= 0 { break }
        count += got
      }
    }
    guard code == 0 else { throw SystemError(code: code) }
    return bytes
  }

  private mutating func enter(_ file: PlanFile) throws(SystemError) {
    guard file.folder != opened else { return }
    opened = -1
    let path = list.folders[file.folder].name
    let number = unsafe open(path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    folder = try Descriptor(number)
    descriptor = number
    opened = file.folder
  }
}
