internal import Calendars
internal import Deadlines
package import Diagnostics
import ICalendar
import Markup
internal import Plans

/// The agenda for programs.
extension Agenda {
  /// The entries as JSON: an array of objects, days as ISO 8601 has them.
  package func json() -> [UInt8] {
    var writer = JSONWriter(.indented)
    writer.beginArray()
    for entry in entries { write(entry, to: &writer) }
    writer.endArray()
    writer.endLine()
    return writer.take()
  }

  private func write(_ entry: Entry, to writer: inout JSONWriter) {
    let (file, duty) = duties[entry.number]
    writer.beginObject()
    writer.key("state")
    writer.write(entry.state.rawValue)
    if let day = entry.day {
      writer.key("day")
      writer.write(day.iso)
    }
    writer.key("what")
    writer.write(duty.what.withoutDash)
    writer.key("who")
    writer.beginArray()
    for body in duty.who { writer.write(body) }
    writer.endArray()
    writer.key("words")
    writer.write(duty.words)
    if let deadline = duty.deadline {
      writer.key("kind")
      writer.write(deadline.kind.rawValue)
      for (key, value) in [
        ("from", deadline.from?.iso), ("to", deadline.end?.iso),
        ("every", deadline.every?.duration),
      ] {
        guard let value else { continue }
        writer.key(named: key)
        writer.write(value)
      }
    }
    writer.key("readFromText")
    writer.write(duty.isReadFromText)
    writer.key("file")
    writer.write(file)
    writer.key("line")
    writer.write(Int(duty.place.start.line))
    writer.key("uid")
    writer.write(ICalendarWriter.identifier(of: duty.key))
    writer.endObject()
  }

  /// The entries as a table in CSV (RFC 4180) with a header, days as dd.mm.yyyy.
  package func csv(_ language: Language) -> [UInt8] {
    let header: [Message] = [
      Message(uk: "строк", en: "due"), Message(uk: "стан", en: "state"),
      Message(uk: "що зробити", en: "what"), Message(uk: "виконавці", en: "who"),
      Message(uk: "строк у плані", en: "words"), Message(uk: "з тексту пункту", en: "from text"),
      Message(uk: "файл", en: "file"), Message(uk: "рядок", en: "line"),
    ]
    let read = Message(uk: "так", en: "yes")[language]
    var text = Self.row(header.map { $0[language] })
    for entry in entries {
      let (file, duty) = duties[entry.number]
      text += Self.row([
        entry.day?.formatted("dd.MM.yyyy") ?? "", entry.state.name[language],
        duty.what.withoutDash, duty.who.joined(separator: "; "), duty.words,
        duty.isReadFromText ? read : "", file, String(duty.place.start.line),
      ])
    }
    return Array(text.utf8)
  }

  private static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// A cell in quotation marks where it needs them; what a spreadsheet would take for a formula
  /// begins with an apostrophe.
  private static func cell(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t".contains($0) } ?? false
    let text = isFormula ? "'" + text : text
    let needsMarks = text.unicodeScalars.contains { ",\"\n\r".unicodeScalars.contains($0) }
    return needsMarks ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}

extension Agenda.State {
  fileprivate var name: Message {
    switch self {
    case .overdue: Message(uk: "прострочено", en: "overdue")
    case .ahead: Message(uk: "попереду", en: "ahead")
    case .undated: Message(uk: "без визначеної дати", en: "without a definite day")
    }
  }
}
