internal import CLibYAML
internal import Diagnostics

/// The events of a YAML text, one after the other, as libyaml parses it.
///
/// It lives only inside ``withEvents(of:_:)``, which keeps the bytes in place for libyaml.
@safe public struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var hasEnded = false
  private var depth = 0

  /// How deep collections may stand in one another: libyaml's time grows with the square of it.
  public static let depthLimit = 256

  /// Gives the events of a text to a reader. The text must be UTF-8; a byte order mark at its start
  /// counts for nothing, as an editor shows none.
  public static func withEvents<Result: ~Copyable, Failure: Error>(
    of bytes: [UInt8], _ read: (consuming YAMLEvents) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { unsafe parser.deallocate() }
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      preconditionFailure("libyaml has no memory for a parser")
    }
    defer { unsafe yaml_parser_delete(parser) }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return try unsafe bytes.span.withUnsafeBufferPointer { buffer throws(Failure) -> Result in
      let text = unsafe buffer.baseAddress.map { unsafe $0 + mark }
      unsafe yaml_parser_set_input_string(parser, text, bytes.count - mark)
      return try read(unsafe YAMLEvents(parser: parser))
    }
  }

  private init(parser: UnsafeMutablePointer<yaml_parser_t>) {
    unsafe self.parser = unsafe parser
  }

  /// The next event; after the last one, and after a fault, always the stream's end.
  ///
  /// - Throws: what libyaml cannot read, or nesting beyond ``depthLimit``, once; the text cannot be
  ///   read beyond it.
  public mutating func next() throws(YAMLFault) -> YAMLEvent {
    while !hasEnded {
      var event = unsafe yaml_event_t()
      guard unsafe yaml_parser_parse(parser, &event) == 1 else {
        hasEnded = true
        throw parserFault
      }
      defer { unsafe yaml_event_delete(&event) }
      if let result = unsafe Self.event(from: event) {
        hasEnded = result.kind == .streamEnd
        switch result.kind {
        case .mappingStart, .sequenceStart: depth += 1
        case .mappingEnd, .sequenceEnd: depth -= 1
        default: break
        }
        guard depth <= Self.depthLimit else {
          hasEnded = true
          throw YAMLFault(problem: "nested too deeply", position: result.range.start)
        }
        return result
      }
    }
    return YAMLEvent(.streamEnd, at: SourceRange(line: 1, column: 1))
  }

  private var parserFault: YAMLFault {
    let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "unknown"
    var fault = YAMLFault(
      problem: problem, position: Self.position(unsafe parser.pointee.problem_mark))
    if let context = unsafe parser.pointee.context {
      fault.context = unsafe String(cString: context)
      fault.start = Self.position(unsafe parser.pointee.context_mark)
    }
    return fault
  }

  private static func event(from event: yaml_event_t) -> YAMLEvent? {
    var result = YAMLEvent(
      .streamEnd,
      at: SourceRange(
        position(unsafe event.start_mark), position(unsafe event.end_mark)))
    switch unsafe event.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      result.kind = .scalar
      result.text = unsafe Array(UnsafeBufferPointer(start: scalar.value, count: scalar.length))
      if let anchor = unsafe scalar.anchor { result.anchor = unsafe text(anchor) }
      result.isPlain = unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE
      result.mayHoldEscapes = unsafe scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE
    case YAML_MAPPING_START_EVENT:
      result.kind = .mappingStart
      if let anchor = unsafe event.data.mapping_start.anchor {
        result.anchor = unsafe text(anchor)
      }
    case YAML_SEQUENCE_START_EVENT:
      result.kind = .sequenceStart
      if let anchor = unsafe event.data.sequence_start.anchor {
        result.anchor = unsafe text(anchor)
      }
    case YAML_ALIAS_EVENT:
      result.kind = .alias
      if let anchor = unsafe event.data.alias.anchor {
        result.text = unsafe Array(text(anchor).utf8)
      }
    case YAML_MAPPING_END_EVENT: result.kind = .mappingEnd
    case YAML_SEQUENCE_END_EVENT: result.kind = .sequenceEnd
    case YAML_DOCUMENT_START_EVENT: result.kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: result.kind = .documentEnd
    case YAML_STREAM_END_EVENT: result.kind = .streamEnd
    default: return nil
    }
    return result
  }

  private static func position(_ mark: yaml_mark_t) -> SourcePosition {
    SourcePosition(line: mark.line + 1, column: mark.column + 1)
  }

  private static func text(_ bytes: UnsafeMutablePointer<yaml_char_t>) -> String {
    unsafe String(cString: bytes)
  }
}
