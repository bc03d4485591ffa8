extension DiagnosticCode {
  /// The codes of what is written in a plan.
  static let ofValues: [DiagnosticCode] = [
    DiagnosticCode(
      name: "letter-not-in-font", severity: .error, about: .plan,
      meaning: Message(
        uk: "У шрифті, яким набирають PDF, немає такого знака.",
        en: "The font that PDF is set in does not have the letter."),
      remedy: Message(
        uk: "Замініть знак або назвіть теку з іншим шрифтом: `--font`.",
        en: "Replace the letter, or name a folder with another font: `--font`.")),
    DiagnosticCode(
      name: "unknown-value", severity: .error, about: .plan,
      meaning: Message(
        uk: "Слова немає серед тих, які тут можливі.",
        en: "The word is none of those that may stand here."),
      remedy: Message(
        uk: "Виберіть одне з перелічених.",
        en: "Take one of those listed.")),
    DiagnosticCode(
      name: "text-too-short", severity: .error, about: .plan,
      meaning: Message(
        uk: "Текст порожній або коротший, ніж має бути.",
        en: "The text is empty, or shorter than it may be."),
      remedy: Message(
        uk: "Допишіть його.",
        en: "Complete it.")),
    DiagnosticCode(
      name: "wrong-boolean", severity: .error, about: .plan,
      meaning: Message(
        uk: "Тут має бути «так» або «ні».",
        en: "Yes or no is expected here."),
      remedy: Message(
        uk: "Напишіть «так» або «ні» (true або false).",
        en: "Write `true` or `false` (`так` or `ні`).")),
    DiagnosticCode(
      name: "wrong-number", severity: .error, about: .plan,
      meaning: Message(
        uk: "Тут має бути ціле число.",
        en: "A whole number is expected here."),
      remedy: Message(
        uk: "Напишіть його цифрами, без одиниць.",
        en: "Write it in digits, without units.")),
    DiagnosticCode(
      name: "number-out-of-range", severity: .error, about: .plan,
      meaning: Message(
        uk: "Число більше або менше, ніж тут можливо.",
        en: "The number is larger or smaller than it may be here."),
      remedy: Message(
        uk: "Перевірте його.",
        en: "Check it.")),
    DiagnosticCode(
      name: "wrong-date", severity: .error, about: .plan,
      meaning: Message(
        uk: "Це не дата, яку можна прочитати.",
        en: "This is no date that can be read."),
      remedy: Message(
        uk: "Напишіть 2020-12-20, 20.12.2020 або 20 грудня 2020 р.",
        en: "Write 2020-12-20, 20.12.2020 or 20 грудня 2020 р.")),
    DiagnosticCode(
      name: "impossible-date", severity: .error, about: .plan,
      meaning: Message(
        uk: "Такого дня в календарі немає.",
        en: "The calendar has no such day."),
      remedy: Message(
        uk: "Перевірте число і місяць.",
        en: "Check the day and the month.")),
    DiagnosticCode(
      name: "unknown-deadline", severity: .warning, about: .plan,
      meaning: Message(
        uk: "Слова про строк не зрозумілі, тож ні календар, ні правила про них не знають.",
        en: "The words for a deadline are not understood: neither calendars nor rules know of them."
      ),
      remedy: Message(
        uk: "Напишіть строк звичними словами: «до 15 листопада», «II квартал», «щомісяця».",
        en: "Put it in usual words: «до 15 листопада», «II квартал», «щомісяця».")),
    DiagnosticCode(
      name: "ditto", severity: .error, about: .plan,
      meaning: Message(
        uk: "Над позначкою «те саме» немає значення, яке вона повторює.",
        en: "There is no value above a ditto mark that it could repeat."),
      remedy: Message(
        uk: "Напишіть саме значення.",
        en: "Write the value itself.")),
    DiagnosticCode(
      name: "ditto-bomb", severity: .error, about: .plan,
      meaning: Message(
        uk: "Позначки «те саме» повторюють більше, ніж може означати файл такого розміру.",
        en: "The ditto marks repeat more than a file of this size could mean."),
      remedy: Message(
        uk: "Напишіть самі значення.",
        en: "Write the values themselves.")),
    DiagnosticCode(
      name: "allow-without-reason", severity: .error, about: .plan,
      meaning: Message(
        uk: "Коментар, що дозволяє відступити від правила, не має причини.",
        en: "A comment that allows a departure from a rule gives no reason."),
      remedy: Message(
        uk: "Допишіть її: # pysar: allow правило – причина.",
        en: "Add it: # pysar: allow rule — reason.")),
    DiagnosticCode(
      name: "rule-endless", severity: .error, about: .plan,
      meaning: Message(
        uk: "Правило не закінчилося на плані за дозволене число кроків.",
        en: "A rule did not end on a plan within the steps allowed."),
      remedy: Message(
        uk: "Поділіть план або спростіть правило.",
        en: "Split the plan, or make the rule simpler.")),
    DiagnosticCode(
      name: "unknown-rule", severity: .error, about: .plan,
      meaning: Message(
        uk: "Коментар дозволяє відступити від правила, якого немає.",
        en: "A comment allows a departure from a rule that there is not."),
      remedy: Message(
        uk: "Правила перелічує pysar rules.",
        en: "pysar rules lists them.")),
    DiagnosticCode(
      name: "unused-allow", severity: .warning, about: .plan,
      meaning: Message(
        uk: "Коментар дозволяє відступити від правила, яке тут нічого не знайшло.",
        en: "A comment allows a departure from a rule that finds nothing here."),
      remedy: Message(
        uk: "Вилучіть коментар.",
        en: "Delete the comment.")),
  ]
}
