import Foundation
import Glibc

/// What tests may do here beyond the ordinary.
enum Powers {
  /// Whether calls of the system can be tampered with.
  static let canTrace = can("strace", "-f", "-o", "/dev/null", "true")

  /// Whether file systems can be mounted.
  static let canMount: Bool = {
    let folder = FileManager.default.temporaryDirectory.appending(path: "pysar-\(UUID())").path
    guard can("mkdir", folder) else { return false }
    defer { _ = can("rmdir", folder) }
    return can("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder) && can("umount", folder)
  }()

  /// Whether rights mean something to this user.
  static let isPlainUser = geteuid() != 0

  /// What runs a command as a user to whom they do.
  static let plainUser = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]

  static let canBePlainUser = can(plainUser + ["true"])

  private static func can(_ command: String...) -> Bool { can(command) }

  private static func can(_ command: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
