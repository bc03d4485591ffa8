import Glibc

/// Files read and written as plainly as the system allows: the floor under every program.
enum PlainFiles {
  /// The bytes of a file; none where it cannot be read.
  static func read(_ path: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    while case let count = unsafe Glibc.read(descriptor, &piece, piece.count), count > 0 {
      bytes += piece[..<count]
    }
    return bytes
  }

  /// Reads a file that fits into a buffer, and forgets it: open, read, close.
  static func skim(_ path: String, _ buffer: inout [UInt8]) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    let count = unsafe Glibc.read(descriptor, &buffer, buffer.count)
    precondition(count > 0, "a plan can be read")
    close(descriptor)
  }

  /// Writes a file that is not there yet: open, write, close.
  static func write(_ path: String, _ bytes: [UInt8]) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    let count = unsafe Glibc.write(descriptor, bytes, bytes.count)
    guard count == bytes.count else { Complaint.end("cannot write \(path)") }
    close(descriptor)
  }

  static func look(at path: String) {
    var status = stat()
    let result = unsafe lstat(path, &status)
    precondition(result == 0, "what was written is there")
  }

  /// Makes a folder with all above it.
  static func makeFolder(_ path: String) {
    var made = path.hasPrefix("/") ? "/" : ""
    for name in path.split(separator: "/") {
      made += made.isEmpty || made == "/" ? String(name) : "/" + name
      unsafe mkdir(made, 0o755)
    }
  }
}

/// How the benchmark says that it cannot go on.
enum Complaint {
  static func end(_ sentence: String) -> Never {
    let line = Array("pysar-bench: \(sentence)\n".utf8)
    _ = unsafe write(2, line, line.count)
    exit(2)
  }
}
