extension DiagnosticCode {
  /// The codes of bags, which personnel files are kept in.
  static let ofBags: [DiagnosticCode] = [
    bag(
      "bag-declaration",
      Message(
        uk: "Теку не названо пакетом BagIt так, як слід: `bagit.txt` немає або він не такий.",
        en: "A folder is not declared a bag as it should be: `bagit.txt` is missing or wrong."),
      Message(
        uk: "Візьміть пакет з іншої копії; якщо так його й отримано, поверніть тому, хто передав.",
        en: "Take the bag from another copy; where it came so, give it back.")),
    bag(
      "bag-version", severity: .note,
      Message(
        uk: "Пакет складено за старішою версією BagIt, ніж 1.0.",
        en: "A bag follows a version of BagIt before 1.0."),
      Message(
        uk: "Нічого: його перевірено за правилами тієї версії.",
        en: "Nothing: it was checked by that version.")),
    bag(
      "bag-manifest",
      Message(
        uk: "Маніфесту пакета немає або якийсь його рядок не такий, як має бути.",
        en: "A bag has no manifest, or a line of one is not as it should be."),
      Message(
        uk: "Візьміть маніфест з іншої копії пакета.",
        en: "Take the manifest from another copy of the bag.")),
    bag(
      "bag-path",
      Message(
        uk:
          "Шлях у пакеті веде за його межі, або назва така, якої не можна зберегти на кожній системі.",
        en: "A path leads out of a bag, or a name cannot be kept on every system."),
      Message(
        uk: "Не користуйтеся таким пакетом: за його межами нічого не прочитано.",
        en: "Do not use such a bag: nothing outside of it was read.")),
    bag(
      "bag-link",
      Message(
        uk: "У пакеті є посилання, канал або пристрій замість файлу.",
        en: "A bag has a link, a pipe or a device in the place of a file."),
      Message(
        uk: "Покладіть сам файл або візьміть пакет з іншої копії.",
        en: "Put the file itself there, or take the bag from another copy.")),
    bag(
      "bag-names", severity: .warning,
      Message(
        uk: "Дві назви в пакеті відрізняються лише регістром або формою літер.",
        en: "Two names in a bag differ only in case or normal form."),
      Message(
        uk: "Не копіюйте пакет на системи, що їх не розрізняють: один файл замінить інший.",
        en: "Do not copy the bag to systems that take them for one: a file would replace the other."
      )),
    bag(
      "bag-missing",
      Message(
        uk: "Файлу, який називає маніфест, у пакеті немає.",
        en: "A file that a manifest names is not in the bag."),
      Message(
        uk: "Поверніть файл з іншої копії пакета.", en: "Put the file back from another copy.")),
    bag(
      "bag-extra",
      Message(
        uk: "У пакеті є файл, якого маніфест не називає.",
        en: "A bag has a file that a manifest does not name."),
      Message(
        uk: "Вилучіть файл, якщо його не мало бути; інакше візьміть пакет з іншої копії.",
        en: "Remove the file if it does not belong there; else take the bag from another copy.")),
    bag(
      "bag-fixity",
      Message(
        uk: "Байти файлу не ті, що були, коли складено пакет.",
        en: "The bytes of a file are not what they were when the bag was made."),
      Message(
        uk: "Поверніть файл з іншої копії пакета.", en: "Put the file back from another copy.")),
    bag(
      "bag-fetch",
      Message(
        uk: "Частину пакета треба взяти з мережі (`fetch.txt`), чого програма не робить.",
        en: "A part of a bag is yet to be fetched (`fetch.txt`), which is not done here."),
      Message(
        uk: "Доповніть пакет програмою, якій довіряєте, і перевірте знову.",
        en: "Complete the bag with a program that you trust, and verify it again.")),
    bag(
      "bag-info",
      Message(
        uk: "`bag-info.txt` не читається або каже про пакет не те, що є.",
        en: "`bag-info.txt` cannot be read, or says of the bag what is not so."),
      Message(uk: "Візьміть файл з іншої копії пакета.", en: "Take the file from another copy.")),
  ]

  private static func bag(
    _ name: String, severity: Severity = .error, _ meaning: Message, _ remedy: Message
  ) -> DiagnosticCode {
    DiagnosticCode(
      name: name, severity: severity, about: .archive, meaning: meaning, remedy: remedy)
  }
}
