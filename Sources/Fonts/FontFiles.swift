package import Diagnostics
internal import Files

/// The files of the four faces that documents are set in.
package struct FontFiles: Sendable {
  /// A way in which letters may be drawn.
  private enum Style: Int, CaseIterable {
    case regular, bold, italic, boldItalic

    /// What the files of font makers call it.
    var name: String { ["Regular", "Bold", "Italic", "Bold Italic"][rawValue] }
  }

  /// Each style's file, in their order.
  private let sources: [SourceFile]

  /// The family that documents are set in: as wide as Times New Roman, letter by letter.
  private static let family = "Liberation Serif"
  /// Where systems keep it.
  private static let folders = [
    "/usr/share/fonts/truetype/liberation2", "/usr/share/fonts/truetype/liberation",
    "/usr/share/fonts/liberation-serif", "/usr/share/fonts/liberation",
    "/usr/local/share/fonts",
  ]

  /// Takes the font of a folder, or the one that systems have.
  ///
  /// - Throws: that it is not there.
  package init(folder: String?) throws(ProgramFault) {
    if let folder { try self.init(in: folder) } else { try self.init() }
  }

  /// The bytes of each style's file, in their order.
  package var files: [[UInt8]] { sources.map(\.bytes) }

  /// The paths of the files.
  package var paths: [String] { sources.map(\.name) }

  /// The faces of the files.
  ///
  /// - Throws: that nothing can be set in one of them.
  package func faces() throws(ProgramFault) -> [FontFace] {
    let library = try HarfBuzz()
    var faces: [FontFace] = []
    for (style, file) in zip(Style.allCases, files) {
      guard FontTables(file)?.mayBeEmbedded ?? true else {
        throw ProgramFault(
          uk: "виробник шрифту (\(style.name)) не дозволяє вбудовувати його в документи",
          en: "the font's maker does not let documents embed it (\(style.name))")
      }
      guard let face = FontFace(file, library) else {
        throw ProgramFault(
          uk: "у файлі шрифту (\(style.name)) немає того, що потрібно для набору TrueType",
          en: "the font's file (\(style.name)) lacks what setting in TrueType needs")
      }
      faces.append(face)
    }
    return faces
  }

  /// Finds the standard family where systems keep fonts.
  ///
  /// - Throws: that it is not there, and how to get it.
  private init() throws(ProgramFault) {
    for folder in Self.folders {
      let files = Style.allCases.map { style in
        try? SourceFile(
          at: "\(folder)/LiberationSerif-\(style.name.filter { $0 != " " }).ttf")
      }
      if files.allSatisfy({ $0 != nil }) {
        sources = files.compactMap(\.self)
        return
      }
    }
    throw ProgramFault(
      uk: """
        немає шрифту «\(Self.family)», яким набирають PDF: установіть пакунок fonts-liberation2 або \
        назвіть теку зі шрифтом: --font ТЕКА
        """,
      en: """
        the font '\(Self.family)' that PDF is set in is not there: install the package \
        fonts-liberation2, or name a folder of fonts: --font DIR
        """)
  }

  /// Takes the one family whose four faces lie in a folder.
  ///
  /// - Throws: what there is in the folder, and what is missing.
  private init(in folder: String) throws(ProgramFault) {
    var families: [String: [SourceFile?]] = [:]
    for path in try Self.paths(in: folder) {
      guard let file = try? SourceFile(at: path), let tables = FontTables(file.bytes),
        let family = tables.name(1), let style = tables.number("head", at: 44)
      else { continue }
      // Bold and italic are bits, whatever makers call the faces: Book, Roman, Oblique.
      families[family, default: Array(repeating: nil, count: 4)][style & 3] = file
    }
    let whole = families.filter { $1.allSatisfy { $0 != nil } }
    if let name = whole[Self.family] != nil
      ? Self.family : whole.count == 1 ? whole.first?.key : nil
    {
      sources = whole[name]?.compactMap(\.self) ?? []
      return
    }
    guard whole.isEmpty else {
      let names = whole.keys.sorted().joined(separator: ", ")
      throw ProgramFault(
        uk: "у теці «\(folder)» кілька шрифтів: \(names); залиште в ній один",
        en: "the folder '\(folder)' has several fonts: \(names); leave one in it")
    }
    let parts = families.sorted { $0.key < $1.key }.map { name, files in
      name + ": "
        + Style.allCases.filter { files[$0.rawValue] != nil }.map(\.name).joined(separator: ", ")
    }
    let found = parts.joined(separator: "; ")
    throw ProgramFault(
      uk: """
        у теці «\(folder)» немає шрифту TrueType з чотирма накресленнями (Regular, Bold, Italic, \
        Bold Italic)\(found.isEmpty ? "" : "; є \(found)")
        """,
      en: """
        the folder '\(folder)' has no TrueType font with its four faces (Regular, Bold, Italic, \
        Bold Italic)\(found.isEmpty ? "" : "; there are \(found)")
        """)
  }

  private static func paths(in folder: String) throws(ProgramFault) -> [String] {
    do throws(FileFault) {
      return try Folder.names(at: folder).filter { $0.lowercased().hasSuffix(".ttf") }.sorted()
        .map { folder + "/" + $0 }
    } catch {
      throw ProgramFault(
        uk: "теку зі шрифтом «\(folder)» не вдалося прочитати",
        en: "the folder of fonts '\(folder)' cannot be read")
    }
  }
}
