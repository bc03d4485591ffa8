extension DiagnosticCode {
  /// The codes of many plans at once.
  static let ofBatches: [DiagnosticCode] = [
    DiagnosticCode(
      name: "same-output", severity: .error, about: .batch,
      meaning: Message(
        uk: "Два плани створили б один документ, або документ став би на місце плану чи звіту.",
        en:
          "Two plans would make one document, or a document would take the place of a plan or a report."
      ),
      remedy: Message(
        uk: "Перейменуйте один із планів або виберіть іншу теку.",
        en: "Rename one of the plans, or choose another folder.")),
    DiagnosticCode(
      name: "unwritable-output", severity: .error, about: .batch,
      meaning: Message(
        uk: "Документи плану не вдалося записати.",
        en: "The documents of a plan could not be written."),
      remedy: Message(
        uk: "Перевірте права на теку, місце на диску і чи не стоїть на місці документа тека.",
        en:
          "Check the folder’s permissions, the room on the disk, and whether a folder stands in a document’s place."
      )),
    DiagnosticCode(
      name: "unreadable-name", severity: .error, about: .batch,
      meaning: Message(
        uk: "У теці є назва, що не є текстом у UTF-8.",
        en: "A folder holds a name that is no text in UTF-8."),
      remedy: Message(
        uk: "Перейменуйте файл.",
        en: "Rename the file.")),
    DiagnosticCode(
      name: "odd-name", severity: .warning, about: .batch,
      meaning: Message(
        uk:
          "Файл у теці планів схожий на план, але його назва закінчується інакше, тож його не взято.",
        en:
          "A file in a folder of plans looks like one, but its name ends otherwise, and it was passed by."
      ),
      remedy: Message(
        uk: "Перейменуйте його на .yaml або назвіть у .pysarignore.",
        en: "Rename it to .yaml, or name it in .pysarignore.")),
    DiagnosticCode(
      name: "unreadable-state", severity: .warning, about: .batch,
      meaning: Message(
        uk:
          "Записи про попередні запуски пошкоджено чи лишено іншою версією, тож усе складено заново.",
        en:
          "The record of former runs is damaged or another version’s, and everything was built anew."
      ),
      remedy: Message(
        uk: "Вилучіть самі документи планів, які з того часу зникли.",
        en: "Remove the documents of plans that have gone since.")),
  ]
}
