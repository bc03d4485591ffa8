/// The help of a command in another language than the argument parser's own, laid out as the parser
/// lays out its own.
package struct HelpPage {
  private let description: CommandDescription
  private let translations: Translations

  /// The column where what an argument is for begins.
  private static let column = 26

  /// Makes pages of a program's description.
  package init(_ description: CommandDescription, _ translations: Translations) {
    self.description = description
    self.translations = translations
  }

  /// The page of a command.
  ///
  /// - Parameters:
  ///   - arguments: the command line, without the program's name.
  ///   - english: what the parser says; its usage line is taken from there.
  ///   - width: how many columns there are.
  package func text(for arguments: [String], english: String, width: Int = 80) -> String {
    let (path, command) = description.command(in: arguments)
    var blocks = ["\(say("OVERVIEW")): \(say(command.abstract))".wrapped(to: width)]
    blocks += discussion(of: command, width)
    blocks.append(
      "\(say("USAGE")): \(translations.withPlaceholders(usage(in: english) ?? path.joined(separator: " ")))"
        .wrapped(to: width))
    let shown = command.arguments.filter(\.isShown)
    blocks += list("ARGUMENTS", shown.filter { $0.names.isEmpty }, width)
    blocks += list("OPTIONS", shown.filter { !$0.names.isEmpty }, width)
    if !command.commands.isEmpty {
      let lines = command.commands.filter { $0.name != "help" }.map {
        row($0.name, say($0.abstract), width)
      }
      blocks.append(([say("SUBCOMMANDS") + ":"] + lines).joined(separator: "\n"))
      blocks.append(
        "  " + say("See 'pysar help <subcommand>' for detailed help."))
    }
    return blocks.joined(separator: "\n\n")
  }

  /// The sentences of a program's description that have no translation.
  var untranslated: [String] { sentences(of: description).filter { known($0) == nil } }

  private func sentences(of command: CommandDescription) -> [String] {
    let arguments = command.arguments.filter(\.isShown).flatMap { [$0.abstract, $0.discussion] }
    let paragraphs = command.discussion.paragraphs.flatMap { paragraph in
      paragraph.isExamples
        ? paragraph.lines.dropFirst().compactMap(\.remark) : [paragraph.onOneLine]
    }
    let places = command.arguments.filter { $0.isShown && $0.kind != "flag" }.map {
      "<\($0.value)>"
    }
    return ([command.abstract] + paragraphs + arguments + places).filter { !$0.isEmpty }
      + command.commands.filter { $0.name != "help" }.flatMap(sentences)
  }

  private func known(_ english: String) -> String? { translations.sentence(english) }

  private func say(_ english: String) -> String { known(english) ?? english }

  private func discussion(of command: CommandDescription, _ width: Int) -> [String] {
    command.discussion.paragraphs.map { paragraph in
      guard paragraph.isExamples else { return say(paragraph.onOneLine).wrapped(to: width) }
      return ([say("Examples") + ":"] + paragraph.lines.dropFirst().map { example($0) })
        .joined(separator: "\n")
    }
  }

  /// An example, with what is said of it.
  private func example(_ line: String) -> String {
    guard let remark = line.remark else { return line }
    return line.dropLast(remark.count) + say(remark)
  }

  /// The usage as the parser writes it, on one line.
  private func usage(in english: String) -> String? {
    english.paragraphs.first { $0.hasPrefix("USAGE: ") }.map {
      String($0.onOneLine.dropFirst("USAGE: ".count))
    }
  }

  private func list(_ title: String, _ arguments: [CommandDescription.Argument], _ width: Int)
    -> [String]
  {
    guard !arguments.isEmpty else { return [] }
    var rows: [(label: String, words: String)] = []
    for argument in arguments {
      let words = explanation(of: argument)
      // A flag and what takes it back are told once.
      if argument.isReverse, let last = rows.last, last.words.hasPrefix(words) {
        rows[rows.count - 1].label += ", " + translations.withPlaceholders(argument.label)
      } else {
        rows.append((translations.withPlaceholders(argument.label), words))
      }
    }
    let lines = rows.map { row($0.label, $0.words, width) }
    return [([say(title) + ":"] + lines).joined(separator: "\n")]
  }

  private func explanation(of argument: CommandDescription.Argument) -> String {
    var sentences = [argument.abstract, argument.discussion].filter { !$0.isEmpty }.map(say)
    if !argument.defaultValue.isEmpty {
      sentences.append(say("Without it: \(argument.defaultValue)."))
    }
    return sentences.joined(separator: " ")
  }

  private func row(_ label: String, _ words: String, _ width: Int) -> String {
    let lines = words.wrapped(to: width - Self.column).lines
    let indent = String(repeating: " ", count: Self.column)
    let rest = lines.dropFirst().map { "\n" + indent + $0 }.joined()
    let label = "  " + label
    if label.count > Self.column - 2 {
      return label + "\n" + indent + (lines.first ?? "") + rest
    }
    return label.padded(to: Self.column) + (lines.first ?? "") + rest
  }
}

extension String {
  var lines: [String] { split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

  fileprivate var isExamples: Bool { hasPrefix("Examples:\n") }

  /// All lines as one.
  fileprivate var onOneLine: String {
    lines.map { $0.drop { $0 == " " } }.joined(separator: " ")
  }

  /// What an example line says behind the command: words behind two spaces or more.
  fileprivate var remark: String? {
    let command = drop { $0 == " " }
    var spaces = 0
    for index in command.indices {
      if command[index] == " " {
        spaces += 1
      } else if spaces > 1 {
        return String(command[index...])
      } else {
        spaces = 0
      }
    }
    return nil
  }

  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  /// The words on lines of so many columns at most, as far as words are not longer.
  func wrapped(to width: Int) -> String {
    var result: [String] = []
    for word in split(separator: " ") {
      if let last = result.last, last.count + 1 + word.count <= width {
        result[result.count - 1] = last + " " + word
      } else {
        result.append(String(word))
      }
    }
    return result.joined(separator: "\n")
  }
}
