public import Diagnostics

/// One step through a YAML text: a scalar, the start or end of a collection, an alias.
public struct YAMLEvent: Sendable, Equatable {
  /// What sort of step it is.
  public enum Kind: Sendable {
    case documentStart, documentEnd, streamEnd
    case mappingStart, mappingEnd
    case sequenceStart, sequenceEnd
    case scalar, alias
  }

  /// What sort of step it is.
  public var kind: Kind
  /// Where it stands.
  public var range: SourceRange
  /// A scalar's value in UTF-8; the name of an alias.
  public var text: [UInt8]
  /// The name of the anchor set on it; empty where there is none.
  public var anchor: String
  /// Whether a scalar was written without quotation marks and not as a block.
  public var isPlain: Bool
  /// Whether a scalar was written in double quotation marks, where escapes may stand.
  public var mayHoldEscapes: Bool

  /// Makes an event.
  public init(
    _ kind: Kind, at range: SourceRange, text: [UInt8] = [], anchor: String = "",
    isPlain: Bool = false, mayHoldEscapes: Bool = false
  ) {
    self.kind = kind
    self.range = range
    self.text = text
    self.anchor = anchor
    self.isPlain = isPlain
    self.mayHoldEscapes = mayHoldEscapes
  }
}

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
