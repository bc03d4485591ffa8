internal import Diagnostics
package import Digests
package import Files

/// A file that the plans of another one were read with: a plan that they refer to. When its bytes
/// change, comes or goes, what was made of them is built anew.
package struct Dependency: Sendable, Equatable {
  /// The path, as the program opens it.
  package let path: String
  /// The digest of its bytes; nil where there was no such file that could be read.
  package let digest: Digest?
  /// What the file system said of it before it was read.
  package let stamp: FileStamp

  /// Takes what is known of a file.
  package init(path: String, digest: Digest?, stamp: FileStamp) {
    self.path = path
    self.digest = digest
    self.stamp = stamp
  }

  /// Takes a file as it is now.
  ///
  /// - Parameter time: the time of the file system when the run began, in nanoseconds since 1970.
  package init(reading path: String, time: Int) {
    self.path = path
    // A change after this is found by the next run, which then knows an older stamp.
    stamp = FileSystem.stamp(of: path)?.settled(by: time) ?? .none
    digest = (try? SourceFile(at: path)).map { Digest(of: $0.bytes) }
  }

  /// Whether the file system says of it what it said then.
  package var isUntouched: Bool { (FileSystem.stamp(of: path) ?? .none) == stamp }
}

extension [Dependency] {
  /// The same files as they are now; nil where one has other bytes, has come or is gone.
  package func renewed(time: Int) -> [Dependency]? {
    let now = map { Dependency(reading: $0.path, time: time) }
    return zip(self, now).allSatisfy { $0.digest == $1.digest } ? now : nil
  }
}
