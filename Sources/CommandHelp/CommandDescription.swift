internal import Markup

/// A command as the argument parser describes it (`--experimental-dump-help`).
package struct CommandDescription: Sendable {
  /// What it can be given.
  struct Argument: Sendable {
    /// Short names first, with their hyphens; none for what has a place only.
    var names: [String] = []
    var kind = ""
    var value = ""
    var abstract = ""
    var discussion = ""
    var defaultValue = ""
    var isShown = true
    var isRepeating = false

    /// Whether it takes a flag back: `--no-sync`.
    var isReverse: Bool { kind == "flag" && names.allSatisfy { $0.hasPrefix("--no-") } }

    /// How it is written: `-o, --output <path>`.
    var label: String {
      let value = kind == "flag" ? "" : "<\(value)>"
      return ([names.joined(separator: ", "), value]).filter { !$0.isEmpty }
        .joined(separator: " ")
    }
  }

  var name = ""
  var abstract = ""
  var discussion = ""
  var arguments: [Argument] = []
  var commands: [CommandDescription] = []

  /// Reads the description of a program.
  ///
  /// - Throws: `JSONFault` where it is none.
  package init(_ dump: String) throws {
    var reader = JSONReader(Array(dump.utf8)[...])
    var root: CommandDescription?
    try reader.object { reader, key throws(JSONFault) in
      if key == "command" {
        root = try CommandDescription(&reader)
      } else {
        try reader.skip()
      }
    }
    guard let root else { throw reader.fault }
    self = root
  }

  private init(_ reader: inout JSONReader) throws(JSONFault) {
    try reader.object { reader, key throws(JSONFault) in
      switch key {
      case "commandName": name = try reader.string()
      case "abstract": abstract = try reader.string()
      case "discussion": discussion = try reader.string()
      case "arguments":
        try reader.array { reader throws(JSONFault) in arguments.append(try Argument(&reader)) }
      case "subcommands":
        try reader.array { reader throws(JSONFault) in
          commands.append(try CommandDescription(&reader))
        }
      default: try reader.skip()
      }
    }
  }

  /// The names of its commands.
  package var commandNames: [String] { commands.map(\.name) }

  /// The first word behind `help` that is no command, and the commands that might stand there; nil
  /// where all are.
  package func unknownTopic(in arguments: [String]) -> (word: String, commands: [String])? {
    guard arguments.first == "help" else { return nil }
    var command = self
    for word in arguments.dropFirst() where !word.hasPrefix("-") {
      guard let next = command.commands.first(where: { $0.name == word }) else {
        return (word, command.commandNames)
      }
      command = next
    }
    return nil
  }

  /// The command that a command line asks for, and the names that lead to it.
  func command(in arguments: [String]) -> (path: [String], command: CommandDescription) {
    var (path, command) = ([name], self)
    for argument in arguments where argument != "help" {
      guard let next = command.commands.first(where: { $0.name == argument }) else { break }
      path.append(argument)
      command = next
    }
    return (path, command)
  }
}

extension CommandDescription.Argument {
  fileprivate init(_ reader: inout JSONReader) throws(JSONFault) {
    try reader.object { reader, key throws(JSONFault) in
      switch key {
      case "kind": kind = try reader.string()
      case "valueName": value = try reader.string()
      case "abstract": abstract = try reader.string()
      case "discussion": discussion = try reader.string()
      case "defaultValue": defaultValue = try reader.string()
      case "shouldDisplay": isShown = try reader.boolean()
      case "isRepeating": isRepeating = try reader.boolean()
      case "names":
        try reader.array { reader throws(JSONFault) in
          var (kind, name) = ("", "")
          try reader.object { reader, key throws(JSONFault) in
            switch key {
            case "kind": kind = try reader.string()
            case "name": name = try reader.string()
            default: try reader.skip()
            }
          }
          names.append((kind == "long" ? "--" : "-") + name)
        }
      default: try reader.skip()
      }
    }
    names.sort { ($0.count, $0) < ($1.count, $1) }
  }
}
