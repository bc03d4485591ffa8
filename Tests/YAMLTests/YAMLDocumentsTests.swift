import Bytes
import Diagnostics
import Testing
import TestSupport
import YAML

@Suite struct YAMLDocumentsTests {
  /// The events of a text, one to a line, with their places; a line of its own before each document.
  static func dump(_ bytes: [UInt8], usesInternals: Bool = true) -> String {
    YAMLDocuments.withDocuments(
      of: SourceFile(name: "", bytes: bytes), usesInternals: usesInternals
    ) { stream in
      var documents = stream
      var lines: [String] = []
      do throws(YAMLFault) {
        while let document = try documents.next() {
          lines.append("document")
          lines += document.events.map { line($0, document) }
          if let fault = document.fault { lines.append(line(fault)) }
        }
      } catch {
        lines.append(line(error))
      }
      return lines.joined(separator: "\n")
    }
  }

  private static func line(_ event: YAMLEvent, _ document: YAMLDocument) -> String {
    let start = event.range.start
    let end = event.range.end
    var line = "\(event.kind) @\(start.line):\(start.column)-\(end.line):\(end.column)"
    switch event.kind {
    case .scalar: line += " \(String(reflecting: document.text(of: event))) \(event.style)"
    case .alias:
      line += " \(String(reflecting: document.text(of: event)))"
      switch event.target {
      case .event(let index):
        line += " = "
        line += (index..<document.end(of: index)).map { "\(document.events[$0].kind)" }
          .joined(separator: " ")
      case .around: line += " around it"
      case .missing: line += " missing"
      }
    default: break
    }
    return line
  }

  private static func line(_ fault: YAMLFault) -> String {
    let start = fault.start.map { ", \(fault.context) @\($0.line):\($0.column)" } ?? ""
    return "\(fault.problem) @\(fault.position.line):\(fault.position.column)\(start)"
  }

  static let texts: [(String, String)] = [
    (
      "вид: план\nстрок: [\"а\\n\", 'б', в г]\n",
      """
      document
      mappingStart @1:1-1:1
      scalar @1:1-1:4 "вид" plain
      scalar @1:6-1:10 "план" plain
      scalar @2:1-2:6 "строк" plain
      sequenceStart @2:8-2:9
      scalar @2:9-2:14 "а\\n" doubleQuoted
      scalar @2:16-2:19 "б" singleQuoted
      scalar @2:21-2:24 "в г" plain
      sequenceEnd @2:24-2:25
      mappingEnd @3:1-3:1
      """
    ),
    (
      "- &т {а: 1}\n- *т\n---\n- |\n  два\n  рядки\n...\n",
      """
      document
      sequenceStart @1:1-1:1
      did not find expected alphabetic or numeric character @1:4, while scanning an anchor @1:3
      """
    ),
    (
      "- &a {а: 1}\n- *a\n---\n- |\n  два\n  рядки\n...\n",
      """
      document
      sequenceStart @1:1-1:1
      mappingStart @1:3-1:7
      scalar @1:7-1:8 "а" plain
      scalar @1:10-1:11 "1" plain
      mappingEnd @1:11-1:12
      alias @2:3-2:5 "a" = mappingStart scalar scalar mappingEnd
      sequenceEnd @3:1-3:1
      document
      sequenceStart @4:1-4:1
      scalar @4:3-7:1 "два\\nрядки\\n" other
      sequenceEnd @7:1-7:1
      """
    ),
    (
      "\u{FEFF}а: б\r\nв: \u{1F600}г\r\n",
      """
      document
      mappingStart @1:1-1:1
      scalar @1:1-1:2 "а" plain
      scalar @1:4-1:5 "б" plain
      scalar @2:1-2:2 "в" plain
      scalar @2:4-2:6 "\u{1F600}г" plain
      mappingEnd @3:1-3:1
      """
    ),
    ("", ""),
    (
      "а: \"б\nв: г\n",
      """
      document
      mappingStart @1:1-1:1
      scalar @1:1-1:2 "а" plain
      found unexpected end of stream @3:1, while scanning a quoted scalar @1:4
      """
    ),
    (
      "а: [б\nв: г\n",
      """
      document
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

  /// A text of common characters does not go through libyaml's reader, one with any other does: both
  /// give the same, wherever they break off.
  @Test func textsAreReadAlikeHoweverLibyamlTakesThemIn() {
    let hard = """
      %YAML 1.1
      --- # ї
      ? &a "\\x41\\u0457\\
       ї"
      : !!str [*a, 'б''', {в: "ґ"}, !<tag:ґ%d1%97> є]
      и: |2-
        й

         к
      і: >+
        «ж’я» –
        з\r\u{2028}
      ...
      """
    #expect(SourceFile(name: "", bytes: Array(hard.utf8)).traits.isCommon)
    for text in Self.texts.map(\.0) + [hard] {
      var end = text.startIndex
      while true {
        let common = Array("# ї\n\(text[..<end])".utf8)
        let other = Array("# \u{E000}\n\(text[..<end])".utf8)
        #expect(Self.dump(common) == Self.dump(other), "\(text[..<end])")
        if end == text.endIndex { break }
        end = text.unicodeScalars.index(after: end)
      }
    }
  }

  @Test func nothingComesAfterTheEnd() throws {
    for text in ["а: б", "а: [", ""] {
      YAMLDocuments.withDocuments(of: SourceFile(name: "", bytes: Array(text.utf8))) { stream in
        var documents = stream
        for _ in 0..<3 { _ = try? documents.next() }
        #expect((try? documents.next()) == nil)
      }
    }
  }
}
