internal import Deadlines
package import Diagnostics
package import Files
internal import Patterns
package import XML
internal import YAML

/// Reads the acts and rules of the template folders, and checks every expression against the shape
/// of the plans that it will run on.
package struct RulePackReader {
  let folders: TemplateFolders
  let shapes: [String: TreeShape]
  let functions: [XPathFunction]
  let checkers: [String: XPathChecker]
  /// The literals of the expressions checked so far.
  var calls = XPathTextCalls()
  var diagnostics: [Diagnostic]

  /// Makes a reader; the shapes are those of all kinds, by name.
  ///
  /// Rules may call the functions of forms, and those on texts, deadlines and the working calendar
  /// that lies in the same folders.
  package init(folders: TemplateFolders, shapes: [String: TreeShape]) {
    self.folders = folders
    self.shapes = shapes
    let calendar = CalendarReader.read(folders)
    functions =
      XPathFunction.standard + XPathFunction.nodes + XPathFunction.texts + XPathFunction.dates
      + XPathFunction.names
      + XPathFunction.deadlines
      + XPathFunction.workingDays(in: calendar.value ?? WorkingCalendar(years: []))
    let functions = functions
    let checker = XPathChecker(shape: TreeShape(elements: []), functions: functions)
    checkers = shapes.mapValues { checker.with(shape: $0) }
    diagnostics = calendar.diagnostics
  }

  /// All packs, and everything that is wrong with them.
  package func read() -> Diagnosed<RulePacks> {
    var reader = self
    var acts: [Act] = []
    var rules: [Rule] = []
    for name in reader.names(in: "acts") {
      guard let files = reader.files(of: name) else { continue }
      guard files.contains("act.yaml") else {
        if files.isEmpty { continue }
        reader.refuse("acts/" + name, "теці бракує act.yaml", "the folder has no act.yaml")
        continue
      }
      guard let act = reader.readAct(name) else { continue }
      acts.append(act)
      for file in files where file != "act.yaml" {
        if let rule = reader.readRule(file, of: act) { rules.append(rule) }
      }
    }
    let packs = RulePacks(acts: acts, rules: rules, functions: functions, calls: reader.calls)
    return Diagnosed(packs, reader.diagnostics)
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
    do throws(FileFault) {
      return try folders.readableNames(in: path)
    } catch {
      diagnostics.append(error.diagnostic(file: path))
      return []
    }
  }

  private mutating func tellStray(_ path: String) {
    diagnostics.append(
      Diagnostic(
        .warning, code: "stray-file", in: SourceFile(name: path, bytes: []), at: nil,
        Message(
          uk:
            "файл не читається як правило: назва має бути з літер, цифр і дефісів, кінець — .yaml",
          en:
            "the file is not read as a rule: its name must be of letters, digits and hyphens, with .yaml"
        ),
        help: Message(
          uk: "перейменуйте його, а копію вилучіть", en: "rename it, or delete the copy")))
  }

  private mutating func refuse(_ path: String, _ uk: String, _ en: String) {
    diagnostics.append(
      Diagnostic(
        code: "broken-rule", in: SourceFile(name: path, bytes: []), at: nil,
        Message(uk: uk, en: en)))
  }

  mutating func load(_ path: String) -> YAMLFile? {
    do throws(FileFault) {
      guard let source = try folders.read(path) else { return nil }
      do throws(YAMLFault) {
        return YAMLFile(source: source, root: try YAMLNode(reading: source.bytes))
      } catch {
        diagnostics.append(
          Diagnostic(
            code: "broken-rule", in: source, at: SourceRange(error.position, error.position),
            Message(uk: "файл не читається: \(error.problem)", en: error.problem)))
      }
    } catch .isFolder {
      // A folder among the rules is none.
      return nil
    } catch {
      diagnostics.append(error.diagnostic(file: path))
    }
    return nil
  }
}
