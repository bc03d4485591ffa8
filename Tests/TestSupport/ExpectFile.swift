import Foundation
package import Testing

/// Expects bytes to be those of a file of the repository.
///
/// A missing file fails. Nothing is ever written, unless `PYSAR_ACCEPT=1` stands in the
/// environment, as `make accept` has it; then a person reads the diff.
package func expectFile(
  _ actual: [UInt8], matches path: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let fixture = Fixture(path)
  let expected = try? fixture.bytes()
  guard expected != actual else { return }
  if ProcessInfo.processInfo.environment["PYSAR_ACCEPT"] == "1" {
    do {
      try Data(actual).write(to: URL(filePath: fixture.absolutePath), options: .atomic)
    } catch {
      Issue.record("\(path) cannot be written: \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  let reason =
    expected.map { "differs from what is expected: " + firstDifference($0, actual) }
    ?? "is missing; make accept writes it"
  Issue.record("\(path) \(reason)", sourceLocation: sourceLocation)
}

/// Expects a text to be that of a file of the repository.
package func expectFile(
  _ actual: String, matches path: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  expectFile(Array(actual.utf8), matches: path, sourceLocation: sourceLocation)
}

/// The first line in which two texts differ, with both readings of it.
package func firstDifference(_ expected: [UInt8], _ actual: [UInt8]) -> String {
  let left = expected.split(separator: 0x0A, omittingEmptySubsequences: false)
  let right = actual.split(separator: 0x0A, omittingEmptySubsequences: false)
  let index =
    zip(left, right).enumerated().first { $1.0 != $1.1 }?.offset ?? min(left.count, right.count)
  func shown(_ lines: [ArraySlice<UInt8>]) -> String {
    guard lines.indices.contains(index) else { return "(no such line)" }
    return String(reflecting: String(decoding: lines[index], as: UTF8.self))
  }
  return """
    line \(index + 1)
      expected \(shown(left))
      actual   \(shown(right))
    """
}
