package import Diagnostics
package import YAML

/// What can be wrong with the shape of a plan, and how it is said.
package enum ReadFaults {
  static let saveAsUTF8 = Message(
    uk: "збережіть файл у кодуванні UTF-8 («Зберегти як…», кодування UTF-8)",
    en: "save the file as UTF-8 (\"Save as…\", encoding UTF-8)")

  /// Help for a list in which an item does not begin as items do.
  package static let beginItems = Message(
    uk: "почніть кожний елемент списку з нового рядка і знака «- »",
    en: "begin each item of the list on a new line with '- '")

  /// A character that no document may have.
  package static func forbiddenCharacter(
    _ scalar: Unicode.Scalar, in source: SourceFile, at range: SourceRange
  ) -> Diagnostic {
    let code = scalar.code
    let isBidirectional = (0x202A...0x2069).contains(scalar.value)
    return Diagnostic(
      code: isBidirectional ? "bidirectional-control" : "control-character", in: source, at: range,
      isBidirectional
        ? Message(
          uk: "знак \(code) міняє напрям письма і приховує справжній текст",
          en: "the character \(code) reorders the text and hides what it says")
        : Message(
          uk: "керувальний символ \(code) у документі неприпустимий",
          en: "the control character \(code) cannot stand in a document"),
      help: Message(uk: "вилучіть його", en: "delete it"))
  }

  /// Help for a name that is not known but near one that is.
  package static func perhaps(_ name: String, for written: String) -> Message {
    if let unseen = unseen(in: written) {
      return Message(
        uk: "напишіть «\(name)»; \(unseen.uk)", en: "write '\(name)'; \(unseen.en)")
    }
    guard looksAlike(name, written) else {
      return Message(uk: "можливо, мався на увазі «\(name)»", en: "perhaps '\(name)' was meant")
    }
    return name.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }
      ? Message(
        uk: "напишіть «\(name)» самими українськими літерами",
        en: "write '\(name)' in Ukrainian letters only")
      : Message(
        uk: "напишіть «\(name)» самими латинськими літерами",
        en: "write '\(name)' in Latin letters only")
  }

  /// Help for a word in which nobody sees a character; nil where all are seen.
  package static func unseen(in written: String) -> Message? {
    written.unicodeScalars.first(where: \.isUnseen).map { scalar in
      Message(
        uk: "вилучіть знак \(scalar.code), якого не видно",
        en: "delete the character \(scalar.code), which is not seen")
    }
  }

  /// What is said of something that is not what stands there in plans.
  package static func wrongType(expected: Message, found: Message) -> Message {
    Message(
      uk: "тут має бути \(expected.uk), а не \(found.uk)",
      en: "\(expected.en) is expected here, not \(found.en)")
  }
}

extension YAMLFault {
  /// Where the bracket or the quotation mark stands that was never closed: a better place to show
  /// than where the text at last made no more sense.
  package var opening: SourcePosition? {
    if problem == "could not find expected ':'" { return start }
    return ["while scanning a quoted scalar", "while parsing a flow"].contains(
      where: context.hasPrefix)
      && !problem.contains("escape") ? start : nil
  }
}
