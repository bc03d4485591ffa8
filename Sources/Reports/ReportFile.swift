package import Diagnostics
package import Files

/// A file that tells what came of the batch, written as a stream: aside first, and put in its place
/// with everything else.
package struct ReportFile: ~Copyable {
  private let descriptor: Descriptor
  private let name: String
  private var buffer: [UInt8] = []
  private static let limit = 1 << 16

  /// Takes an open file over; faults call it by the name.
  package init(_ descriptor: consuming Descriptor, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// Takes bytes.
  ///
  /// - Throws: why they cannot be written.
  package mutating func write(_ bytes: [UInt8]) throws(ProgramFault) {
    buffer += bytes
    if buffer.count >= Self.limit { try flush() }
  }

  /// Takes a text.
  ///
  /// - Throws: why it cannot be written.
  package mutating func write(_ text: String) throws(ProgramFault) {
    buffer += text.utf8
    if buffer.count >= Self.limit { try flush() }
  }

  /// Writes what was taken.
  ///
  /// - Throws: why it cannot be written.
  mutating func flush() throws(ProgramFault) {
    do throws(SystemError) {
      try descriptor.write(buffer)
    } catch {
      throw error.fault("записати", "write", name)
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
