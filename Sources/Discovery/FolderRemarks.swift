import Diagnostics

/// What is said of things in folders that are no plans, or cannot be taken.
extension Diagnostic {
  /// That a folder holds a name that is no text.
  static func unreadableName(in folder: String) -> Diagnostic {
    Diagnostic(
      code: "unreadable-name", file: folder,
      Message(
        uk: "у теці є назва, що не є текстом UTF-8",
        en: "the folder holds a name that is no UTF-8 text"),
      help: Message(uk: "перейменуйте файл", en: "rename the file"))
  }

  /// That a file looks like a plan and is not named as one.
  static func oddName(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, code: "odd-name", file: path,
      Message(
        uk: "цей файл не взято: назва плану закінчується на .yaml або .yml, латинкою й без пробілу",
        en:
          "this file is skipped: the name of a plan ends in .yaml or .yml, in Latin letters, with no space"
      ),
      help: Message(
        uk: "перейменуйте його або додайте до .pysarignore",
        en: "rename it, or name it in .pysarignore"))
  }

  /// That a folder is a bag (BagIt, RFC 8493): the plans in it are copies that are kept, and not to be built.
  static func bag(_ folder: String) -> Diagnostic {
    Diagnostic(
      .warning, code: "bag-skipped", file: folder,
      Message(
        uk: "пропущено: це пакет особової справи, плани в ньому – копії",
        en: "skipped: this is a bag of a personnel file, whose plans are copies"),
      help: Message(
        uk: "тримайте особові справи поза теками планів або назвіть їх теку в .pysarignore",
        en: "keep personnel files outside the folders of plans, or name theirs in .pysarignore"))
  }

  /// That a plan is a link out of the folders.
  static func link(_ name: String) -> Diagnostic {
    Diagnostic(
      .warning, code: "link-outside", file: name,
      Message(
        uk: "пропущено: це посилання на файл поза теками планів",
        en: "skipped: this is a link to a file outside the folders of plans"),
      help: Message(
        uk:
          "покладіть сам файл до теки або назвіть посилання; pysar build бере такі з --follow-links",
        en:
          "put the file itself there, or name the link; pysar build takes them with --follow-links")
    )
  }
}
