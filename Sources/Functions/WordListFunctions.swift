internal import Diagnostics
package import Files
internal import Synchronization
internal import Words
package import XML
internal import XPathLanguage

extension XPathFunction {
  /// The functions on the word lists of the template folders, `words/russianisms.txt` and the like;
  /// see ``WordList``.
  ///
  /// - `listed(text, 'russianisms')`: the first word or phrase of the list that the text holds, as
  ///   it is written there; empty where there is none.
  /// - `listed-instead(text, 'russianisms')`: what the list gives for it.
  /// - `misspelt(text, 'ukrainian')`: the first word of the text that is none in the dictionary
  ///   `words/ukrainian.dictionary` nor in the list `words/ukrainian.txt`, and is one slip away from a
  ///   word; see ``Spelling``.
  /// - `misspelt-instead(text, 'ukrainian')`: the word that was meant.
  /// - `disagreeing(text, 'agreement')`: the first adjective that does not agree with its noun, and
  ///   the noun; see ``Agreement``.
  /// - `misgoverned(text, 'cases')`: the first words behind which a noun stands in another case than
  ///   they govern, and the noun; see ``Government``.
  /// - `miscounted(text, 'counted-nouns')`: the first number behind which a noun stands in another form
  ///   than counting asks for, and the noun; see ``CountedNouns``.
  package static func wordLists(in folders: TemplateFolders) -> [XPathFunction] {
    let words = ReadWords(folders: folders)
    return [
      XPathFunction(
        "listed", literals: 1...1, gives: .text,
        prepare: { literals throws(XPathLiteralFault) in try words.list(named: literals[0]) },
        make: { list in
          let search = WordSearch(list)
          return { text in
            .string(search.firstMatch(in: text).map { WordSearch.text(text, $0.bytes) } ?? "")
          }
        }),
      XPathFunction(
        "listed-instead", literals: 1...1, gives: .text,
        prepare: { literals throws(XPathLiteralFault) in try words.list(named: literals[0]) },
        make: { list in
          let search = WordSearch(list)
          return { .string(search.firstMatch(in: $0)?.replacement ?? "") }
        }),
      XPathFunction(
        "misspelt", literals: 1...1, gives: .text,
        prepare: { literals throws(XPathLiteralFault) in try words.spelling(named: literals[0]) },
        make: { words in
          { text in
            .string(words.firstMatch(in: text).map { WordSearch.text(text, $0.bytes) } ?? "")
          }
        }),
      XPathFunction(
        "misspelt-instead", literals: 1...1, gives: .text,
        prepare: { literals throws(XPathLiteralFault) in try words.spelling(named: literals[0]) },
        make: { words in { .string(words.firstMatch(in: $0)?.replacement ?? "") } }),
      pairs("disagreeing") { Agreement($0) },
      pairs("misgoverned") { Government($0) },
      pairs("miscounted") { CountedNouns($0) },
    ]

    /// A function that gives the first words of a text that do not go together.
    func pairs(_ name: String, _ read: @escaping @Sendable (WordLines) -> some WordPairs)
      -> XPathFunction
    {
      XPathFunction(
        name, literals: 1...1, gives: .text,
        prepare: { literals throws(XPathLiteralFault) in
          let pairs: any WordPairs = read(try WordLines(named: literals[0], in: folders))
          return pairs
        },
        make: { pairs in
          { text in
            .string(pairs.firstMatch(in: text).map { WordSearch.text(text, $0.bytes) } ?? "")
          }
        })
    }
  }
}

/// What the files of words in some folders hold, each read once.
private final class ReadWords: Sendable {
  private let folders: TemplateFolders
  private let lists = Mutex<[String: WordList]>([:])
  private let spellings = Mutex<[String: Spelling]>([:])

  init(folders: TemplateFolders) {
    self.folders = folders
  }

  func list(named name: String) throws(XPathLiteralFault) -> WordList {
    if let list = lists.withLock({ $0[name] }) { return list }
    let list = WordList(try WordLines(named: name, in: folders))
    lists.withLock { $0[name] = list }
    return list
  }

  func spelling(named name: String) throws(XPathLiteralFault) -> Spelling {
    if let spelling = spellings.withLock({ $0[name] }) { return spelling }
    let others = try WordLines(named: name, in: folders).entries.map(\.entry)
    let bytes = try WordLines.bytes(ofFile: "\(name).dictionary", in: folders)
    guard let dictionary = WordDictionary(bytes) else {
      throw WordLines.fault(name, "словник пошкоджено", "the dictionary is damaged")
    }
    let spelling = Spelling(dictionary, others: others)
    spellings.withLock { $0[name] = spelling }
    return spelling
  }
}

extension WordList {
  /// Makes a list of lines: one without a colon gives nothing, one with nothing behind it is an
  /// exception.
  fileprivate init(_ lines: WordLines) {
    self.init(
      lines.entries.map { entry, value in
        (entry, value.map { $0.isEmpty ? nil : $0 } ?? [])
      })
  }
}

extension Agreement {
  /// Makes it of lines: adjectives without a colon, and endings before the nouns that they do not
  /// agree with.
  fileprivate init(_ lines: WordLines) {
    self.init(
      stems: lines.entries.compactMap { $1 == nil ? $0 : nil },
      disagreeing: lines.entries.compactMap { endings, nouns in nouns.map { (endings, $0) } })
  }
}

extension Government {
  /// Makes it of lines: phrases between commas, perhaps with the endings of adjectives in brackets, and
  /// behind the colon the forms of nouns that do not stand behind them.
  fileprivate init(_ lines: WordLines) {
    self.init(
      lines.entries.map { entry, forms in
        let parts = entry.split { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }
        return (
          phrases: parts[0].split(separator: UInt8(ascii: ",")),
          endings: parts.count > 1 ? parts[1] : [], forms: forms ?? []
        )
      })
  }
}

extension CountedNouns {
  /// The names of counts in files.
  private static let names: [[UInt8]: Count] = [
    Array("1".utf8): .one, Array("2".utf8): .few, Array("два".utf8): .fewBehindVerb,
    Array("5".utf8): .many, Array("до".utf8): .genitive, Array("п’ять".utf8): .inWords,
    Array("за".utf8): .term, Array("за2".utf8): .fewInTerm, Array("о".utf8): .clock,
    Array("1,5".utf8): .fraction,
  ]

  /// Makes them of lines: counts and, behind the colon, the forms that do not stand behind them.
  fileprivate init(_ lines: WordLines) {
    self.init(
      lines.entries.map { counts, forms in
        (counts.words.compactMap { Self.names[Array($0)] }, forms ?? [])
      })
  }
}
