public import Diagnostics

/// What libyaml could not read, and where.
public struct YAMLFault: Error, Sendable, Equatable {
  /// libyaml's own sentence, with its context.
  public let problem: String
  /// Where it gave up.
  public let position: SourcePosition
  /// What it was reading then, in its own words: `while scanning a quoted scalar`; may be empty.
  public var context = ""
  /// Where that began.
  public var start: SourcePosition?
}
