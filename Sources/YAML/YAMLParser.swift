import Bytes
internal import CLibYAML
internal import Diagnostics

/// libyaml's parser, made ready for a text.
enum YAMLParser {
  /// Lends a parser of a text, which stays in place as long.
  ///
  /// - Parameter usesInternals: whether the text may be put into libyaml's own place for it.
  static func withParser<Result, Failure: Error>(
    of source: SourceFile, usesInternals: Bool,
    _ body: (UnsafeMutablePointer<yaml_parser_t>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let mark = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let count = source.bytes.count - mark
    var text: [UInt8] = []
    text.reserveCapacity(count + lookahead)
    text.append(copying: source.bytes.span.extracting(mark...))
    if !source.traits.hasPlainLines { text.replaceOtherLineEnds() }
    for _ in 0..<lookahead { text.append(0) }
    var parser = unsafe yaml_parser_t()
    return try unsafe withUnsafeMutablePointer(to: &parser) { parser throws(Failure) in
      guard unsafe yaml_parser_initialize(parser) == 1 else {
        preconditionFailure("libyaml has no memory for a parser")
      }
      defer { unsafe yaml_parser_delete(parser) }
      unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      return try unsafe text.withUnsafeMutableBufferPointer { text throws(Failure) in
        unsafe yaml_parser_set_input_string(parser, text.baseAddress, count)
        if usesInternals, source.traits.isCommon {
          unsafe parser.pointee.setWorkingBuffer(text.baseAddress, count: count + 1)
        }
        return try unsafe body(parser)
      }
    }
  }

  /// How far behind the end libyaml may look for the rest of a character or an indicator.
  private static let lookahead = 16
}

extension [UInt8] {
  /// Puts spaces of the same length in the places of what libyaml takes for ends of lines and no
  /// editor does: its places are then those that people see.
  fileprivate mutating func replaceOtherLineEnds() {
    for index in indices {
      switch self[index] {
      case 0x0D where index + 1 == count || self[index + 1] != 0x0A: self[index] = 0x20
      case 0x85 where index > 0 && self[index - 1] == 0xC2: self[index] = 0xA0
      case 0xA8, 0xA9:
        if index > 1, self[index - 2] == 0xE2, self[index - 1] == 0x80 { self[index] = 0x89 }
      default: continue
      }
    }
  }
}

extension yaml_parser_t {
  /// Puts a whole text, which ends with a 0, where the reader would have put it character by
  /// character: that takes libyaml two fifths of its time, and no text needs it that is known to be
  /// UTF-8 of characters that YAML allows.
  ///
  /// As in a reader that has come to the end of its input, nothing is left to be read. The number of
  /// characters unread may be too high, since only a reader with more input asks for it.
  fileprivate mutating func setWorkingBuffer(_ text: UnsafeMutablePointer<UInt8>?, count: Int) {
    unsafe buffer.pointer = unsafe text
    unsafe buffer.last = unsafe text.map { unsafe $0 + count }
    unsafe unread = count
    unsafe eof = 1
  }
}
