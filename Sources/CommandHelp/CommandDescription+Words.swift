/// What a command line has that its command does not take, or takes once.
extension CommandDescription {
  /// The first option that a command line gives again, and that says where to write; nil where there
  /// is none. Of others the last one counts, so that a script may have values of its own.
  package func repeatedOption(in arguments: [String]) -> String? {
    let options = command(in: arguments).command.arguments
      .filter { option in
        option.kind == "option" && !option.isRepeating
          && option.names.contains { Self.outputs.contains($0) }
      }
    var seen: Set<String> = []
    for word in arguments.prefix(while: { $0 != "--" }) where word.hasPrefix("-") {
      let name = String(word.prefix { $0 != "=" })
      guard let option = options.first(where: { $0.names.contains(name) }) else { continue }
      guard seen.insert(option.label).inserted else { return name }
    }
    return nil
  }

  private static let outputs = ["-o", "--to", "--ics"]

  /// The options of the command that a command line asks for.
  package func options(in arguments: [String]) -> [String] {
    command(in: arguments).command.arguments.flatMap(\.names) + ["--help", "--version"]
  }

  /// The command whose description begins with a word of the same stem: «перевірити» for what
  /// «Перевіряє плани»; nil where none does. Of several the first is meant: they are listed by use.
  package func command(doing word: String, _ translations: Translations) -> String? {
    let word = word.lowercased()
    return commands.first { command in
      let sentence = translations.sentence(command.abstract) ?? command.abstract
      let verb = sentence.split(separator: " ").first?.lowercased() ?? ""
      let shared = zip(verb, word).prefix { $0 == $1 }.count
      return shared >= max(4, min(verb.count, word.count) - 3)
    }?.name
  }
}
