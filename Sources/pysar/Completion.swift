import ArgumentParser
import Diagnostics
import Files
import Forms
import Renditions
import Rules
import Schemas

/// What the shell offers that only the templates know, those of `--templates` among them.
enum Completion {
  /// The names of kinds, in both languages.
  static let kinds = CompletionKind.custom { arguments, _, _ in
    library(arguments).map { $0.allNames } ?? []
  }

  /// The words that have examples: the names of kinds, and others.
  static let examples = CompletionKind.custom { arguments, _, _ in
    library(arguments).map { $0.allNames + $0.allExamples } ?? []
  }

  /// The names of forms.
  static let forms = CompletionKind.custom { arguments, _, _ in
    guard let kinds = library(arguments) else { return [] }
    let reader = FormReader(folders: kinds.folders)
    return Set(
      kinds.names.flatMap { kinds.kind(named: $0)?.value.map(reader.names) ?? [] }
    ).sorted()
  }

  /// The names of rules, with their packs.
  static let rules = CompletionKind.custom { arguments, _, _ in
    library(arguments).flatMap { RulePackReader($0).read().value?.rules.map(\.id) } ?? []
  }

  private static func library(_ arguments: [String]) -> KindLibrary? {
    guard let builtIn = try? Installation.templates() else { return nil }
    let own = zip(arguments, arguments.dropFirst()).filter { $0.0 == "--templates" }.map(\.1)
    return KindLibrary(folders: TemplateFolders([builtIn] + own))
  }
}
