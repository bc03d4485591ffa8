extension DiagnosticCode {
  /// The codes of slips of the hand that the text hides.
  static let ofSlips: [DiagnosticCode] = [
    DiagnosticCode(
      name: "not-a-text", severity: .error, about: .file,
      meaning: Message(
        uk: "Це документ Word, Excel, PDF чи зображення, а не план.",
        en: "This is a Word, Excel or PDF document, or a picture, and no plan."),
      remedy: Message(
        uk: "Перенесіть слова до зразка, який дає pysar new.",
        en: "Copy the words into the example that pysar new prints.")),
    DiagnosticCode(
      name: "line-separator", severity: .error, about: .file,
      meaning: Message(
        uk: "Знак, якого не видно, розриває рядок.",
        en: "A character that is not seen breaks the line."),
      remedy: Message(
        uk: "Замініть його пробілом або новим рядком.",
        en: "Put a space or a new line in its place.")),
    DiagnosticCode(
      name: "odd-space", severity: .error, about: .file,
      meaning: Message(
        uk: "Пробіл, якого YAML не знає, стоїть там, де має бути звичайний.",
        en: "White space that YAML does not know stands where an ordinary space has to."),
      remedy: Message(
        uk: "Замініть його звичайним пробілом.",
        en: "Type an ordinary space.")),
    DiagnosticCode(
      name: "tag", severity: .error, about: .plan,
      meaning: Message(
        uk: "Слово з «!» на початку YAML бере собі, і в документі його немає.",
        en: "A word that begins with `!` is taken by YAML for itself, and is not in the document."),
      remedy: Message(
        uk: "Якщо це текст, візьміть значення в лапки; якщо ні, вилучіть.",
        en: "If it is text, put the value in quotation marks; if not, delete it.")),
    DiagnosticCode(
      name: "unused-anchor", severity: .warning, about: .plan,
      meaning: Message(
        uk: "Слово з «&» на початку YAML бере за позначку, на яку ніщо не посилається.",
        en: "A word that begins with `&` is taken for an anchor, and nothing refers to it."),
      remedy: Message(
        uk: "Якщо це текст, візьміть значення в лапки; якщо ні, вилучіть.",
        en: "If it is text, put the value in quotation marks; if not, delete it.")),
    DiagnosticCode(
      name: "comma-in-text", severity: .error, about: .plan,
      meaning: Message(
        uk: "Кома в дужках розділила текст надвоє.",
        en: "A comma in brackets has split a text in two."),
      remedy: Message(
        uk: "Візьміть текст у лапки або запишіть рядками.",
        en: "Put the text in quotation marks, or write it in lines.")),
    DiagnosticCode(
      name: "unpaired-quote", severity: .warning, about: .plan,
      meaning: Message(
        uk: "У тексті одна лапка без пари.",
        en: "A text has one quotation mark alone."),
      remedy: Message(
        uk: "Допишіть другу або вилучіть цю.",
        en: "Write the other one, or delete this one.")),
    DiagnosticCode(
      name: "tab-in-text", severity: .warning, about: .plan,
      meaning: Message(
        uk: "У тексті стоїть табуляція – слід таблиці, скопійованої з Word чи Excel.",
        en: "A text has a tab in it, a trace of a table copied from Word or Excel."),
      remedy: Message(
        uk: "Запишіть кожну клітинку окремим значенням або поставте пробіл.",
        en: "Write each cell as a value of its own, or type a space.")),
    DiagnosticCode(
      name: "near-allow", severity: .warning, about: .plan,
      meaning: Message(
        uk: "Коментар схожий на дозвіл відступити від правила, але не є ним.",
        en: "A comment resembles a leave to depart from a rule, and is none."),
      remedy: Message(
        uk: "Напишіть точно так: `# pysar: allow правило – причина`.",
        en: "Write exactly so: `# pysar: allow rule — reason`.")),
    DiagnosticCode(
      name: "unknown-attribute", severity: .error, about: .plan,
      meaning: Message(
        uk: "XML має атрибут, якого Pysar не пише.",
        en: "The XML has an attribute that Pysar does not write."),
      remedy: Message(
        uk: "Змініть план, а не його XML.",
        en: "Change the plan and not its XML.")),
  ]
}
