package import Diagnostics
package import Documents
package import PageLayout
package import Plans
internal import Word

/// A format that plans are rendered in: a row of the one table that `render`, `build`, `new --blank`,
/// completion and help read. A new format is a writer and a row.
package struct RenditionFormat: Sendable, Equatable {
  /// What a rendition shows, and how it is written.
  package enum Content: Sendable {
    /// A document that a form makes of the plan; several make one file.
    case document(
      @Sendable (RenditionWriters, RenderedPlan, _ others: [RenderedPlan]) throws(RenditionFault)
        -> [UInt8])
    /// The plan itself.
    case plan(@Sendable (PlanTree) -> [UInt8])
  }

  /// What it is called on the command line; the names of its files end so.
  package let name: String
  /// Its media type (RFC 6838).
  let mediaType: String
  /// How it is written.
  package let content: Content

  /// Printable HTML.
  package static let html = RenditionFormat(
    name: "html", mediaType: "text/html; charset=utf-8",
    content: .document { $0.html.write($1.page, followedBy: $2.map(\.page)) })
  /// Canonical XML.
  package static let xml = RenditionFormat(
    name: "xml", mediaType: "application/xml", content: .plan { $0.canonicalXML() })
  /// Plain text.
  package static let txt = RenditionFormat(
    name: "txt", mediaType: "text/plain; charset=utf-8",
    content: .document { $0.text.write($1.page, followedBy: $2.map(\.page)) })

  /// Pages for print and archives.
  package static let pdf = RenditionFormat(
    name: "pdf", mediaType: "application/pdf",
    content: .document { (writers, first, others) throws(RenditionFault) in
      do throws(PDFWriter.Fault) {
        return try writers.pdf.write(
          first.page, followedBy: others.map(\.page),
          identifier: others.isEmpty ? first.sealGroups : "")
      } catch {
        switch error {
        case .letters(let letters): throw .letters(letters)
        case .font(let fault): throw .program(fault)
        }
      }
    })

  /// Files of Word, to be sent on and changed.
  package static let docx = RenditionFormat(
    name: "docx",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    content: .document { (writers, first, others) throws(RenditionFault) in
      do throws(ProgramFault) {
        return try writers.word.write(first.inWord, followedBy: others.map(\.inWord))
      } catch {
        throw .program(error)
      }
    })

  /// All formats, in the order in which the renditions of a plan stand.
  package static let all: [RenditionFormat] = [html, xml, txt, pdf, docx]
  /// Those that a batch renders unless it is told otherwise.
  package static let usual = [html, xml, txt]
  /// Those that show a document, so that a blank form can be had in them.
  package static let ofDocuments = all.filter(\.showsDocument)
  /// The names of all formats, as a list is read.
  package static var names: String { all.map(\.name).joined(separator: ", ") }

  /// Whether a document is shown, of which a kind may have several.
  package var showsDocument: Bool {
    if case .document = content { true } else { false }
  }

  /// The format of a name; nil where there is none.
  package static func named(_ name: some StringProtocol) -> RenditionFormat? {
    all.first { $0.name == name }
  }

  /// The format that the name of a file asks for by its ending, in capitals or small letters.
  ///
  /// - Throws: that there is no such format, and which there are.
  package static func ofFile(_ path: String) throws(ProgramFault) -> RenditionFormat {
    let file = path.split(separator: "/").last ?? ""
    let parts = file.split(separator: ".", omittingEmptySubsequences: false)
    let ending = parts.count > 1 ? parts[parts.count - 1].lowercased() : ""
    if let format = named(ending) { return format }
    throw ProgramFault(
      uk: ending.isEmpty
        ? "з назви «\(path)» не видно формату: закінчіть її на .\(dotted) або додайте --format"
        : "формату «.\(ending)» немає; є .\(dotted): назвіть файл так, наприклад -o plan.html, або додайте --format",
      en: ending.isEmpty
        ? "the name '\(path)' tells no format: end it with .\(dotted), or add --format"
        : "there is no format '.\(ending)', but .\(dotted): name the file so, as in -o plan.html, or add --format"
    )
  }

  private static var dotted: String { all.map(\.name).joined(separator: ", .") }

  /// Whether two are the same row.
  package static func == (left: RenditionFormat, right: RenditionFormat) -> Bool {
    left.name == right.name
  }
}

/// Why a rendition cannot be written.
package enum RenditionFault: Error, Sendable {
  /// The font does not have these letters, in the order in which they come.
  case letters([Unicode.Scalar])
  /// Something that has nothing to do with the plan.
  case program(ProgramFault)
}

/// The writers of documents, with their options.
package struct RenditionWriters {
  /// Writes HTML.
  package var html = HTMLWriter()
  /// Writes texts.
  package var text = TextWriter()
  /// Writes PDF.
  package let pdf: PDFWriter
  /// Writes files of Word.
  let word = WordWriter()

  /// Makes writers.
  ///
  /// - Parameter font: the folder with the font that PDF is set in, unless it is the usual one.
  package init(text: TextWriter = TextWriter(), font: String? = nil) {
    self.text = text
    pdf = PDFWriter(font: font)
  }

  /// Makes ready what some formats need.
  ///
  /// - Throws: what is missing.
  package func prepare(for formats: [RenditionFormat]) throws(ProgramFault) {
    if formats.contains(.pdf) { try pdf.prepare() }
  }
}
