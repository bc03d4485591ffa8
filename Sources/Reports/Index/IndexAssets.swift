import Diagnostics
import Files
internal import Schemas

/// What the index takes from the template folders: its style, its script, what kinds are called.
struct IndexAssets {
  /// The style sheet of all pages.
  var style: [UInt8]
  /// The script of the first page: search and filters.
  var script: [UInt8]
  /// What each kind is called on paper.
  var kinds: [String: Message]

  init(style: [UInt8], script: [UInt8], kinds: [String: Message]) {
    self.style = style
    self.script = script
    self.kinds = kinds
  }

  /// Reads them from `index/index.css`, `index/index.js` and the schemas.
  ///
  /// - Throws: which file is missing or cannot be read.
  init(_ library: KindLibrary) throws(ProgramFault) {
    var kinds: [String: Message] = [:]
    for name in library.names { kinds[name] = library.kind(named: name)?.value?.schema.title }
    self.init(
      style: try Self.read("index/index.css", library.folders),
      script: try Self.read("index/index.js", library.folders), kinds: kinds)
  }

  private static func read(_ path: String, _ folders: TemplateFolders) throws(ProgramFault)
    -> [UInt8]
  {
    var source: SourceFile?
    do throws(FileFault) {
      source = try folders.read(path)
    } catch {
      let reason = error.diagnostic(file: path).message
      throw ProgramFault(uk: "«\(path)»: \(reason.uk)", en: "'\(path)': \(reason.en)")
    }
    guard let source else {
      throw ProgramFault(
        uk: "у теках шаблонів немає «\(path)»", en: "the template folders have no '\(path)'")
    }
    return source.bytes
  }
}
