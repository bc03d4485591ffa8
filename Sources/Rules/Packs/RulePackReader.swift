import Bytes
internal import Calendars
package import Diagnostics
package import Files
internal import Functions
internal import Patterns
internal import XML
package import XPathLanguage
internal import YAML

/// Reads the acts and rules of the template folders, and checks every expression against the shape
/// of the plans that it will run on.
package struct RulePackReader {
  let folders: TemplateFolders
  /// The names of all kinds.
  let kinds: [String]
  let shapes: [String: TreeShape]
  /// The kind whose rules alone are wanted; nil for all.
  private let only: String?
  var functions: [XPathFunction] = []
  var checkers: [String: XPathChecker] = [:]
  /// The literals of the expressions checked so far.
  var calls = XPathTextCalls()
  var diagnostics: [Diagnostic] = []

  /// Makes a reader of all packs; the shapes are those of all kinds, by name.
  ///
  /// Rules may call the functions of forms, and those on texts, deadlines, the working calendar and
  /// the word lists that lie in the same folders.
  package init(folders: TemplateFolders, shapes: [String: TreeShape]) {
    self.folders = folders
    self.shapes = shapes
    kinds = shapes.keys.sorted()
    only = nil
  }

  /// Makes a reader of the rules that speak of one kind, of this shape: their acts are read, and no
  /// others. What is wrong elsewhere is not noticed.
  ///
  /// - Parameter kinds: the names of all kinds.
  package init(folders: TemplateFolders, kind: String, shape: TreeShape, among kinds: [String]) {
    self.folders = folders
    self.kinds = kinds
    shapes = [kind: shape]
    only = kind
  }

  /// The packs, and everything that is wrong with them.
  package func read() -> Diagnosed<RulePacks> {
    var reader = self
    var skipped: [RulePacks.Skipped] = []
    let found = reader.findActs(skipping: &skipped)
    reader.prepare(for: found.flatMap(\.rules))
    var acts: [Act] = []
    var rules: [Rule] = []
    for folder in found {
      guard let act = reader.readAct(folder.name) else { continue }
      acts.append(act)
      rules += folder.rules.compactMap { reader.readRule($0.name, $0.source, of: act) }
    }
    let packs = RulePacks(
      acts: acts, rules: rules, skipped: skipped, functions: reader.functions, calls: reader.calls)
    return Diagnosed(packs, reader.diagnostics)
  }

  /// The folder of an act, with its rules' files.
  private struct ActFolder {
    let name: String
    var rules: [(name: String, source: SourceFile)] = []
  }

  /// The acts that are wanted, with the rules that are.
  private mutating func findActs(skipping skipped: inout [RulePacks.Skipped]) -> [ActFolder] {
    var result: [ActFolder] = []
    for name in names(in: "acts") {
      guard let files = files(of: name), !files.isEmpty else { continue }
      guard files.contains("act.yaml") else {
        refuse("acts/" + name, "теці бракує act.yaml", "the folder has no act.yaml")
        continue
      }
      var folder = ActFolder(name: name)
      for file in files where file != "act.yaml" {
        guard let source = source(of: "acts/\(name)/\(file)") else { continue }
        if let only {
          let heading = RuleHeading(source)
          guard heading.mayConcern(only) else {
            let id = name + "/" + file.dropLast(5)
            skipped.append(RulePacks.Skipped(id: id, isBatch: heading.isBatch))
            continue
          }
        }
        folder.rules.append((file, source))
      }
      if only == nil || !folder.rules.isEmpty { result.append(folder) }
    }
    return result
  }

  /// Makes the functions, and the checkers of expressions; the calendar is read where a rule asks
  /// for it.
  private mutating func prepare(for rules: [(name: String, source: SourceFile)]) {
    var calendar = WorkingCalendar(years: [])
    let asking = XPathFunction.workingDays(in: calendar).map(\.name)
    if only == nil || rules.contains(where: { asking.contains(where: $0.source.bytes.holds) }) {
      let read = CalendarReader.read(folders)
      diagnostics = read.diagnostics + diagnostics
      calendar = read.value ?? calendar
    }
    functions =
      XPathFunction.standard + XPathFunction.nodes + XPathFunction.texts + XPathFunction.dates
      + XPathFunction.numbersInWords
      + XPathFunction.names + XPathFunction.deadlines + XPathFunction.workingDays(in: calendar)
      + XPathFunction.lookup + XPathFunction.lines + XPathFunction.numbers
      + [XPathFunction.mentions] + XPathFunction.introductions
      + XPathFunction.wordLists(in: folders)
    let checker = XPathChecker(shape: TreeShape(elements: []), functions: functions)
    checkers = shapes.mapValues { checker.with(shape: $0) }
  }

  /// The files of an act; nil for what is no act: a file among the folders, or a hidden folder.
  private mutating func files(of act: String) -> [String]? {
    let path = "acts/" + act
    guard !act.hasPrefix(".") else { return nil }
    do throws(FileFault) {
      return try folders.readableNames(in: path).filter { file in
        if TemplateName.stem(of: file, ending: ".yaml") != nil { return true }
        if TemplateName.mayBeMeant(file, ending: ".yaml") { tellStray(path + "/" + file) }
        return false
      }
    } catch .other where folders.count(of: path) > 0 {
      return nil
    } catch {
      diagnostics.append(error.diagnostic(file: path))
      return nil
    }
  }

  private mutating func names(in path: String) -> [String] {
    let list = folders.list(path)
    diagnostics += list.diagnostics
    return list.names
  }

  private mutating func tellStray(_ path: String) {
    diagnostics.append(
      Diagnostic(
        .warning, code: "stray-file", file: path,
        Message(
          uk:
            "файл не читається як правило: назва має бути з літер, цифр і дефісів, кінець – .yaml",
          en:
            "the file is not read as a rule: its name must be of letters, digits and hyphens, with .yaml"
        ),
        help: Message(
          uk: "перейменуйте його, а копію вилучіть", en: "rename it, or delete the copy")))
  }

  private mutating func refuse(_ path: String, _ uk: String, _ en: String) {
    diagnostics.append(
      Diagnostic(
        code: "broken-rule", file: path,
        Message(uk: uk, en: en)))
  }

  mutating func load(_ path: String) -> YAMLFile? { source(of: path).flatMap { parse($0) } }

  /// A file as it is read; nil where there is none, or a folder in its place.
  private mutating func source(of path: String) -> SourceFile? {
    do throws(FileFault) {
      return try folders.read(path)
    } catch .isFolder {
      return nil
    } catch {
      diagnostics.append(error.diagnostic(file: path))
      return nil
    }
  }

  mutating func parse(_ source: SourceFile) -> YAMLFile? {
    do throws(YAMLFault) {
      return YAMLFile(source: source, root: try YAMLNode(reading: source))
    } catch {
      diagnostics.append(
        Diagnostic(
          code: "broken-rule", in: source, at: SourceRange(error.position, error.position),
          Message(uk: "файл не читається: \(error.problem)", en: error.problem)))
      return nil
    }
  }
}
