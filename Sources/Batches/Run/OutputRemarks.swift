import Diagnostics

extension Diagnostic {
  /// Something in the output folder is left alone because of a link.
  static func barred(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, code: "link-in-output", file: path,
      Message(
        uk: "на шляху стоїть символічне посилання: за ним нічого не шукано й не вилучено",
        en: "a symbolic link stands in the path: nothing behind it was looked for or removed"),
      help: Message(
        uk: "поставте на місце посилання справжню теку", en: "put a real folder in its place"))
  }

  /// A document has other bytes than were written.
  static func altered(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, code: "altered-document", file: path,
      Message(
        uk: "зміст документа не той, що його записав Pysar: документ складено заново",
        en: "the document's content is not what Pysar wrote: the document is built anew"))
  }

  /// A document that people have signed would be replaced.
  static func signed(_ path: String, by signature: String, _ plan: SourceFile) -> Diagnostic {
    let (uk, en) = path == signature ? ("", "") : (" («\(signature)»)", " ('\(signature)')")
    return Diagnostic(
      code: "signed-document", in: plan, at: nil,
      Message(
        uk: "«\(path)» уже підписано\(uk), тож документи цього плану не замінено",
        en: "'\(path)' is signed already\(en), so that the documents of this plan are not replaced"),
      help: Message(
        uk: "заберіть підписане з теки документів або поверніть план, яким його підписано",
        en:
          "take what is signed out of the folder of documents, or put back the plan as it was signed"
      ))
  }

  /// More documents would go than may.
  static func tooManyRemovals(_ count: Int, limit: Int, in folder: String) -> Diagnostic {
    Diagnostic(
      code: "too-many-removals", file: folder,
      Message(
        uk:
          "мали бути вилучені документи: \(count), а дозволено щонайбільше \(limit); не вилучено жодного",
        en: "\(count) documents were to be removed, at most \(limit) may be; none was removed"),
      help: Message(
        uk: "якщо так і треба: --max-prune \(count)",
        en: "if that is what is meant: --max-prune \(count)"))
  }
}
