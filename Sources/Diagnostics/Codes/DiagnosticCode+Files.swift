extension DiagnosticCode {
  /// The codes of files that plans are in.
  static let ofFiles: [DiagnosticCode] = [
    DiagnosticCode(
      name: "no-such-file", severity: .error, about: .access,
      meaning: Message(
        uk: "Файлу з такою назвою немає.",
        en: "There is no file of that name."),
      remedy: Message(
        uk: "Перевірте шлях і назву; команда шукає їх від поточної теки.",
        en: "Check the path and the name; they are looked for from the current folder.")),
    DiagnosticCode(
      name: "is-folder", severity: .error, about: .access,
      meaning: Message(
        uk: "Назвали теку там, де потрібен файл.",
        en: "A folder was named where a file is needed."),
      remedy: Message(
        uk: "Назвіть файли плану в ній; теку цілком беруть check, build і deadlines.",
        en: "Name the plans in it; check, build and deadlines take a whole folder.")),
    DiagnosticCode(
      name: "not-a-file", severity: .error, about: .access,
      meaning: Message(
        uk: "Це пристрій, канал чи сокет, а не звичайний файл.",
        en: "It is a device, a pipe or a socket, not a regular file."),
      remedy: Message(
        uk: "Подайте план через стандартне введення: pysar render -.",
        en: "Pass the plan on standard input: pysar render -.")),
    DiagnosticCode(
      name: "unreadable-file", severity: .error, about: .access,
      meaning: Message(
        uk: "Файл є, але система не дає його читати.",
        en: "The file is there, and the system does not let it be read."),
      remedy: Message(
        uk: "Перевірте права доступу і диск.",
        en: "Check its permissions and the disk.")),
    DiagnosticCode(
      name: "file-too-large", severity: .error, about: .access,
      meaning: Message(
        uk: "Файл більший, ніж може бути план.",
        en: "The file is larger than a plan can be."),
      remedy: Message(
        uk: "Поділіть його на кілька файлів.",
        en: "Split it into several files.")),
    DiagnosticCode(
      name: "utf-16", severity: .error, about: .file,
      meaning: Message(
        uk: "Файл збережено в UTF-16, як робить «Блокнот» із кодуванням Unicode.",
        en: "The file is UTF-16, as Notepad saves “Unicode”."),
      remedy: Message(
        uk: "Збережіть його в UTF-8.",
        en: "Save it as UTF-8.")),
    DiagnosticCode(
      name: "windows-1251", severity: .error, about: .file,
      meaning: Message(
        uk: "Файл збережено не в UTF-8, найімовірніше у Windows-1251.",
        en: "The file is not UTF-8, most likely Windows-1251."),
      remedy: Message(
        uk: "Збережіть його в UTF-8.",
        en: "Save it as UTF-8.")),
    DiagnosticCode(
      name: "invalid-utf-8", severity: .error, about: .file,
      meaning: Message(
        uk: "У файлі є байти, що не є текстом у UTF-8.",
        en: "The file holds bytes that are no text in UTF-8."),
      remedy: Message(
        uk: "Збережіть його в UTF-8; якщо його пошкоджено, відновіть із копії.",
        en: "Save it as UTF-8; if it is damaged, restore it from a copy.")),
    DiagnosticCode(
      name: "double-encoding", severity: .error, about: .file,
      meaning: Message(
        uk:
          "Файл у UTF-8 прочитали в іншому кодуванні й знову зберегли: замість «вид» у ньому «РІРёРґ» або «Ð²Ð¸Ð´».",
        en:
          "A file in UTF-8 was read in another encoding and saved again: “вид” has become “РІРёРґ” or “Ð²Ð¸Ð´”."
      ),
      remedy: Message(
        uk:
          "Відновіть файл із копії або відкрийте первісний у кодуванні UTF-8 і збережіть його знову.",
        en: "Restore the file from a copy, or open the original as UTF-8 and save it again.")),
    DiagnosticCode(
      name: "control-character", severity: .error, about: .file,
      meaning: Message(
        uk: "У тексті є керувальний символ, якого в документі бути не може.",
        en: "The text holds a control character, which no document can have."),
      remedy: Message(
        uk: "Вилучіть знак; часто він приходить із буфера обміну.",
        en: "Delete it; it often comes with what was pasted.")),
    DiagnosticCode(
      name: "bidirectional-control", severity: .error, about: .file,
      meaning: Message(
        uk: "У тексті є знак, що міняє напрям письма, і на папері стояло б не те, що у файлі.",
        en:
          "The text holds a character that reverses the direction of writing: paper would not show what the file says."
      ),
      remedy: Message(
        uk: "Вилучіть знак.",
        en: "Delete it.")),
    DiagnosticCode(
      name: "tab", severity: .error, about: .file,
      meaning: Message(
        uk: "Рядок починається з табуляції, а YAML знає лише пробіли.",
        en: "A line begins with a tab, and YAML knows only spaces."),
      remedy: Message(
        uk: "Замініть табуляцію пробілами.",
        en: "Replace it by spaces.")),
    DiagnosticCode(
      name: "yaml-syntax", severity: .error, about: .file,
      meaning: Message(
        uk:
          "Це місце не читається як YAML: незакриті лапки чи дужка, двокрапка в тексті, зсунутий відступ.",
        en:
          "This place cannot be read as YAML: an open quotation mark or bracket, a colon within a text, a line out of place."
      ),
      remedy: Message(
        uk: "Візьміть текст у лапки, закрийте їх, вирівняйте рядок за сусідніми.",
        en: "Put the text in quotation marks, close them, align the line with those around it.")),
    DiagnosticCode(
      name: "alias-bomb", severity: .error, about: .file,
      meaning: Message(
        uk: "Посилання «*» розгортаються в текст, надто великий для цього файлу.",
        en: "The aliases (`*`) expand to far more than the file could mean."),
      remedy: Message(
        uk: "Напишіть значення без посилань.",
        en: "Write the values without aliases.")),
    DiagnosticCode(
      name: "bad-alias", severity: .error, about: .file,
      meaning: Message(
        uk:
          "Посилання «*» вказує на позначку «&», якої перед ним немає або всередині якої воно стоїть.",
        en: "An alias (`*`) refers to an anchor (`&`) that is not before it, or that it stands in."),
      remedy: Message(
        uk: "Напишіть саме значення; якщо «*» – частина тексту, візьміть його в лапки.",
        en: "Write the value itself; if the `*` belongs to a text, put it in quotation marks.")),
    DiagnosticCode(
      name: "xml-syntax", severity: .error, about: .file,
      meaning: Message(
        uk: "Файл XML, який подали замість плану, не читається.",
        en: "A file of XML, given for a plan, cannot be read."),
      remedy: Message(
        uk: "Створіть його знову з плану: pysar render --format xml.",
        en: "Write it again from the plan: pysar render --format xml.")),
    DiagnosticCode(
      name: "changed-rendition", severity: .warning, about: .file,
      meaning: Message(
        uk: "XML не такий, яким його пише Pysar: хтось його змінив.",
        en: "The XML is not as Pysar writes it: someone has changed it."),
      remedy: Message(
        uk: "Змініть план, а не його XML, і створіть XML знову.",
        en: "Change the plan and not its XML, and write the XML again.")),
    DiagnosticCode(
      name: "empty-file", severity: .error, about: .file,
      meaning: Message(
        uk: "У файлі немає жодного плану.",
        en: "There is no plan in the file."),
      remedy: Message(
        uk: "Зразок плану дає pysar new.",
        en: "pysar new writes an example.")),
    DiagnosticCode(
      name: "too-many-values", severity: .error, about: .file,
      meaning: Message(
        uk:
          "У файлі більше значень, ніж читається з одного: понад 200 тисяч елементів планів.",
        en:
          "The file holds more values than are read of one: over 200,000 elements of plans."
      ),
      remedy: Message(
        uk: "Поділіть його на кілька файлів.", en: "Split it into several files.")),
    DiagnosticCode(
      name: "too-much-text", severity: .error, about: .file,
      meaning: Message(
        uk: "У плані більше тексту, ніж читається: понад 4 МБ.",
        en: "The plan has more text than is read: over 4 MB."),
      remedy: Message(
        uk: "Скоротіть тексти або поділіть план.",
        en: "Shorten its texts, or split the plan.")),
    DiagnosticCode(
      name: "too-many-errors", severity: .error, about: .file,
      meaning: Message(
        uk: "Помилок стільки, що решту файлу не перевірено.",
        en: "There are so many errors that the rest was not checked."),
      remedy: Message(
        uk: "Виправте показані й перевірте файл знову.",
        en: "Mend those that are shown, and check it again.")),
  ]
}
