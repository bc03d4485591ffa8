import ArgumentParser
import CommandHelp
import Diagnostics
import Files

/// What ArgumentParser says, in the language of the command line: Ukrainian, unless `--lang en` is
/// given.
struct CommandWords {
  private let arguments: [String]

  init(_ arguments: [String]) {
    self.arguments = arguments
  }

  /// The sentences in the language that is asked for, read when something is said; nil for English.
  private var translations: Translations? {
    language == .uk ? Self.ukrainian : nil
  }

  /// What is written for help, a version, a script.
  func answer(_ english: String) -> String {
    guard let translations, english.hasPrefix("OVERVIEW: "),
      let description = try? CommandDescription(Pysar._dumpHelp())
    else { return english }
    return HelpPage(description, translations).text(
      for: arguments, english: english, width: Terminal.columns(1))
  }

  /// What is said where help is asked for a command that there is none of: the parser says nothing
  /// of it.
  var complaintOfTopic: String? {
    guard arguments.first == "help", let description = try? CommandDescription(Pysar._dumpHelp()),
      let (word, commands) = description.unknownTopic(in: arguments)
    else { return nil }
    return complaint(
      """
      Error: Unexpected argument '\(word)'
      Usage: pysar <subcommand>
        See 'pysar --help' for more information.
      """, among: commands)
  }

  /// What is said of a wrong command line.
  ///
  /// - Parameter commands: those that one may have meant; without them, all of the program.
  func complaint(_ english: String, among commands: [String]? = nil) -> String {
    guard let translations else { return english }
    let description = try? CommandDescription(Pysar._dumpHelp())
    let hint =
      UsageHint.sentence(for: english, options: description?.options(in: arguments) ?? [])
      ?? (english.contains("nexpected argument") ? arguments.first : nil)
      .flatMap { description?.command(doing: $0, translations) }.map { "Did you mean '\($0)'?" }
    return UsageFault.text(
      of: english, translations, commands: commands ?? description?.commandNames ?? [],
      hint: hint, width: Terminal.columns(2))
  }

  /// The first option that is given again, and takes one value; nil where there is none.
  var repeatedOption: String? {
    let names = arguments.filter { $0.hasPrefix("-") && $0 != "-" }.map { $0.prefix { $0 != "=" } }
    // A short name may mean the same option as a long one: where all are long and no two the same,
    // nothing need be asked.
    let mayRepeat = Set(names).count < names.count || !names.allSatisfy { $0.hasPrefix("--") }
    guard names.count > 1, mayRepeat else { return nil }
    return (try? CommandDescription(Pysar._dumpHelp()))?.repeatedOption(in: arguments)
  }

  /// The sentences that stand beside the templates; none where these are not to be had.
  private static var ukrainian: Translations? {
    guard let folder = try? Installation.templates() else { return nil }
    let folders = TemplateFolders([folder])
    let texts = ["commands", "usage-errors"].compactMap { name in
      try? folders.read("help/\(name).uk.txt")
    }
    return Translations(texts.map { String(decoding: $0.bytes, as: UTF8.self) })
  }

  /// The language that the command line asks for, as far as it can be told before it is understood.
  var language: Language {
    let given = arguments.indices.compactMap { index in
      arguments[index] == "--lang"
        ? arguments.dropFirst(index + 1).first
        : arguments[index].hasPrefix("--lang=") ? String(arguments[index].dropFirst(7)) : nil
    }
    return given.compactMap { Language(rawValue: $0) }.last ?? .uk
  }
}
