import ArgumentParser
import Diagnostics
import Documents
import Files
import Plans
import Renditions

/// How what a command has found out is written: as a plan of a kind of its own, in any format, or
/// that plan in JSON.
struct GeneratedPlan {
  let json: [UInt8]
  let name: String

  /// Writes it to standard output or to a file.
  ///
  /// - Parameters:
  ///   - format: the format; nil for JSON.
  func write(_ format: RenditionFormat?, to output: String?, _ renderer: PlanRenderer) throws {
    guard let format else { return try FileSystem.replace(output ?? "-", with: json) }
    let plans = renderer.read(SourceFile(name: name, bytes: json))
    guard let plan = plans.first?.value, plan.isWhole else {
      throw ProgramFault(
        uk: "складене не читається: \(plans.flatMap(\.diagnostics).first?.message.uk ?? "")",
        en: "what was made cannot be read: \(plans.flatMap(\.diagnostics).first?.message.en ?? "")")
    }
    switch format.content {
    case .plan(let write): try FileSystem.replace(output ?? "-", with: write(plan))
    case .document(let write):
      let document = renderer.document(of: plan)
      guard let page = document.value else {
        throw ProgramFault(
          uk: "форма не складається: \(document.diagnostics.first?.message.uk ?? "")",
          en: "the form cannot be filled in: \(document.diagnostics.first?.message.en ?? "")")
      }
      try FileSystem.replace(output ?? "-", with: write(renderer.writers, page, []))
    }
  }
}

/// The formats of what a command has found out.
enum GeneratedFormat: String, ExpressibleByArgument, CaseIterable {
  case txt, html, xml, json

  /// The format of renditions; nil for JSON.
  var rendition: RenditionFormat? { RenditionFormat.named(rawValue) }
}

extension RenditionWriters {
  /// Writers of tables that are read row by row.
  static let ofTables = RenditionWriters(text: TextWriter(cells: .sideBySide))
}
