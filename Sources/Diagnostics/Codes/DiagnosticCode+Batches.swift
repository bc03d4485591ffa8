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
      name: "unreadable-name", severity: .error, about: .access,
      meaning: Message(
        uk: "У теці є назва, що не є текстом у UTF-8.",
        en: "A folder holds a name that is no text in UTF-8."),
      remedy: Message(
        uk: "Перейменуйте файл.",
        en: "Rename the file.")),
    DiagnosticCode(
      name: "signed-document", severity: .error, about: .batch,
      meaning: Message(
        uk: "Документ плану вже підписано, тож новий на його місце не поставлено.",
        en: "A document of the plan is signed, and a new one was not put in its place."),
      remedy: Message(
        uk: "Заберіть підписане з теки документів або поверніть план, яким його підписано.",
        en:
          "Take what is signed out of the folder of documents, or put back the plan as it was signed."
      )),
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
      name: "unportable-name", severity: .warning, about: .batch,
      meaning: Message(
        uk: "На іншій файловій системі назва збігається з іншою або неможлива.",
        en: "On another file system the name is the same as another, or impossible."),
      remedy: Message(
        uk: "Перейменуйте файл чи теку, доки їх не перенесено до архіву чи на інший комп’ютер.",
        en: "Rename the file or folder before it goes to an archive or another computer.")),
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
    DiagnosticCode(
      name: "altered-document", severity: .warning, about: .batch,
      meaning: Message(
        uk: "Зміст документа не той, що його записав Pysar: документ складено заново (--verify).",
        en: "A document has other bytes than were written, and was built anew (--verify)."),
      remedy: Message(
        uk: "З’ясуйте, хто змінив документ.",
        en: "Find out who has changed the document.")),
    DiagnosticCode(
      name: "foreign-state", severity: .warning, about: .batch,
      meaning: Message(
        uk: "Записи про попередні запуски належать іншому користувачеві, тож усе складено заново.",
        en: "The record of former runs belongs to another user, and everything was built anew."),
      remedy: Message(
        uk: "Запускайте від одного користувача.",
        en: "Run as one user always.")),
    DiagnosticCode(
      name: "foreign-folder", severity: .warning, about: .batch,
      meaning: Message(
        uk:
          "Теку документів, у яку пише root, має інший користувач: він може підмінити в ній будь-що.",
        en:
          "The output folder that root writes to is another user's, who can replace anything in it."
      ),
      remedy: Message(
        uk: "Запускайте від власника теки.", en: "Run as the owner of the folder.")),
    DiagnosticCode(
      name: "link-in-output", severity: .warning, about: .batch,
      meaning: Message(
        uk: "У теці документів стоїть символічне посилання: за ним нічого не шукано й не вилучено.",
        en:
          "A symbolic link stands in the output folder: nothing behind it was looked for or removed."
      ),
      remedy: Message(
        uk: "Поставте на місце посилання справжню теку.",
        en: "Put a real folder in its place.")),
    DiagnosticCode(
      name: "link-outside", severity: .warning, about: .batch,
      meaning: Message(
        uk: "План є посиланням на файл поза теками планів, його пропущено.",
        en: "A plan is a link to a file outside the folders of plans, and was skipped."),
      remedy: Message(
        uk:
          "Покладіть сам файл до теки або назвіть посилання; pysar build бере такі з --follow-links.",
        en:
          "Put the file itself there, or name the link; pysar build takes them with --follow-links."
      )),
    DiagnosticCode(
      name: "bag-skipped", severity: .warning, about: .batch,
      meaning: Message(
        uk: "Пакет особової справи лежить серед планів, його пропущено: плани в ньому – копії.",
        en: "A bag of a personnel file lies among plans, and was skipped: its plans are copies."),
      remedy: Message(
        uk: "Тримайте особові справи поза теками планів або назвіть їх теку в .pysarignore.",
        en: "Keep personnel files outside the folders of plans, or name theirs in .pysarignore.")),
    DiagnosticCode(
      name: "more-findings", severity: .note, about: .batch,
      meaning: Message(
        uk: "Знахідок одного плану більше, ніж показано.",
        en: "A plan has more findings than are shown."),
      remedy: Message(
        uk: "Виправте показані й перевірте ще раз.",
        en: "Mend those that are shown, and check again.")),
    DiagnosticCode(
      name: "too-many-removals", severity: .error, about: .batch,
      meaning: Message(
        uk: "Мало бути вилучено більше документів, ніж дозволено; не вилучено жодного.",
        en: "More documents were to be removed than may be; none was removed."),
      remedy: Message(
        uk: "Якщо так і треба, задайте --max-prune.",
        en: "If that is what is meant, give --max-prune.")),
    DiagnosticCode(
      name: "too-much-to-keep", severity: .error, about: .batch,
      meaning: Message(
        uk: "Про один файл довелося б зберегти більше, ніж дозволено.",
        en: "More would have to be kept of one file than may be."),
      remedy: Message(
        uk: "Поділіть його на кілька файлів.",
        en: "Split it into several files.")),
  ]
}
