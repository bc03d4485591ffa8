import Diagnostics
import Files
internal import Glibc
import Reports

/// Opens the files that tell what came of the batch, and keeps their names; a class, as their writers
/// open them when they need them.
final class ReportFolder {
  private let output: OutputFolder
  private var opened: [(path: String, aside: UInt64)] = []
  private let first: UInt64

  /// Makes a folder for the reports that one task writes.
  init(_ output: OutputFolder, round: Int) {
    self.output = output
    first = output.firstAside(ofRound: round)
  }

  /// The paths of the reports that were opened.
  var paths: [String] { opened.map(\.path) }

  /// Opens a report by its path in the output folder.
  ///
  /// - Throws: why it cannot be written.
  func open(_ path: String) throws(ProgramFault) -> ReportFile {
    let aside = first + UInt64(opened.count)
    let name = output.asidePath(of: path, aside)
    do throws(SystemError) {
      _ = try StagingWriter.makeFolders(FileSystem.parent(of: name))
      let file = try Descriptor(
        unsafe Glibc.open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666))
      opened.append((path, aside))
      return ReportFile(file, name: output.path(path))
    } catch {
      throw error.fault("записати", "write", output.path(path))
    }
  }

  /// The reports that were written; those that are in their places already with the same bytes stay.
  func reports() throws(ProgramFault) -> [BuildStateTrailer.Report] {
    var reports: [BuildStateTrailer.Report] = []
    for (path, aside) in opened {
      let name = output.asidePath(of: path, aside)
      do throws(SystemError) {
        let new = try Descriptor(unsafe Glibc.open(name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW))
        let stamp = try new.stamp().movable
        let old = unsafe Glibc.open(
          output.path(path), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY)
        if old >= 0 {
          let old = try Descriptor(old)
          guard !FileSystem.isFolder(output.path(path)) else { throw SystemError(code: EISDIR) }
          let oldStamp = try old.stamp().movable
          if oldStamp.size == stamp.size, Self.holdSame(old, new) {
            unsafe unlink(name)
            reports.append(.init(path: path, stamp: oldStamp, aside: 0))
            continue
          }
        }
        reports.append(.init(path: path, stamp: stamp, aside: aside))
      } catch {
        throw error.fault("замінити", "replace", output.path(path))
      }
    }
    return reports
  }

  private static func holdSame(_ left: borrowing Descriptor, _ right: borrowing Descriptor) -> Bool
  {
    var offset = 0
    while true {
      let a = bytes(left.number, offset)
      let b = bytes(right.number, offset)
      guard a == b else { return false }
      if a.isEmpty { return true }
      offset += a.count
    }
  }

  private static func bytes(_ file: Int32, _ offset: Int) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      count = max(0, unsafe pread(file, buffer.baseAddress, buffer.count, offset))
    }
  }
}
