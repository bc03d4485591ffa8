import Diagnostics
import Digests
import Files
import Reports
import RunState

/// Opens the files that tell what came of the batch, and keeps their names; a class, as their writers
/// open them when they need them.
final class ReportFolder {
  private let output: OutputFolder
  private var opened: [(path: String, aside: UInt64)] = []
  private let first: UInt64
  private var cursor: FolderCursor

  /// Makes a folder for the reports that one task writes.
  init(_ output: OutputFolder, round: Int) {
    self.output = output
    first = output.firstAside(ofRound: round)
    cursor = FolderCursor(below: output.path)
  }

  /// The paths of the reports that were opened.
  var paths: [String] { opened.map(\.path) }

  /// Opens a report by its path in the output folder.
  ///
  /// - Throws: why it cannot be written.
  func open(_ path: String) throws(ProgramFault) -> ReportFile {
    let aside = first + UInt64(opened.count)
    do throws(SystemError) {
      let folder = try cursor.make(FolderCursor.parts(of: path).folder)
      let file = try folder.create(output.asideName(aside))
      opened.append((path, aside))
      return ReportFile(file, name: output.path(path))
    } catch {
      throw error.fault("записати", "write", output.path(path))
    }
  }

  /// Removes all that was opened.
  func discard() {
    for (path, aside) in opened {
      do throws(SystemError) {
        output.removeAside(output.asideName(aside), in: try cursor.locate(path).0)
      } catch {
        output.noteRefusal(error)
      }
    }
    opened = []
  }

  /// The reports that were written; those that are in their places already with the same bytes stay.
  func reports() throws(ProgramFault) -> [BuildStateTrailer.Report] {
    var reports: [BuildStateTrailer.Report] = []
    for (path, aside) in opened {
      do throws(SystemError) {
        let (folder, name) = try cursor.locate(path)
        let asideName = output.asideName(aside)
        let new = try folder.open(asideName)
        let stamp = try new.stamp().movable
        if let old = try? folder.open(name) {
          let status = try old.status()
          guard status.kind != .folder else { throw SystemError.isFolder }
          if status.stamp.size == stamp.size, Self.holdSame(old, new) {
            output.removeAside(asideName, in: folder)
            reports.append(.init(path: path, stamp: status.stamp.movable, aside: 0))
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
    while let a = try? left.read(1 << 16), let b = try? right.read(1 << 16), a == b {
      if a.isEmpty { return true }
    }
    return false
  }
}
