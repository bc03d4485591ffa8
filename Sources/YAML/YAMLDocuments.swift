internal import CLibYAML
package import Diagnostics

/// The documents of a YAML text, one after the other, as libyaml parses it.
///
/// It lives only inside ``withDocuments(of:_:)``, which keeps the bytes in place for libyaml.
@safe package struct YAMLDocuments: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// The bytes of the text.
  private let size: Int
  private var hasEnded = false

  /// How deep collections may stand in one another: libyaml's time grows with the square of it.
  package static let depthLimit = 256
  /// How many values, keys and ends of collections are read of one text.
  static let eventLimit = 400_000
  /// How many more may be read.
  private var eventsLeft = eventLimit

  /// Gives the documents of a text to a reader. The text must be UTF-8; a byte order mark at its
  /// start counts for nothing, as an editor shows none.
  package static func withDocuments<Result, Failure: Error>(
    of source: SourceFile, _ read: (consuming YAMLDocuments) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withDocuments(of: source, usesInternals: YAMLLibrary.isKnown, read)
  }

  /// Gives the documents as ``withDocuments(of:_:)`` does, with or without what is known of the
  /// internals of libyaml; tests compare the two.
  package static func withDocuments<Result, Failure: Error>(
    of source: SourceFile, usesInternals: Bool,
    _ read: (consuming YAMLDocuments) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe YAMLParser.withParser(of: source, usesInternals: usesInternals) {
      parser throws(Failure) in
      try read(unsafe YAMLDocuments(parser: parser, size: source.bytes.count))
    }
  }

  private init(parser: UnsafeMutablePointer<yaml_parser_t>, size: Int) {
    unsafe self.parser = unsafe parser
    self.size = size
  }

  /// The next document, nil after the last one. One whose value cannot be read to its end has what
  /// could be read of it, and the fault; nothing comes after it.
  ///
  /// - Throws: what libyaml cannot read between the documents, once; the text cannot be read beyond
  ///   it.
  package mutating func next() throws(YAMLFault) -> YAMLDocument? {
    guard try skipToDocument() else { return nil }
    var document = YAMLDocument(size: min(size, 16384))
    let limit = eventsLeft
    defer { eventsLeft -= document.events.count }
    var depth = 0
    do throws(YAMLFault) {
      while !document.isWhole {
        try unsafe withEvent { event throws(YAMLFault) in
          unsafe document.append(event)
          switch unsafe event.type {
          case YAML_MAPPING_START_EVENT, YAML_SEQUENCE_START_EVENT: depth += 1
          case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: depth -= 1
          default: break
          }
          if document.events.count > limit {
            throw YAMLFault(
              problem: YAMLFault.tooManyValues, position: unsafe SourcePosition(event.start_mark))
          }
          if depth > Self.depthLimit {
            throw YAMLFault(
              problem: "nested too deeply", position: unsafe SourcePosition(event.start_mark))
          }
        }
      }
    } catch {
      hasEnded = true
      guard !document.events.isEmpty else { throw error }
      document.breakOff(error)
    }
    return document
  }

  /// Goes on behind the start of the next document; false where there is none.
  private mutating func skipToDocument() throws(YAMLFault) -> Bool {
    while !hasEnded {
      do throws(YAMLFault) {
        let type = try unsafe withEvent { event throws(YAMLFault) in unsafe event.type }
        if type == YAML_DOCUMENT_START_EVENT { return true }
        hasEnded = type == YAML_STREAM_END_EVENT
      } catch {
        hasEnded = true
        throw error
      }
    }
    return false
  }

  /// Lends libyaml's next event.
  private func withEvent<Result>(
    _ body: (borrowing yaml_event_t) throws(YAMLFault) -> Result
  ) throws(YAMLFault) -> Result {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else {
      throw unsafe YAMLFault(of: parser.pointee)
    }
    defer { unsafe yaml_event_delete(&event) }
    return try unsafe body(event)
  }
}

extension YAMLDocument {
  /// Appends a part of the document's value.
  fileprivate mutating func append(_ event: borrowing yaml_event_t) {
    let range = unsafe SourceRange(
      SourcePosition(event.start_mark), SourcePosition(event.end_mark))
    switch unsafe event.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      if let tag = unsafe scalar.tag { appendTag(unsafe String(anchor: tag), at: range.start) }
      let style: YAMLEvent.Style =
        switch unsafe scalar.style {
        case YAML_PLAIN_SCALAR_STYLE: .plain
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
        default: .other
        }
      appendScalar(
        unsafe Span(_unsafeStart: scalar.value, count: scalar.length), at: range, style: style,
        anchor: unsafe String(anchor: scalar.anchor))
    case YAML_MAPPING_START_EVENT:
      if let tag = unsafe event.data.mapping_start.tag {
        appendTag(unsafe String(anchor: tag), at: range.start)
      }
      let isFlow = unsafe event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
      appendStart(
        .mappingStart, at: range, isFlow: isFlow,
        anchor: unsafe String(anchor: event.data.mapping_start.anchor))
    case YAML_SEQUENCE_START_EVENT:
      if let tag = unsafe event.data.sequence_start.tag {
        appendTag(unsafe String(anchor: tag), at: range.start)
      }
      let isFlow = unsafe event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
      appendStart(
        .sequenceStart, at: range, isFlow: isFlow,
        anchor: unsafe String(anchor: event.data.sequence_start.anchor))
    case YAML_ALIAS_EVENT:
      appendAlias(unsafe String(anchor: event.data.alias.anchor), at: range)
    case YAML_MAPPING_END_EVENT: appendEnd(.mappingEnd, at: range)
    case YAML_SEQUENCE_END_EVENT: appendEnd(.sequenceEnd, at: range)
    default: preconditionFailure("a document's value holds no other events")
    }
  }
}

extension String {
  /// The name of an anchor, empty where there is none.
  fileprivate init(anchor: UnsafeMutablePointer<yaml_char_t>?) {
    self = unsafe anchor.map { unsafe String(cString: $0) } ?? ""
  }
}

extension SourcePosition {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: mark.line + 1, column: mark.column + 1)
  }
}

extension YAMLFault {
  /// What a parser has given up for.
  fileprivate init(of parser: borrowing yaml_parser_t) {
    self.init(
      problem: unsafe parser.problem.map { unsafe String(cString: $0) } ?? "unknown",
      position: unsafe SourcePosition(parser.problem_mark))
    if let context = unsafe parser.context {
      self.context = unsafe String(cString: context)
      start = unsafe SourcePosition(parser.context_mark)
    }
  }
}
