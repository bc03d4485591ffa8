internal import Diagnostics

/// What `bag-info.txt` says of a bag, in its order.
package struct BagInfo: Sendable {
  /// A line: a label and its value.
  package typealias Entry = (label: String, value: String)

  /// The name of the file.
  static let name = "bag-info.txt"

  /// The lines.
  private(set) var entries: [Entry] = []

  /// The first value of a label, in whatever case it is written.
  package subscript(label: String) -> String? {
    entries.first { $0.label.lowercased() == label.lowercased() }?.value
  }

  /// Reads the file.
  static func read(_ source: SourceFile, _ encoding: TagEncoding) -> (
    info: BagInfo, faults: [Diagnostic]
  ) {
    var info = BagInfo()
    var faults = BagFaults(source)
    guard let text = TagText.read(source.bytes, encoding) else {
      return (info, [.unreadableText(source)])
    }
    for (index, line) in TagText.lines(text).enumerated() where !line.isEmpty {
      if line.first?.isWhitespace ?? false, !info.entries.isEmpty {
        // A long value goes on in the next line.
        info.entries[info.entries.count - 1].value += " " + trimmed(line[...])
        continue
      }
      guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else {
        faults.add(
          "bag-info", at: index + 1,
          Message(uk: "у рядку має бути «назва: значення»", en: "a line is 'label: value'"))
        continue
      }
      info.entries.append((trimmed(line[..<colon]), trimmed(line[line.index(after: colon)...])))
    }
    return (info, faults.all)
  }

  /// The file as it is written: a line each, for a value has none of its own.
  static func text(_ entries: [Entry]) -> String {
    entries.map { entry in
      let value = entry.value.split { $0.isWhitespace }.joined(separator: " ")
      return "\(entry.label): \(value)\n"
    }.joined()
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0.isWhitespace }
    let end = start.lastIndex { !$0.isWhitespace }
    return end.map { String(start[...$0]) } ?? ""
  }
}
