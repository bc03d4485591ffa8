/// How much a finding weighs.
package enum Severity: String, Sendable, CaseIterable, Comparable {
  /// Worth knowing.
  case note
  /// Against a recommendation, or probably not meant.
  case warning
  /// The document would be unlawful or wrong; nothing is made of it.
  case error

  /// Whether one severity weighs less than another.
  package static func < (left: Self, right: Self) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// A language that Pysar speaks to its users.
package enum Language: String, Sendable, CaseIterable {
  /// Ukrainian.
  case uk
  /// English.
  case en
}

/// A sentence in both languages: lower case, no full stop, the rule and the value that was found.
package struct Message: Sendable, Equatable {
  /// The Ukrainian text.
  package var uk: String
  /// The English text.
  package var en: String

  /// Makes a message.
  package init(uk: String, en: String) {
    self.uk = uk
    self.en = en
  }

  /// The same with the middle of each text left out where it is longer than a reader has patience.
  fileprivate var shortened: Message {
    uk.utf8.count <= Self.limit && en.utf8.count <= Self.limit
      ? self : Message(uk: Self.shortened(uk), en: Self.shortened(en))
  }

  /// How long a text may be, in bytes of UTF-8.
  private static let limit = 2000

  private static func shortened(_ text: String) -> String {
    text.utf8.count <= limit ? text : "\(text.prefix(400)) … \(text.suffix(200))"
  }

  /// The text in a language.
  package subscript(language: Language) -> String {
    switch language {
    case .uk: uk
    case .en: en
    }
  }
}

/// What is wrong with a user's file, from its first byte to the last rule: the one type for it.
package struct Diagnostic: Sendable, Equatable {
  /// How much it weighs.
  package var severity: Severity
  /// The stable name of this sort of finding: `unknown-key`.
  package var code: String
  /// The name of the file that it is about.
  package var file: String
  /// The place, or nil where the whole file is meant.
  package var range: SourceRange?
  /// The line at that place as it stands in the file, or a stretch of it; empty where there is none.
  package var excerpt: String
  /// How many characters of the line stand before the excerpt.
  package var excerptStart: Int
  /// What is wrong.
  package var message: Message
  /// The other plan, where two are wrong beside each other.
  package var other: Place?
  /// How often it is repeated, where that is told with it.
  package var repetition: Repetition?
  /// How to mend it: a verb phrase.
  package var help: Message?
  /// The clause of law that it rests on, for people.
  package var citation: Citation?

  /// Makes a diagnostic; the excerpt is taken from the source.
  package init(
    _ severity: Severity = .error, code: String, in source: SourceFile, at range: SourceRange?,
    _ message: Message, help: Message? = nil, citation: Citation? = nil
  ) {
    self.severity = severity
    self.code = code
    self.file = source.name
    let range = range.map(source.within)
    self.range = range
    (excerpt, excerptStart) = range.map { source.excerpt(at: $0.start) } ?? ("", 0)
    self.message = message.shortened
    self.help = help?.shortened
    self.citation = citation
  }

  /// Makes a diagnostic of a file, or a folder, as a whole.
  package init(
    _ severity: Severity = .error, code: String, file: String, _ message: Message,
    help: Message? = nil, citation: Citation? = nil
  ) {
    self.init(
      severity, code: code, in: SourceFile(name: file, bytes: []), at: nil, message, help: help,
      citation: citation)
  }
}

extension Diagnostic {
  /// A place in a file.
  package struct Place: Sendable, Equatable {
    /// The name of the file.
    package var file: String
    /// The place.
    package var range: SourceRange

    /// Makes a place.
    package init(file: String, range: SourceRange) {
      self.file = file
      self.range = range
    }
  }
}

/// A value together with everything that was found wrong on the way to it.
package struct Diagnosed<Value> {
  /// What was made; nil where nothing could be.
  package let value: Value?
  /// What was found, in the order of its places.
  package let diagnostics: [Diagnostic]

  /// Makes a diagnosed value.
  package init(_ value: Value?, _ diagnostics: [Diagnostic]) {
    self.value = value
    self.diagnostics = diagnostics
  }
}

extension Diagnosed: Sendable where Value: Sendable {}

extension [Diagnostic] {
  /// Whether one of them forbids making anything of the file.
  package var hasErrors: Bool { contains { $0.severity == .error } }

  /// The diagnostics by place; those of one place keep their order.
  package func sortedByPlace() -> [Diagnostic] {
    if count < 2 { return self }
    return enumerated().sorted { left, right in
      let a = left.element.range?.start ?? SourcePosition(line: 0, column: 0)
      let b = right.element.range?.start ?? SourcePosition(line: 0, column: 0)
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
  }
}
