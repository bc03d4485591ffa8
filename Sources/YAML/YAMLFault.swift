package import Diagnostics

/// What libyaml could not read, and where.
package struct YAMLFault: Error, Sendable, Equatable {
  /// libyaml's own sentence, with its context.
  package let problem: String
  /// Where it gave up.
  package let position: SourcePosition
  /// What it was reading then, in its own words: `while scanning a quoted scalar`; may be empty.
  package var context = ""
  /// Where that began.
  package var start: SourcePosition?

  /// The sentence of a text that holds more than is read.
  package static let tooManyValues = "too many values"
}
