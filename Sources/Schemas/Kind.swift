internal import Bytes
package import Diagnostics
package import Files
package import XML

/// A kind of document: a folder with a schema and forms.
package final class Kind: Sendable {
  /// The name of its folder: `performance-plan`.
  package let name: String
  /// The shape of its plans.
  package let schema: Schema
  /// The names of the elements that hold a deadline.
  package let deadlineNames: XMLNames
  /// The names of elements that tables whose columns plans name are made of, and of those around
  /// such tables.
  package let tableNames: TableNames, tableOwners: Set<String>

  init(name: String, schema: Schema) {
    self.name = name
    self.schema = schema
    deadlineNames = schema.deadlineNames
    tableNames = schema.tableNames
    tableOwners = schema.tableOwners
  }

  /// The namespace of its XML: `urn:pysar:performance-plan:1`.
  package var namespace: String { "urn:pysar:\(name):1" }
}

/// The kinds in the template folders, each loaded when it is first asked for.
package final class KindLibrary {
  /// Where the kinds are.
  package let folders: TemplateFolders
  /// The names of all kinds, sorted.
  package let names: [String]
  /// Which folders of kinds cannot be read.
  package let faults: [Diagnostic]
  private var loaded: [String: Diagnosed<Kind>] = [:]
  /// The kinds that were asked for by their Ukrainian names.
  private var called: [String: Diagnosed<Kind>] = [:]
  /// The Ukrainian names of kinds, also of those whose schemas have errors.
  private var ukrainianNames: [String: String] = [:]
  /// The schemas' files that were read, for the other kinds.
  private var files: SchemaReader.Files = [:]

  /// Lists the kinds of the folders: every folder in `kinds` that has a schema.
  ///
  /// - Parameter known: kinds of these folders that were loaded before.
  package init(folders: TemplateFolders, known: [Kind] = []) {
    self.folders = folders
    for kind in known { loaded[kind.name] = Diagnosed(kind, []) }
    let kinds = folders.list("kinds")
    let lists = kinds.names.filter(Self.isName).map {
      (name: $0, list: folders.list("kinds/" + $0))
    }
    names = lists.filter { $0.list.names.contains("schema.yaml") }.map(\.name)
    faults = kinds.diagnostics + lists.flatMap(\.list.diagnostics)
  }

  /// A kind by its English name, with what is wrong with its schema; nil where there is no such kind.
  package func kind(named name: String) -> Diagnosed<Kind>? {
    if let kind = loaded[name] { return kind }
    guard names.contains(name) else { return nil }
    let kind = load(name)
    loaded[name] = kind
    return kind
  }

  /// A kind by its name in either language.
  package func kind(called name: String) -> Diagnosed<Kind>? {
    if let kind = called[name] ?? kind(named: name) { return kind }
    // Mostly one schema alone holds the name as it is written: the others need not be read.
    let holders = names.filter { loaded[$0] == nil && holds(name, inSchemaOf: $0) }
    let found = (holders + names).lazy.compactMap { self.kind(named: $0) }.first {
      $0.value?.schema.kind.uk == name
    }
    called[name] = found
    return found
  }

  private func holds(_ word: String, inSchemaOf name: String) -> Bool {
    (try? folders.read(Self.path(of: name)))?.bytes.holds(word) ?? false
  }

  private static func path(of name: String) -> String { "kinds/\(name)/schema.yaml" }

  /// What is wrong with kinds whose schemas cannot be read: of the one that is called so, or, where
  /// none is known to be, of all.
  package func faults(called name: String) -> (faults: [Diagnostic], isNamed: Bool) {
    let broken = names.filter { kind(named: $0)?.value == nil }
    let named = broken.filter { $0 == name || ukrainianNames[$0] == name }
    let faults = (named.isEmpty ? broken : named).flatMap { kind(named: $0)?.diagnostics ?? [] }
    return (named.isEmpty ? self.faults + faults : faults, !named.isEmpty)
  }

  /// What to write for a kind that people also call so, or nearly so.
  package func hint(forOther name: String) -> Message? {
    let name = name.lowercased()
    let kinds = names.compactMap { kind(named: $0)?.value?.schema }
    let words = kinds.flatMap(\.otherWords)
    guard
      let word = words.first(where: { $0.lowercased() == name })
        ?? (nearestName(to: name, among: allNames) == nil
          ? nearestName(to: name, among: words) : nil)
    else { return nil }
    return kinds.first { $0.otherWords.contains(word) }?.hint(for: word)
  }

  /// The names of the kinds, in a language, that a word may mean: of those that people also call so,
  /// and then of those whose title or name has the word, the shortest title first.
  package func names(saying word: String, in language: Language) -> [String] {
    let word = word.lowercased()
    let schemas = names.compactMap { kind(named: $0)?.value?.schema }
    let stem = word.prefix(max(3, word.count - 2))
    let found = schemas.filter { schema in
      schema.isAlsoCalled(word)
        || stem.count >= 3
          && [schema.title.uk, schema.kind.uk, schema.title.en, schema.kind.en].contains { title in
            title.lowercased().split { !$0.isLetter }.contains { $0.hasPrefix(stem) }
          }
    }
    return found.sorted {
      let places = [$0, $1].map { ($0.isAlsoCalled(word) ? 0 : 1, $0.title[language].count) }
      return places[0] < places[1]
    }
    .map { language == .uk ? $0.kind.uk : $0.kind.en }
  }

  /// What to write for a word that some kinds have in their titles; nil where none has.
  package func suggestion(for word: String) -> Message? {
    let (uk, en) = (names(saying: word, in: .uk), names(saying: word, in: .en))
    guard !uk.isEmpty else { return nil }
    return Message(
      uk: "можливо, \(uk.prefix(4).joined(separator: ", ")); усі види перелічує pysar kinds",
      en: "perhaps \(en.prefix(4).joined(separator: ", ")); 'pysar kinds' lists all kinds")
  }

  /// Whether a word is a key of plans of some kind.
  package func isKey(_ word: String) -> Bool {
    if word == "kind" || word == "вид" { return true }
    return names.contains { name in
      kind(named: name)?.value?.schema.types.contains { type in
        guard case .object(let object) = type.form else { return false }
        return object.keys.index(of: word.utf8.span, expected: 0) != nil
      } ?? false
    }
  }

  /// The kind that has an example for a word of either language, and the word.
  package func example(called word: String) -> (kind: Kind, word: Schema.Name)? {
    names.lazy.compactMap { name in
      guard let kind = self.kind(named: name)?.value else { return nil }
      return kind.schema.examples.first { $0.uk == word || $0.en == word }.map { (kind, $0) }
    }.first
  }

  /// All words that have an example of their own, in both languages.
  package var allExamples: [String] {
    names.flatMap { kind(named: $0)?.value?.schema.examples ?? [] }.flatMap { [$0.en, $0.uk] }
  }

  /// All names of all kinds, in both languages.
  package var allNames: [String] {
    names.flatMap { name in [name] + (kind(named: name)?.value.map { [$0.schema.kind.uk] } ?? []) }
  }

  private func load(_ name: String) -> Diagnosed<Kind> {
    let path = Self.path(of: name)
    do throws(FileFault) {
      guard let source = try folders.read(path) else {
        return Diagnosed(nil, [FileFault.missing.diagnostic(file: path)])
      }
      var reader = SchemaReader(folders: folders, kinds: names, files: files)
      let schema = reader.read(source, path: path, kind: name)
      files = reader.files
      ukrainianNames[name] = reader.ukrainianName(of: path)
      return Diagnosed(schema.map { Kind(name: name, schema: $0) }, reader.diagnostics)
    } catch {
      return Diagnosed(nil, [error.diagnostic(file: path)])
    }
  }

  private static func isName(_ name: String) -> Bool {
    name != "shared"
      && name.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
      }
  }
}

extension Schema {
  /// Whether people also call the kind so, or it has an example of that name.
  fileprivate func isAlsoCalled(_ word: String) -> Bool {
    otherWords.contains { $0.lowercased() == word }
  }

  /// What people also call the kind, and what it has examples of.
  fileprivate var otherWords: [String] { alsoCalled + examples.flatMap { [$0.uk, $0.en] } }
}
