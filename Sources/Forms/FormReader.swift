internal import Functions
package import Diagnostics
internal import Documents
package import Files
package import Schemas
internal import XML
internal import XPathLanguage

/// Reads the forms of a kind from the template folders, and checks them against its schema: a name
/// that no plan can have is an error of the form, with its line and column.
package struct FormReader: Sendable {
  /// The functions that a form's expressions may call.
  static let functions =
    XPathFunction.standard + XPathFunction.dates + XPathFunction.numbersInWords
    + XPathFunction.texts
    + XPathFunction.lookup
    + XPathFunction.seals
  /// What checks a form's expressions, once it has the shape of the form's kind.
  static let checker = XPathChecker(shape: TreeShape(elements: []), functions: functions)
  private let folders: TemplateFolders

  /// Makes a reader of the forms in these folders.
  package init(folders: TemplateFolders) {
    self.folders = folders
  }

  /// The names of the forms of a kind, `form` first.
  package func names(of kind: Kind) -> [String] {
    Self.names(folders.list("kinds/" + kind.name))
  }

  private static func names(_ list: TemplateList) -> [String] {
    let names = list.names.compactMap { TemplateName.stem(of: $0, ending: ".html") }
    return names.filter { $0 == "form" } + names.filter { $0 != "form" }
  }

  /// A form of a kind by its name, or nil where there is none of that name.
  package func read(_ name: String, of kind: Kind) -> Diagnosed<Form>? {
    let list = folders.list("kinds/" + kind.name)
    guard Self.names(list).contains(name) else {
      return list.diagnostics.isEmpty ? nil : Diagnosed(nil, list.diagnostics)
    }
    let path = "kinds/\(kind.name)/\(name).html"
    do throws(FileFault) {
      guard let source = try folders.read(path) else { return nil }
      var builder = FormBuilder(folders: folders, kind: kind)
      let form = builder.build(source, path: path, name: name)
      let diagnostics = builder.diagnostics
      return Diagnosed(diagnostics.hasErrors ? nil : form, diagnostics)
    } catch {
      return Diagnosed(nil, [error.diagnostic(file: path)])
    }
  }
}
