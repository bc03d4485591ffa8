extension DiagnosticCode {
  /// The codes of personnel files.
  static let ofArchives: [DiagnosticCode] = [
    DiagnosticCode(
      name: "archive-unsigned", severity: .warning, about: .archive,
      meaning: Message(
        uk: "План не підписано всіма, хто має, тож до особової справи його не взято.",
        en: "A plan is not signed by all who must, and was not taken to the personnel file."),
      remedy: Message(
        uk: "Впишіть дати підписів; хто їх ще не поставив, каже `pysar status`.",
        en: "Write down the days of the signatures; `pysar status` says whose are missing.")),
    DiagnosticCode(
      name: "archive-namesake", severity: .error, about: .archive,
      meaning: Message(
        uk: "Не видно, чи два плани однієї людини, чи двох з однаковим ім’ям.",
        en: "It does not show whether two plans are of one person, or of two of one name."),
      remedy: Message(
        uk: "Дайте службовцям ідентифікатори (`службовець/ідентифікатор`).",
        en: "Give the servants identifiers (`servant/id`).")),
    DiagnosticCode(
      name: "archive-person", severity: .error, about: .archive,
      meaning: Message(
        uk:
          "Документ – про іншу особу, ніж справа з цим ідентифікатором або план, на який він посилається.",
        en:
          "A document is of another person than the file of its identifier, or the plan that it refers to."
      ),
      remedy: Message(
        uk: "Виправте ідентифікатор чи ім’я; якщо ім’я змінилося, передайте з `--renamed`.",
        en: "Mend the identifier or the name; where the name has changed, export with `--renamed`.")
    ),
    DiagnosticCode(
      name: "archive-several", severity: .error, about: .archive,
      meaning: Message(
        uk: "У файлі кілька планів, а до особових справ беруть файл одного.",
        en: "A file has several plans, and personnel files take a file of one."),
      remedy: Message(
        uk: "Покладіть кожний план до окремого файлу.", en: "Put each plan into a file of its own.")
    ),
    DiagnosticCode(
      name: "archive-differs", severity: .error, about: .archive,
      meaning: Message(
        uk: "Документ уже є в особовій справі, але з іншим змістом.",
        en: "A document is in the personnel file already, with other content."),
      remedy: Message(
        uk: "Поверніть файл, яким його передано, або складіть переглянутий план (`pysar revise`).",
        en: "Put back the file as it was handed over, or write a revised plan (`pysar revise`).")),
    DiagnosticCode(
      name: "archive-chain", severity: .error, about: .archive,
      meaning: Message(
        uk: "Пакети однієї справи не продовжують один одного: якогось немає, або його замінено.",
        en: "The bags of a file do not follow each other: one is gone, or was replaced."),
      remedy: Message(
        uk: "Поверніть пакет з іншої копії особових справ.",
        en: "Put the bag back from another copy of the personnel files.")),
    DiagnosticCode(
      name: "archive-inventory", severity: .error, about: .archive,
      meaning: Message(
        uk: "Опис справи не збігається з тим, що в ній є.",
        en: "The inventory of a file does not agree with what is in it."),
      remedy: Message(
        uk: "Візьміть пакет з іншої копії особових справ.",
        en: "Take the bag from another copy of the personnel files.")),
    DiagnosticCode(
      name: "archive-foreign", severity: .warning, about: .archive,
      meaning: Message(
        uk: "У теці особових справ є щось, що їм не належить.",
        en: "A folder of personnel files holds something that does not belong there."),
      remedy: Message(
        uk: "Заберіть його звідти, щоб воно не потрапило до архіву.",
        en: "Take it away, so that it does not come into an archive.")),
    DiagnosticCode(
      name: "archive-data", severity: .note, about: .archive,
      meaning: Message(
        uk:
          "Державний архів питає, а справи не кажуть: індекс справи, строк зберігання, гриф доступу.",
        en:
          "A state archive asks, and the files do not say: the case index, the retention, the access mark."
      ),
      remedy: Message(
        uk:
          "Їх знає лише орган: назвіть `--case-index`, `--retention` і, якщо він є, `--access`, коли передаєте плани.",
        en:
          "Only the body knows them: give `--case-index`, `--retention` and, where there is one, `--access` when plans are exported."
      )),
    DiagnosticCode(
      name: "sip-present", severity: .error, about: .archive,
      meaning: Message(
        uk: "У теці вже є пакет подання цієї справи.",
        en: "The folder has a submission package of this file already."),
      remedy: Message(
        uk: "Заберіть його або назвіть іншу теку: складених пакетів програма не змінює.",
        en: "Take it away, or name another folder: packages once made are never changed.")),
  ]
}
