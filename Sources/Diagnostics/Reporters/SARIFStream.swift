import Markup

/// Diagnostics as SARIF 2.1.0 (OASIS) as they come: the results first, then the tool with the rules
/// that they name, in the order of their first appearance. Only the rules are kept.
package struct SARIFStream: ReportStream {
  /// What is known of a sort of finding: the clause that it rests on, and how to mend it.
  private struct Rule {
    let code: String
    var citation: Citation?
    var help: Message?
  }

  private let language: Language
  private let head: ReportHead
  private var writer = JSONWriter(.indented)
  private var rules: [Rule] = []
  private var places: [String: Int] = [:]
  /// How many results were written, and how many left out.
  private var count = 0
  private var leftOut = 0

  /// The name of the folder that paths begin at.
  private static let root = "ROOT"

  /// As many results as code hosts take of a run.
  package static let limit = 25_000

  /// Begins a log.
  package init(language: Language = .uk, _ head: ReportHead) {
    self.language = language
    self.head = head
    writer.beginObject()
    write("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    write("version", "2.1.0")
    writer.key("runs")
    writer.beginArray()
    writer.beginObject()
    write("columnKind", "unicodeCodePoints")
    write("language", language.rawValue)
    writer.key("newlineSequences")
    writer.beginArray()
    for sequence in ["\r\n", "\n"] { writer.write(sequence) }
    writer.endArray()
    writeRoot()
    writer.key("results")
    writer.beginArray()
  }

  /// The folder that paths begin at; its address is left to the reader unless the path is whole.
  private mutating func writeRoot() {
    guard let folder = head.folders.first else { return }
    writer.key("originalUriBaseIds")
    writer.beginObject()
    writer.key(named: Self.root)
    writer.beginObject()
    if folder.hasPrefix("/") {
      writer.key("uri")
      writer.writePlain { $0.appendURI(folder.hasSuffix("/") ? folder : folder + "/") }
    }
    writer.key("description")
    writeText(
      language == .uk ? "тека, від якої йдуть шляхи" : "the folder that paths are from")
    writer.endObject()
    writer.endObject()
  }

  /// The next piece of the text, with one more finding.
  package mutating func add(_ finding: Diagnostic) -> [UInt8] {
    guard count < Self.limit else {
      leftOut += 1
      return []
    }
    count += 1
    var text = finding.message[language]
    if let repetition = finding.repetition { text += "\n" + repetition.summary[language] }
    if let citation = finding.citation { text += "\n" + citation[language] }
    if let help = finding.help { text += "\n" + help[language] }
    writer.beginObject()
    write("ruleId", finding.code)
    write("ruleIndex", place(of: finding))
    write("level", finding.severity.rawValue)
    writer.key("message")
    writeText(text)
    writer.key("locations")
    writer.beginArray()
    writer.beginObject()
    writeLocation(finding.file, finding.range, finding.excerpt)
    writer.endObject()
    writer.endArray()
    if let count = finding.repetition?.count { write("occurrenceCount", count) }
    writeRelated(finding)
    writer.endObject()
    return writer.take()
  }

  /// The last piece of the text.
  package mutating func finish() -> [UInt8] {
    writer.endArray()
    writeLeftOut()
    writer.key("properties")
    writer.beginObject()
    head.write(to: &writer, language)
    writer.endObject()
    writer.key("tool")
    writer.beginObject()
    writer.key("driver")
    writer.beginObject()
    write("name", "pysar")
    write("version", head.version)
    writer.key("rules")
    writer.beginArray()
    for rule in rules { write(rule) }
    writer.endArray()
    writer.endObject()
    writer.endObject()
    writer.endObject()
    writer.endArray()
    writer.endObject()
    writer.endLine()
    return writer.take()
  }

  /// The index of a finding's rule, which learns from the finding what was not yet known of it.
  private mutating func place(of finding: Diagnostic) -> Int {
    guard let place = places[finding.code] else {
      places[finding.code] = rules.count
      rules.append(Rule(code: finding.code, citation: finding.citation, help: finding.help))
      return rules.count - 1
    }
    if rules[place].citation == nil { rules[place].citation = finding.citation }
    if rules[place].help == nil { rules[place].help = finding.help }
    return place
  }

  private mutating func write(_ rule: Rule) {
    writer.beginObject()
    write("id", rule.code)
    let known = head.rules[rule.code]
    if let summary = known?.summary ?? DiagnosticCode.named(rule.code)?.meaning {
      writer.key("shortDescription")
      writeText(summary[language])
    }
    let full = [known?.why?[language], rule.citation?[language]].compactMap { $0 }
    if !full.isEmpty {
      writer.key("fullDescription")
      writeText(full.joined(separator: "\n"))
    }
    if let url = known?.url ?? rule.citation?.url { write("helpUri", url) }
    if let help = rule.help {
      writer.key("help")
      writeText(help[language])
    }
    writer.endObject()
  }

  /// What is told of results that are left out.
  private mutating func writeLeftOut() {
    guard leftOut > 0 else { return }
    let message = Message(
      uk: "зауважень більше, ніж беруть сервери коду: ще \(leftOut) – у findings.json",
      en: "there are more findings than code hosts take: \(leftOut) more are in findings.json")
    writer.key("invocations")
    writer.beginArray()
    writer.beginObject()
    writer.key("executionSuccessful")
    writer.write(true)
    writer.key("toolExecutionNotifications")
    writer.beginArray()
    writer.beginObject()
    write("level", "warning")
    writer.key("message")
    writeText(message[language])
    writer.endObject()
    writer.endArray()
    writer.endObject()
    writer.endArray()
  }

  /// The other plan, and the first places where the finding is repeated.
  private mutating func writeRelated(_ finding: Diagnostic) {
    let repeated = finding.repetition?.places ?? []
    guard finding.other != nil || !repeated.isEmpty else { return }
    writer.key("relatedLocations")
    writer.beginArray()
    if let other = finding.other {
      writeRelated(other.file, other.range, language == .uk ? "інший план" : "the other plan")
    }
    for range in repeated {
      writeRelated(finding.file, range, language == .uk ? "те саме тут" : "the same here")
    }
    writer.endArray()
  }

  private mutating func writeRelated(_ file: String, _ range: SourceRange, _ text: String) {
    writer.beginObject()
    writeLocation(file, range, nil)
    writer.key("message")
    writeText(text)
    writer.endObject()
  }

  private mutating func writeLocation(_ file: String, _ range: SourceRange?, _ excerpt: String?) {
    writer.key("physicalLocation")
    writer.beginObject()
    writer.key("artifactLocation")
    writer.beginObject()
    writer.key("uri")
    let path = head.path(file)
    writer.writePlain { $0.appendURI(path) }
    if !head.folders.isEmpty, !path.hasPrefix("/") { write("uriBaseId", Self.root) }
    writer.endObject()
    if let range {
      writer.key("region")
      writer.beginObject()
      write("startLine", Int(range.start.line))
      write("startColumn", Int(range.start.column))
      write("endLine", Int(range.end.line))
      write("endColumn", Int(range.end.column))
      if let excerpt {
        writer.key("snippet")
        writeText(excerpt)
      }
      writer.endObject()
    }
    writer.endObject()
  }

  private mutating func writeText(_ text: String) {
    writer.beginObject()
    write("text", text)
    writer.endObject()
  }

  private mutating func write(_ key: StaticString, _ text: String) {
    writer.key(key)
    writer.write(text)
  }

  private mutating func write(_ key: StaticString, _ number: Int) {
    writer.key(key)
    writer.write(number)
  }
}

extension [UInt8] {
  /// Appends a path as a relative URI reference, or a URI where it is absolute (RFC 3986, RFC 8089).
  fileprivate mutating func appendURI(_ path: String) {
    if path.hasPrefix("/") { append(contentsOf: "file://".utf8) }
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "~"):
        append(byte)
      default:
        append(UInt8(ascii: "%"))
        for digit in [byte >> 4, byte & 0xF] { append(digit + (digit < 10 ? 0x30 : 0x37)) }
      }
    }
  }
}
