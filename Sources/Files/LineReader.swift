package import Diagnostics
internal import Glibc

/// Reads a file of lines one after the other, through a buffer.
package struct LineReader: ~Copyable {
  /// What faults call the file.
  package let name: String
  /// The number of the line read last, from 1.
  package private(set) var number = 0
  private let descriptor: Descriptor
  private var buffer: [UInt8]
  private var filled = 0
  private var position = 0

  /// The longest line that is read: 16 MiB.
  package static let limit = 1 << 24

  /// Opens a file.
  ///
  /// - Throws: why it cannot be opened.
  package init(at path: String) throws(ProgramFault) {
    name = path
    do throws(SystemError) {
      descriptor = try Descriptor(reading: path)
    } catch {
      throw error.fault("прочитати", "read", path)
    }
    buffer = [UInt8](repeating: 0, count: 1 << 16)
  }

  /// The next line without its end; nil behind the last.
  ///
  /// - Throws: why it cannot be read, or that it is longer than ``limit``.
  package mutating func next() throws(ProgramFault) -> [UInt8]? {
    var line: [UInt8] = []
    while true {
      if position == filled {
        try fill()
        if filled == 0 {
          if line.isEmpty { return nil }
          break
        }
      }
      let end = endOfLine
      line += buffer[position..<(end ?? filled)]
      position = end.map { $0 + 1 } ?? filled
      if end != nil { break }
      guard line.count <= Self.limit else {
        throw ProgramFault(
          uk: "«\(name)»: рядок \(number + 1) задовгий",
          en: "'\(name)': line \(number + 1) is too long")
      }
    }
    number += 1
    return line
  }

  /// Where the line ends, as far as it is in the buffer.
  private var endOfLine: Int? {
    unsafe buffer.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress,
        let end = unsafe memchr(start + position, 0x0A, filled - position)
      else { return nil as Int? }
      return unsafe UnsafeRawPointer(end) - start
    }
  }

  private mutating func fill() throws(ProgramFault) {
    position = 0
    let got = unsafe buffer.withUnsafeMutableBytes { buffer in
      unsafe Descriptor.read(descriptor.number, buffer, at: nil)
    }
    guard got >= 0 else {
      throw SystemError(code: Int32(-got)).fault("прочитати", "read", name)
    }
    filled = got
  }
}
