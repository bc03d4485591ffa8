import Diagnostics
import TestSupport
import Testing
import YAML

@Suite struct YAMLEventsTests {
  /// The events of a text, one to a line, with their places.
  static func dump(_ bytes: [UInt8]) -> String {
    YAMLEvents.withEvents(of: bytes) { stream in
      var events = stream
      var lines: [String] = []
      do throws(YAMLFault) {
        while true {
          let event = try events.next()
          lines.append(line(event))
          if event.kind == .streamEnd { break }
        }
      } catch {
        let start = error.start.map { ", \(error.context) @\($0.line):\($0.column)" } ?? ""
        lines.append("\(error.problem) @\(error.position.line):\(error.position.column)\(start)")
      }
      return lines.joined(separator: "\n")
    }
  }

  private static func line(_ event: YAMLEvent) -> String {
    let start = event.range.start
    let end = event.range.end
    var line = "\(event.kind) @\(start.line):\(start.column)-\(end.line):\(end.column)"
    if !event.anchor.isEmpty { line += " &\(event.anchor)" }
    if event.kind == .alias || event.kind == .scalar {
      line += " " + String(reflecting: String(decoding: event.text, as: UTF8.self))
    }
    if event.isPlain { line += " plain" }
    if event.mayHoldEscapes { line += " quoted" }
    return line
  }

  static let texts: [(String, String)] = [
    (
      "вид: план\nстрок: [\"а\\n\", 'б', в г]\n",
      """
      documentStart @1:1-1:1
      mappingStart @1:1-1:1
      scalar @1:1-1:4 "вид" plain
      scalar @1:6-1:10 "план" plain
      scalar @2:1-2:6 "строк" plain
      sequenceStart @2:8-2:9
      scalar @2:9-2:14 "а\\n" quoted
      scalar @2:16-2:19 "б"
      scalar @2:21-2:24 "в г" plain
      sequenceEnd @2:24-2:25
      mappingEnd @3:1-3:1
      documentEnd @3:1-3:1
      streamEnd @3:1-3:1
      """
    ),
    (
      "- &т {а: 1}\n- *т\n---\n- |\n  два\n  рядки\n...\n",
      """
      documentStart @1:1-1:1
      sequenceStart @1:1-1:1
      did not find expected alphabetic or numeric character @1:4, while scanning an anchor @1:3
      """
    ),
    (
      "- &a {а: 1}\n- *a\n---\n- |\n  два\n  рядки\n...\n",
      """
      documentStart @1:1-1:1
      sequenceStart @1:1-1:1
      mappingStart @1:3-1:7 &a
      scalar @1:7-1:8 "а" plain
      scalar @1:10-1:11 "1" plain
      mappingEnd @1:11-1:12
      alias @2:3-2:5 "a"
      sequenceEnd @3:1-3:1
      documentEnd @3:1-3:1
      documentStart @3:1-3:4
      sequenceStart @4:1-4:1
      scalar @4:3-7:1 "два\\nрядки\\n"
      sequenceEnd @7:1-7:1
      documentEnd @7:1-7:4
      streamEnd @8:1-8:1
      """
    ),
    (
      "\u{FEFF}а: б\r\nв: \u{1F600}г\r\n",
      """
      documentStart @1:1-1:1
      mappingStart @1:1-1:1
      scalar @1:1-1:2 "а" plain
      scalar @1:4-1:5 "б" plain
      scalar @2:1-2:2 "в" plain
      scalar @2:4-2:6 "\u{1F600}г" plain
      mappingEnd @3:1-3:1
      documentEnd @3:1-3:1
      streamEnd @3:1-3:1
      """
    ),
    ("", "streamEnd @1:1-1:1"),
    (
      "а: \"б\nв: г\n",
      """
      documentStart @1:1-1:1
      mappingStart @1:1-1:1
      scalar @1:1-1:2 "а" plain
      found unexpected end of stream @3:1, while scanning a quoted scalar @1:4
      """
    ),
    (
      "а: [б\nв: г\n",
      """
      documentStart @1:1-1:1
      mappingStart @1:1-1:1
      scalar @1:1-1:2 "а" plain
      sequenceStart @1:4-1:5
      scalar @1:5-2:2 "б в" plain
      did not find expected ',' or ']' @2:2, while parsing a flow sequence @1:4
      """
    ),
  ]

  @Test func eventsHaveTheirPlaces() {
    for (text, expected) in Self.texts {
      let actual = Self.dump(Array(text.utf8))
      #expect(actual == expected, "\(text)")
    }
  }

  @Test func nothingComesAfterTheEnd() throws {
    for text in ["а: б", "а: [", ""] {
      YAMLEvents.withEvents(of: Array(text.utf8)) { stream in
        var events = stream
        for _ in 0..<20 { _ = try? events.next() }
        #expect((try? events.next())?.kind == .streamEnd)
      }
    }
  }
}
