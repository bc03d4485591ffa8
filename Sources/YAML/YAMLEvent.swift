package import Diagnostics

/// One step through a YAML document: a scalar, the start or end of a collection, an alias.
///
/// It is numbers alone, so that a document's events lie in one array; its text lies with the others
/// in ``YAMLDocument/texts``.
package struct YAMLEvent: Sendable {
  /// What sort of step it is.
  @frozen @usableFromInline package enum Kind: Sendable {
    case mappingStart, mappingEnd
    case sequenceStart, sequenceEnd
    case scalar, alias

    /// Whether both are one; asked several times of every event, and therefore inlined.
    @inlinable package static func == (left: Self, right: Self) -> Bool {
      switch (left, right) {
      case (.mappingStart, .mappingStart), (.mappingEnd, .mappingEnd), (.scalar, .scalar),
        (.sequenceStart, .sequenceStart), (.sequenceEnd, .sequenceEnd), (.alias, .alias):
        true
      default: false
      }
    }
  }

  /// How a scalar or a collection was written.
  package enum Style: Sendable {
    /// Without quotation marks and not as a block.
    case plain
    /// In double quotation marks, where escapes may stand.
    case doubleQuoted
    /// In single quotation marks.
    case singleQuoted
    /// In brackets or braces, of a collection's start.
    case flow
    /// In any other way.
    case other
  }

  /// What sort of step it is.
  package let kind: Kind
  /// How a scalar or a collection was written.
  package let style: Style
  /// Where it stands.
  package let range: SourceRange
  private let textStart: Int32
  private let textEnd: Int32
  /// Of a collection's start, the number of its end, and of a collection that is not yet whole, that
  /// of the one around it; of an alias, what it stands for.
  var link: Int32

  init(_ kind: Kind, at range: SourceRange, text: Range<Int>, style: Style, link: Int32) {
    self.kind = kind
    self.style = style
    self.range = range
    textStart = Int32(text.lowerBound)
    textEnd = Int32(text.upperBound)
    self.link = link
  }

  /// Where in ``YAMLDocument/texts`` a scalar's value stands, or the name of an alias.
  package var text: Range<Int> { Int(textStart)..<Int(textEnd) }

  /// What an alias stands for.
  package var target: AliasTarget { AliasTarget(link: link) }
}

/// What an alias stands for.
package enum AliasTarget: Sendable {
  /// The number of the event that the anchor of its name was last set on.
  case event(Int)
  /// The anchor is set on a collection in which the alias stands itself.
  case around
  /// There is no such anchor before it.
  case missing

  init(link: Int32) {
    self =
      switch link {
      case -2: .around
      case -1: .missing
      default: .event(Int(link))
      }
  }

  var link: Int32 {
    switch self {
    case .event(let index): Int32(index)
    case .missing: -1
    case .around: -2
    }
  }
}
