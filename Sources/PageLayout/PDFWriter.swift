package import Diagnostics
package import Documents
internal import Fonts
internal import PDF

/// Writes documents as PDF/A-1a for print and archives: the same document gives the same bytes.
///
/// It belongs to one task: the font is opened when the first document is written, and made ready once
/// for all.
package final class PDFWriter {
  private let folder: String?
  private var faces: [EmbeddedFace] = []

  /// Makes a writer that sets in the font of a folder; by default, in the one that systems have.
  package init(font folder: String? = nil) {
    self.folder = folder
  }

  /// Why a document cannot be written.
  package enum Fault: Error, Sendable {
    /// The font does not have these letters, in the order in which they come.
    case letters([Unicode.Scalar])
    /// There is no font.
    case font(ProgramFault)
  }

  /// Opens the font.
  ///
  /// - Throws: that it is not there, or cannot be used.
  package func prepare() throws(ProgramFault) {
    if faces.isEmpty { faces = try FontFiles(folder: folder).faces().map(EmbeddedFace.init) }
  }

  /// The file of one document and others, each beginning a page.
  ///
  /// - Parameter identifier: by what the file is known to programs, such as the sum of what it says.
  /// - Throws: what the font lacks.
  package func write(
    _ document: Document, followedBy others: [Document] = [], identifier: String = ""
  ) throws(Fault) -> [UInt8] {
    do throws(ProgramFault) {
      try prepare()
    } catch {
      throw .font(error)
    }
    let pdf = PDFDocument(
      title: String(decoding: document.text[document.title.range], as: UTF8.self),
      language: document.language, identifier: identifier, faces: faces)
    var page = PageSetter(document, faces: faces.map(\.face), pdf)
    for other in others { page.add(other) }
    guard page.missing.isEmpty else {
      throw .letters(page.missing.compactMap(Unicode.Scalar.init))
    }
    return page.finish()
  }
}
