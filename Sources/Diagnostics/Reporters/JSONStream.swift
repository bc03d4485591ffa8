import Markup

/// Diagnostics for programs as they come: what the report says of itself, and an object for each
/// finding.
package struct JSONStream: ReportStream {
  private let language: Language
  private let path: @Sendable (String) -> String
  private var writer = JSONWriter(.indented)

  /// Begins the report.
  package init(language: Language = .uk, _ head: ReportHead) {
    self.language = language
    path = head.path
    writer.beginObject()
    head.write(to: &writer, language)
    writer.key("findings")
    writer.beginArray()
  }

  /// The next piece of the text, with one more finding.
  package mutating func add(_ finding: Diagnostic) -> [UInt8] {
    writer.beginObject()
    writer.key("file")
    writer.write(path(finding.file))
    writer.key("severity")
    writer.write(finding.severity.rawValue)
    writer.key("code")
    writer.write(finding.code)
    writer.key("message")
    writer.write(finding.message[language])
    if let range = finding.range {
      write(range)
      writer.key("excerpt")
      writer.write(finding.excerpt)
    }
    if let other = finding.other {
      writer.key("other")
      writer.beginObject()
      writer.key("file")
      writer.write(path(other.file))
      write(other.range)
      writer.endObject()
    }
    if let repetition = finding.repetition {
      writer.key("count")
      writer.write(repetition.count)
      writer.key("places")
      writer.beginArray()
      for range in repetition.places {
        writer.beginObject()
        write(range)
        writer.endObject()
      }
      writer.endArray()
    }
    if let citation = finding.citation {
      writer.key("citation")
      writer.write(citation[language])
      if let url = citation.url {
        writer.key("url")
        writer.write(url)
      }
    }
    if let help = finding.help {
      writer.key("help")
      writer.write(help[language])
    }
    writer.endObject()
    return writer.take()
  }

  private mutating func write(_ range: SourceRange) {
    writer.key("line")
    writer.write(Int(range.start.line))
    writer.key("column")
    writer.write(Int(range.start.column))
    writer.key("endLine")
    writer.write(Int(range.end.line))
    writer.key("endColumn")
    writer.write(Int(range.end.column))
  }

  /// The last piece of the text.
  package mutating func finish() -> [UInt8] {
    writer.endArray()
    writer.endObject()
    writer.endLine()
    return writer.take()
  }
}
