import Bytes
internal import Diagnostics

/// A pattern ready to be looked for in texts, by one task.
///
/// Matching takes time in proportion to the text, whatever the pattern: no text and no pattern make
/// it go back. What it learns on its way it keeps, within 256 KiB, for the texts that follow.
package final class TextPattern {
  private var machine: PatternMachine

  /// Makes a program ready to run.
  package init(_ program: PatternProgram) {
    machine = PatternMachine(program)
  }

  /// Reads a pattern and makes it ready to run.
  ///
  /// - Throws: why it is none, with the place.
  package convenience init(_ source: String, ignoresCase: Bool = false) throws(TextPatternFault) {
    self.init(try PatternProgram(source, ignoresCase: ignoresCase))
  }

  /// Whether the pattern matches somewhere in a text.
  package func matches(_ text: String) -> Bool {
    matches(text.utf8.span)
  }

  /// Whether the pattern matches somewhere in UTF-8.
  package func matches(_ utf8: Span<UInt8>) -> Bool {
    machine.matches(utf8)
  }

  /// Where the first match stands, the longest of those that start there, in Unicode scalars.
  package func firstMatch(in text: String) -> Range<Int>? {
    machine.firstMatch(in: text.utf8.span)?.scalars
  }

  /// The text of the first match that is wanted; empty where there is none.
  ///
  /// - Parameter isWanted: is asked of each match, by its bytes.
  package func firstMatch(
    in utf8: Span<UInt8>, where isWanted: (Span<UInt8>) -> Bool = { _ in true }
  ) -> String {
    let match = machine.firstMatch(in: utf8) { isWanted(utf8.extracting($0)) }?.bytes
    guard let match else { return "" }
    return String(decoding: [UInt8](copying: utf8.extracting(match)), as: UTF8.self)
  }
}
