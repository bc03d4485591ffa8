internal import Foundation
internal import FoundationXML

/// A file of Word as tests read it back: its parts, and what stands in its text.
package struct WordFile {
  /// What is wrong with the file.
  package private(set) var faults: [String]
  /// What its text says, a paragraph a line that is not empty.
  package var text: String { content.text }
  /// Its sections: their sheets, and how their pages are counted.
  package var sections: [String] { content.sections }
  /// The rows of its tables that have rules: cells with what they span, `↑` where one goes on.
  package var rows: [String] { content.rows }

  private let archive: ZIPFile
  private let content: WordContentReader

  /// Reads a file.
  package init(_ bytes: [UInt8]) {
    archive = ZIPFile(bytes)
    content = WordContentReader(archive["word/document.xml"] ?? [])
    faults = archive.faults + content.faults
    for file in archive.files where file.name.hasSuffix(".xml") || file.name.hasSuffix(".rels") {
      if c14n(file.bytes).isEmpty { faults.append("\(file.name) is no XML") }
    }
    let names = Set(archive.files.map(\.name))
    for part in part("word/_rels/document.xml.rels").split(separator: "Target=\"").dropFirst() {
      let target = part.prefix { $0 != "\"" }
      let path = target.hasPrefix("../") ? String(target.dropFirst(3)) : "word/" + target
      if !names.contains(path) { faults.append("there is no \(path)") }
    }
    let styles = part("word/styles.xml")
    for style in content.styles where !styles.contains("w:styleId=\"\(style)\"") {
      faults.append("there is no style \(style)")
    }
  }

  /// A part of the file, as text; empty where there is none.
  package func part(_ name: String) -> String {
    String(decoding: archive[name] ?? [], as: UTF8.self)
  }
}

/// Reads the text of a file of Word.
private final class WordContentReader: NSObject, XMLParserDelegate {
  var text = ""
  var sections: [String] = []
  var rows: [String] = []
  var styles: Set<String> = []
  var faults: [String] = []
  private var line = ""
  private var isText = false
  private var tables: [(isRuled: Bool, columns: Int)] = []
  private var cell = (text: "", columns: 1, merge: "")
  private var row: (isHead: Bool, cells: [String], columns: Int) = (false, [], 0)

  init(_ bytes: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    if !parser.parse() { faults.append("the text is no XML") }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    let value = attributes["w:val"]
    switch name {
    case "w:t": isText = true
    case "w:br": line += "\n"
    case "w:pStyle": styles.insert(value ?? "")
    case "w:tbl": tables.append((false, 0))
    case "w:tblStyle": tables[tables.count - 1].isRuled = value == "RuledTable"
    case "w:gridCol": tables[tables.count - 1].columns += 1
    case "w:tr": row = (false, [], 0)
    case "w:tblHeader": row.isHead = true
    case "w:tc": cell = ("", 1, "")
    case "w:gridSpan": cell.columns = value.flatMap(Int.init) ?? 1
    case "w:vMerge": cell.merge = value == "restart" ? " ↓" : " ↑"
    case "w:sectPr": sections.append("")
    case "w:pgSz":
      let size = "\(attributes["w:w"] ?? "")×\(attributes["w:h"] ?? "")"
      addToSection(size + (attributes["w:orient"].map { " " + $0 } ?? ""))
    case "w:pgNumType": addToSection(" start=" + (attributes["w:start"] ?? ""))
    case "w:titlePg": addToSection(" title")
    default: break
    }
  }

  private func addToSection(_ text: String) { sections[sections.count - 1] += text }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if isText { line += string }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    switch name {
    case "w:t": isText = false
    case "w:p":
      if !line.isEmpty { text += line + "\n" }
      cell.text += line
      line = ""
    case "w:tc":
      row.cells.append(
        cell.text + (cell.columns > 1 ? " ×\(cell.columns)" : "") + cell.merge)
      row.columns += cell.columns
    case "w:tr" where tables.last?.isRuled ?? false:
      rows.append((row.isHead ? "head: " : "") + row.cells.joined(separator: " | "))
      if row.columns != tables.last?.columns { faults.append("a row has \(row.columns) columns") }
    case "w:tbl": tables.removeLast()
    default: break
    }
  }
}
