import ArgumentParser
import Diagnostics
import Documents
import Files
import Renditions

/// How what a command has found out is written: as a plan of a kind of its own, in any format, or
/// that plan in JSON.
struct GeneratedPlan {
  let json: [UInt8]
  let name: String
  let outputs: CommandOutput

  /// Writes it to standard output or to a file.
  ///
  /// - Parameters:
  ///   - format: the format; nil for JSON.
  ///   - output: the file; nil for standard output.
  func write(_ format: RenditionFormat?, to output: String?, _ renderer: PlanRenderer) throws {
    guard let format else { return try outputs.write(json, to: output ?? "-") }
    var found: [Diagnostic] = []
    var run = RenderRun(renderer: renderer, formats: [format], output: outputs) { found += $0 }
    let status = try run.write(SourceFile(name: name, bytes: json), asOne: output ?? "-")
    guard status == .done else {
      throw ProgramFault(
        uk: "складене не друкується: \(found.first?.message.uk ?? "")",
        en: "what was made cannot be printed: \(found.first?.message.en ?? "")")
    }
  }
}

/// The formats of what a command has found out.
enum GeneratedFormat: String, ExpressibleByArgument, CaseIterable {
  case txt, html, xml, pdf, docx, json

  /// The format of renditions; nil for JSON.
  var rendition: RenditionFormat? { RenditionFormat.named(rawValue) }
}

extension RenditionWriters {
  /// Writers of tables that are read row by row.
  static var ofTables: RenditionWriters {
    RenditionWriters(text: TextWriter(cells: .sideBySide))
  }
}
