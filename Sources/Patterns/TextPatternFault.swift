package import Diagnostics

/// Why a text is no pattern, and where.
package struct TextPatternFault: Error, Sendable, Equatable {
  /// The reason in both languages.
  package let problem: Message
  /// Where it stands within the pattern, in Unicode scalars from 0.
  package let offset: Int
  /// How long it is, in Unicode scalars.
  package let length: Int

  init(uk: String, en: String, offset: Int, length: Int) {
    self.problem = Message(uk: uk, en: en)
    self.offset = offset
    self.length = max(1, length)
  }
}
