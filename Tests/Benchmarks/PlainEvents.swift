import CLibYAML

/// libyaml's events, asked for as plainly as its interface allows: the floor under reading.
enum PlainEvents {
  /// How many events a text has.
  @discardableResult
  static func count(in bytes: [UInt8]) -> Int {
    var parser = unsafe yaml_parser_t()
    guard unsafe yaml_parser_initialize(&parser) == 1 else { Complaint.end("no memory") }
    defer { unsafe yaml_parser_delete(&parser) }
    return unsafe bytes.withUnsafeBufferPointer { text in
      unsafe yaml_parser_set_input_string(&parser, text.baseAddress, text.count)
      var count = 0
      var event = unsafe yaml_event_t()
      while unsafe yaml_parser_parse(&parser, &event) == 1 {
        count += 1
        let isLast = unsafe event.type == YAML_STREAM_END_EVENT
        unsafe yaml_event_delete(&event)
        if isLast { return count }
      }
      Complaint.end("a plan of the corpus is not YAML")
    }
  }
}
