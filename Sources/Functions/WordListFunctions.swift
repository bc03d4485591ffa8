internal import Diagnostics
package import Files
internal import Synchronization
package import XML
internal import YAML
internal import XPathLanguage

extension XPathFunction {
  /// The functions on the word lists of the template folders, `words/russianisms.yaml` and the like;
  /// see ``WordList``.
  ///
  /// - `listed(text, 'russianisms')`: the first word or phrase of the list that the text holds, as
  ///   it is written there; empty where there is none.
  /// - `listed-instead(text, 'russianisms')`: what the list gives for it.
  /// - `misspelt(text, 'office-words')`: the first word of the text that is one of the list with a
  ///   slip; see ``NearWords``.
  /// - `misspelt-instead(text, 'office-words')`: the word that was meant.
  package static func wordLists(in folders: TemplateFolders) -> [XPathFunction] {
    let lists = ReadWordLists(folders: folders)
    return [
      XPathFunction(
        "listed", literals: 1...1, gives: .text,
        prepare: { literals throws(XPathLiteralFault) in try lists.list(named: literals[0]) },
        make: { list in
          let search = WordSearch(list)
          return { text in
            .string(search.firstMatch(in: text).map { WordSearch.text(text, $0.bytes) } ?? "")
          }
        }),
      XPathFunction(
        "listed-instead", literals: 1...1, gives: .text,
        prepare: { literals throws(XPathLiteralFault) in try lists.list(named: literals[0]) },
        make: { list in
          let search = WordSearch(list)
          return { .string(search.firstMatch(in: $0)?.replacement ?? "") }
        }),
      XPathFunction(
        "misspelt", literals: 1...1, gives: .text,
        prepare: { literals throws(XPathLiteralFault) in try lists.words(named: literals[0]) },
        make: { words in
          { text in
            .string(words.firstMatch(in: text).map { WordSearch.text(text, $0.bytes) } ?? "")
          }
        }),
      XPathFunction(
        "misspelt-instead", literals: 1...1, gives: .text,
        prepare: { literals throws(XPathLiteralFault) in try lists.words(named: literals[0]) },
        make: { words in { .string(words.firstMatch(in: $0)?.replacement ?? "") } }),
    ]
  }
}

/// The word lists of some folders, each read once.
private final class ReadWordLists: Sendable {
  private let folders: TemplateFolders
  private let known = Mutex<[String: WordList]>([:])

  init(folders: TemplateFolders) {
    self.folders = folders
  }

  func list(named name: String) throws(XPathLiteralFault) -> WordList {
    if let list = known.withLock({ $0[name] }) { return list }
    let list = try WordList(named: name, in: folders)
    known.withLock { $0[name] = list }
    return list
  }
}

extension WordList {
  /// Reads a list: a sequence of entries, or a mapping of them to what stands in their place, where
  /// one without it is an exception.
  fileprivate init(named name: String, in folders: TemplateFolders) throws(XPathLiteralFault) {
    let root = try folders.words(named: name)
    let words = (root.items ?? []).map { ($0.text ?? "", "" as String?) }
    let pairs = (root.members ?? []).map { entry, replacement in
      (entry.text ?? "", replacement.text.flatMap { $0.isEmpty ? nil : $0 })
    }
    self.init(words + pairs)
  }
}

extension NearWords {
  /// Reads words: a mapping of what their forms begin with to the endings, a dash where there is
  /// none, and where nothing stands, an exception.
  fileprivate init(named name: String, in folders: TemplateFolders) throws(XPathLiteralFault) {
    var forms: [String] = []
    var exceptions: [String] = []
    for (beginning, endings) in try folders.words(named: name).members ?? [] {
      guard let beginning = beginning.text else { continue }
      let endings = (endings.text ?? "").split(separator: " ")
      if endings.isEmpty { exceptions.append(beginning) }
      forms += endings.map { beginning + ($0 == "-" ? "" : $0) }
    }
    self.init(forms: forms, exceptions: exceptions)
  }
}

extension TemplateFolders {
  fileprivate func words(named name: String) throws(XPathLiteralFault) -> YAMLNode {
    do {
      guard let source = try read("words/\(name).yaml") else {
        throw Self.fault(name, "такого списку слів немає", "there is no such list of words")
      }
      return try YAMLNode(reading: source.bytes)
    } catch let fault as XPathLiteralFault {
      throw fault
    } catch {
      throw Self.fault(name, "список слів не читається", "the list of words cannot be read")
    }
  }

  private static func fault(_ name: String, _ uk: String, _ en: String) -> XPathLiteralFault {
    XPathLiteralFault(
      literal: 0, problem: Message(uk: uk, en: en), offset: 0,
      length: max(1, name.unicodeScalars.count))
  }
}
