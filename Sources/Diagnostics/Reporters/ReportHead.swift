internal import Markup

/// What a report for programs says of itself, beside its findings.
package struct ReportHead: Sendable {
  /// The version of the reports' form: another one where a program that reads them must be changed.
  package static let format = 1

  /// An act that the plans were judged by.
  package struct Act: Sendable {
    /// The name of its folder: issuer, number and year.
    package let name: String
    /// What it is called.
    package let title: Message
    /// Which edition of it is held.
    package let edition: Message
    /// Where it is published; nil where nowhere.
    package let url: String?

    /// Makes an act of its folder's name and what is said of it.
    package init(name: String, title: Message, edition: Message, url: String?) {
      self.name = name
      self.title = title
      self.edition = edition
      self.url = url
    }
  }

  /// A rule that may have findings.
  package struct Rule: Sendable {
    let summary: Message
    let why: Message?
    let url: String?

    /// Makes a rule of what its clause asks for and why that is held.
    package init(summary: Message, why: Message?, url: String?) {
      self.summary = summary
      self.why = why
      self.url = url
    }
  }

  /// The program's version.
  package var version: String
  /// The day whose law judged plans without one of their own, `yyyy-mm-dd`.
  package var day: String?
  /// The folders that the paths of files begin at; from the report's own folder where it is a file.
  package var folders: [String] = []
  /// The path of a file in the report, by the name that its findings give.
  package var path: @Sendable (String) -> String = { $0 }
  /// The acts, in the order of their names.
  package var acts: [Act] = []
  /// The rules, by the codes of their findings.
  package var rules: [String: Rule] = [:]

  /// Makes a head without acts and rules.
  package init(version: String, day: String? = nil) {
    self.version = version
    self.day = day
  }

  /// Adds it to an object that was begun.
  func write(to writer: inout JSONWriter, _ language: Language) {
    writer.key("format")
    writer.write(Self.format)
    writer.key("program")
    writer.write("pysar \(version)")
    if let day {
      writer.key("asOf")
      writer.write(day)
    }
    if !folders.isEmpty {
      writer.key("root")
      if folders.count == 1 {
        writer.write(folders[0])
      } else {
        writer.beginArray()
        for folder in folders { writer.write(folder) }
        writer.endArray()
      }
    }
    writer.key("acts")
    writer.beginArray()
    for act in acts {
      writer.beginObject()
      for (key, value) in [
        ("name", act.name), ("title", act.title[language]), ("edition", act.edition[language]),
        ("url", act.url ?? ""),
      ] where !value.isEmpty {
        writer.key(named: key)
        writer.write(value)
      }
      writer.endObject()
    }
    writer.endArray()
  }

  /// The first line of a manifest.
  package func line(_ language: Language) -> [UInt8] {
    var writer = JSONWriter(.compact)
    writer.beginObject()
    write(to: &writer, language)
    writer.endObject()
    writer.endLine()
    return writer.take()
  }
}
