extension DiagnosticCode {
  /// The codes of kinds, forms, rules and calendars.
  static let ofTemplates: [DiagnosticCode] = [
    DiagnosticCode(
      name: "broken-schema", severity: .error, about: .templates,
      meaning: Message(
        uk: "Схема виду неправильна.",
        en: "The schema of a kind is wrong."),
      remedy: Message(
        uk: "Виправте schema.yaml; як її писати, сказано в docs/adding-a-kind.md.",
        en: "Mend schema.yaml; docs/adding-a-kind.md says how it is written.")),
    DiagnosticCode(
      name: "form-syntax", severity: .error, about: .templates,
      meaning: Message(
        uk: "Форма не є правильним XML.",
        en: "A form is no well-formed XML."),
      remedy: Message(
        uk: "Закрийте елементи й лапки.",
        en: "Close elements and quotation marks.")),
    DiagnosticCode(
      name: "form-element", severity: .error, about: .templates,
      meaning: Message(
        uk: "У формі стоїть елемент, якого документ мати не може.",
        en: "A form has an element that no document can have."),
      remedy: Message(
        uk: "Візьміть один з елементів, перелічених у docs/adding-a-kind.md.",
        en: "Take one of the elements that docs/adding-a-kind.md lists.")),
    DiagnosticCode(
      name: "form-attribute", severity: .error, about: .templates,
      meaning: Message(
        uk: "У формі стоїть атрибут, якого там бути не може, або бракує потрібного.",
        en: "A form has an attribute that cannot stand there, or lacks one that it needs."),
      remedy: Message(
        uk: "Виправте або вилучіть атрибут.",
        en: "Correct or delete it.")),
    DiagnosticCode(
      name: "form-file", severity: .error, about: .templates,
      meaning: Message(
        uk: "Файлу, який форма включає, немає, або включити його не можна.",
        en: "A file that a form includes is not there, or cannot be included."),
      remedy: Message(
        uk: "Перевірте шлях; файли беруть лише з тек шаблонів.",
        en: "Check the path; only files of the template folders are included.")),
    DiagnosticCode(
      name: "form-expression", severity: .error, about: .templates,
      meaning: Message(
        uk: "Вираз у формі неправильний або називає те, чого в плані бути не може.",
        en: "An expression in a form is wrong, or names what no plan can have."),
      remedy: Message(
        uk: "Звірте назви зі схемою виду або з її XML.",
        en: "Hold the names against the kind’s schema, or its XML.")),
    DiagnosticCode(
      name: "form-endless", severity: .error, about: .plan,
      meaning: Message(
        uk: "Вираз форми не закінчився за дозволене число кроків.",
        en: "An expression of a form did not end within the steps allowed."),
      remedy: Message(
        uk: "Спростіть форму або поділіть план.",
        en: "Make the form simpler, or split the plan.")),
    DiagnosticCode(
      name: "unknown-form", severity: .error, about: .plan,
      meaning: Message(
        uk: "Такої форми вид не має.",
        en: "The kind has no such form."),
      remedy: Message(
        uk: "Форми перелічує pysar kinds.",
        en: "pysar kinds lists them.")),
    DiagnosticCode(
      name: "broken-rule", severity: .error, about: .templates,
      meaning: Message(
        uk: "Правило або його акт записано неправильно.",
        en: "A rule, or its act, is written wrongly."),
      remedy: Message(
        uk: "Виправте його; як писати правила, сказано в docs/adding-a-rule.md.",
        en: "Mend it; docs/adding-a-rule.md says how rules are written.")),
    DiagnosticCode(
      name: "stray-file", severity: .warning, about: .templates,
      meaning: Message(
        uk: "У теці акта лежить файл, який за назвою не є правилом.",
        en: "A file in the folder of an act is no rule by its name."),
      remedy: Message(
        uk: "Назвіть його літерами, цифрами й дефісами з .yaml у кінці, а копію вилучіть.",
        en: "Name it with letters, digits and hyphens and .yaml behind; delete a copy.")),
    DiagnosticCode(
      name: "broken-example", severity: .error, about: .templates,
      meaning: Message(
        uk: "Приклад правила поводиться не так, як правило каже.",
        en: "An example of a rule does not behave as the rule says."),
      remedy: Message(
        uk: "Виправте приклад або правило; перевіряє їх pysar rules --verify.",
        en: "Mend the example or the rule; pysar rules --verify runs them.")),
    DiagnosticCode(
      name: "broken-calendar", severity: .error, about: .templates,
      meaning: Message(
        uk: "Календар року записано неправильно.",
        en: "The calendar of a year is written wrongly."),
      remedy: Message(
        uk: "Виправте його; кожний день називає акт, на який спирається.",
        en: "Mend it; each day names the act that it rests on.")),
  ]
}
