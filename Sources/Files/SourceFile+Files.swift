package import Diagnostics
internal import Glibc

/// Why a file could not be read.
package enum FileFault: Error, Sendable, Equatable {
  case missing
  case isFolder
  /// A pipe, a socket, a device.
  case isNoFile
  case forbidden
  /// It is larger than the limit, in bytes.
  case tooLarge(limit: Int)
  /// Anything else that the system says.
  case other(Message)
}

extension SourceFile {
  /// The largest file that is read: 16 MiB, some thousands of plans.
  package static let sizeLimit = 16 << 20

  /// Reads a regular file of at most ``sizeLimit`` bytes; never waits for a pipe's other end.
  ///
  /// - Throws: why it cannot be read.
  package init(at path: String) throws(FileFault) {
    self.init(name: path, bytes: try Self.bytes(at: path))
  }

  /// The bytes of a regular file of at most ``sizeLimit`` of them.
  ///
  /// - Throws: why it cannot be read.
  static func bytes(at path: String) throws(FileFault) -> [UInt8] {
    do throws(SystemError) {
      return try Descriptor(reading: path).source().bytes
    } catch {
      throw FileFault(errno: error.code)
    }
  }

  /// Reads the file that a user names: a path, or `-` for standard input.
  ///
  /// - Throws: why it cannot be read.
  package init(named path: String) throws(FileFault) {
    self = path == "-" ? try Self.standardInput() : try SourceFile(at: path)
  }

  /// Reads standard input to its end, at most ``sizeLimit`` bytes.
  ///
  /// - Throws: why it cannot be read.
  package static func standardInput() throws(FileFault) -> SourceFile {
    do throws(SystemError) {
      let bytes = try Descriptor.readAll(0, expecting: 65536, limit: sizeLimit)
      guard bytes.count <= sizeLimit else { throw .tooLarge }
      return SourceFile(name: "-", bytes: bytes)
    } catch {
      throw FileFault(errno: error.code)
    }
  }
}

extension FileFault {
  /// What an error code of the system says of a source.
  package init(errno code: Int32) {
    switch code {
    case ENOENT, ENOTDIR: self = .missing
    case EACCES, EPERM: self = .forbidden
    case EISDIR: self = .isFolder
    case ENXIO: self = .isNoFile
    case EFBIG: self = .tooLarge(limit: SourceFile.sizeLimit)
    default: self = .other(Message(errno: code))
    }
  }

  /// The diagnostic that says so of a file.
  package func diagnostic(file name: String) -> Diagnostic {
    let (code, message, help): (String, Message, Message?) =
      switch self {
      case .missing:
        (
          "no-such-file", Message(uk: "такого файлу немає", en: "there is no such file"),
          MissingFile.help(for: name)
        )
      case .isFolder:
        (
          "is-folder", Message(uk: "це тека, а не файл", en: "this is a folder, not a file"),
          Message(uk: "назвіть файли плану в ній", en: "name the plans in it")
        )
      case .isNoFile:
        (
          "not-a-file",
          Message(uk: "це не звичайний файл", en: "this is not a regular file"),
          Message(
            uk: "подайте план через стандартне введення: pysar render -",
            en: "pass the plan on standard input: pysar render -")
        )
      case .forbidden:
        (
          "unreadable-file", Message(uk: "немає прав читати файл", en: "the file may not be read"),
          Message(uk: "перевірте права доступу", en: "check its permissions")
        )
      case .tooLarge(let limit):
        (
          "file-too-large",
          Message(
            uk: "файл більший за \(limit >> 20) МіБ",
            en: "the file is larger than \(limit >> 20) MiB"),
          Message(uk: "поділіть його на кілька файлів", en: "split it into several files")
        )
      case .other(let reason):
        (
          "unreadable-file",
          Message(uk: "файл не читається: \(reason.uk)", en: "cannot read: \(reason.en)"), nil
        )
      }
    return Diagnostic(
      code: code, file: name, message, help: help)
  }
}
