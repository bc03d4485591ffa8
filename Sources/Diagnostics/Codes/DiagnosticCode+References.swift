extension DiagnosticCode {
  /// The codes of references from one plan to another.
  static let ofReferences: [DiagnosticCode] = [
    DiagnosticCode(
      name: "broken-seal", severity: .error, about: .plan,
      meaning: Message(
        uk: "Зміст плану змінено після того, як його скріпили контрольною сумою.",
        en: "The content of the plan was changed after it was sealed."),
      remedy: Message(
        uk: "Поверніть, як було, або складіть переглянутий план: pysar revise.",
        en: "Put back what was, or write a revised plan: pysar revise.")),
    DiagnosticCode(
      name: "revision-mark", severity: .error, about: .plan,
      meaning: Message(
        uk: "Що план каже про зміну завдання, не так за планом, який він переглядає.",
        en: "What a plan says of a task's change is not so by the plan that it revises."),
      remedy: Message(
        uk: "Вилучіть «змінено»: програма впише це сама.",
        en: "Delete 'changed': the program knows it.")),
    DiagnosticCode(
      name: "revision-owner", severity: .warning, about: .plan,
      meaning: Message(
        uk: "План переглядає план іншої особи.", en: "A plan revises the plan of another person."),
      remedy: Message(
        uk: "Назвіть план тієї самої особи або виправте ім’я.",
        en: "Name the plan of the same person, or mend the name.")),
    DiagnosticCode(
      name: "revision-order", severity: .error, about: .plan,
      meaning: Message(
        uk: "План переглянуто за кварталом, не пізнішим від попереднього перегляду.",
        en: "A plan is reviewed after a quarter no later than that of the review before."),
      remedy: Message(
        uk: "Назвіть пізніший квартал.",
        en: "Name a later quarter.")),
    DiagnosticCode(
      name: "reference-year", severity: .warning, about: .plan,
      meaning: Message(
        uk: "Документ посилається на план на інший рік.",
        en: "A document refers to the plan of another year."),
      remedy: Message(
        uk: "Виправте рік або назвіть план на цей рік.",
        en: "Mend the year, or name the plan of that year.")),
    DiagnosticCode(
      name: "plan-revised", severity: .warning, about: .plan,
      meaning: Message(
        uk: "Картку починають за планом, який до кінця кварталу переглянуто.",
        en: "A card is begun from a plan that was revised before the quarter ended."),
      remedy: Message(
        uk: "Почніть її за переглянутим планом.",
        en: "Begin it from the revised plan.")),
    DiagnosticCode(
      name: "plan-unsigned", severity: .warning, about: .plan,
      meaning: Message(
        uk: "Документ починають за планом, якого ще не підписали всі.",
        en: "A document is begun from a plan that not all have signed."),
      remedy: Message(
        uk: "Дочекайтеся підписів; якщо план підписано, впишіть їхні дати.",
        en: "Wait for the signatures; where the plan is signed, write their days.")),
    DiagnosticCode(
      name: "not-sealed", severity: .error, about: .plan,
      meaning: Message(
        uk: "План не можна скріпити контрольною сумою.",
        en: "The plan cannot be sealed."),
      remedy: Message(
        uk: "Запишіть його рядками «ключ: значення».",
        en: "Write it in lines of 'key: value'.")),
    DiagnosticCode(
      name: "unsealed", severity: .error, about: .plan,
      meaning: Message(
        uk: "План не скріплено, а беруть лише скріплені (--require-seal).",
        en: "The plan is not sealed, and only sealed ones are taken (--require-seal)."),
      remedy: Message(
        uk: "Скріпіть його: pysar seal.",
        en: "Seal it: pysar seal.")),
    DiagnosticCode(
      name: "wrong-seal", severity: .error, about: .plan,
      meaning: Message(
        uk: "На місці контрольної суми стоїть щось інше.",
        en: "What stands in the place of a seal is none."),
      remedy: Message(
        uk: "Вилучіть її і скріпіть план знову: pysar seal.",
        en: "Remove it, and seal the plan again: pysar seal.")),
    DiagnosticCode(
      name: "wrong-reference", severity: .error, about: .plan,
      meaning: Message(
        uk: "Посилання не є шляхом до плану.",
        en: "The reference is no path of a plan."),
      remedy: Message(
        uk: "Напишіть шлях від теки цього плану.",
        en: "Write the path from the folder of this plan.")),
    DiagnosticCode(
      name: "missing-reference", severity: .error, about: .plan,
      meaning: Message(
        uk: "Плану, на який посилаються, не знайдено.",
        en: "The plan that is referred to is not found."),
      remedy: Message(
        uk: "Перевірте шлях або назвіть теку планів: --plans ТЕКА.",
        en: "Check the path, or name the folder of plans: --plans DIR.")),
    DiagnosticCode(
      name: "unreadable-reference", severity: .error, about: .plan,
      meaning: Message(
        uk: "План, на який посилаються, не читається.",
        en: "The plan that is referred to cannot be read."),
      remedy: Message(
        uk: "Перевірте файл і права на нього.",
        en: "Check the file and its permissions.")),
    DiagnosticCode(
      name: "broken-reference", severity: .error, about: .plan,
      meaning: Message(
        uk: "У плані, на який посилаються, є помилки.",
        en: "The plan that is referred to has errors."),
      remedy: Message(
        uk: "Виправте той план.",
        en: "Mend that plan.")),
    DiagnosticCode(
      name: "wrong-kind", severity: .error, about: .plan,
      meaning: Message(
        uk: "План, на який посилаються, не того виду.",
        en: "The plan that is referred to is of another kind."),
      remedy: Message(
        uk: "Назвіть план потрібного виду.",
        en: "Name a plan of the kind that is wanted.")),
    DiagnosticCode(
      name: "ambiguous-reference", severity: .error, about: .plan,
      meaning: Message(
        uk: "У файлі, на який посилаються, кілька планів.",
        en: "The file that is referred to has several plans."),
      remedy: Message(
        uk: "Перенесіть потрібний план в окремий файл.",
        en: "Put the one meant into a file of its own.")),
    DiagnosticCode(
      name: "self-reference", severity: .error, about: .plan,
      meaning: Message(
        uk: "План посилається сам на себе.",
        en: "The plan refers to itself."),
      remedy: Message(
        uk: "Назвіть інший план.",
        en: "Name another plan.")),
    DiagnosticCode(
      name: "circular-reference", severity: .error, about: .plan,
      meaning: Message(
        uk: "Посилання ходять по колу.",
        en: "The references go round in a circle."),
      remedy: Message(
        uk: "Вилучіть одне з них.",
        en: "Delete one of them.")),
    DiagnosticCode(
      name: "long-reference", severity: .error, about: .plan,
      meaning: Message(
        uk: "Ланцюг посилань задовгий.",
        en: "The chain of references is too long."),
      remedy: Message(
        uk: "Скоротіть його.",
        en: "Make it shorter.")),
    DiagnosticCode(
      name: "too-many-references", severity: .error, about: .plan,
      meaning: Message(
        uk: "Посилань більше, ніж перевіряється.",
        en: "There are more references than are followed."),
      remedy: Message(
        uk: "Поділіть план.",
        en: "Split the plan.")),
    DiagnosticCode(
      name: "wrong-digest", severity: .error, about: .plan,
      meaning: Message(
        uk: "Це не контрольна сума плану.",
        en: "This is no digest of a plan (SHA-256)."),
      remedy: Message(
        uk: "Запишіть суму, яку називає повідомлення.",
        en: "Write the digest that the message names.")),
    DiagnosticCode(
      name: "reference-owner", severity: .warning, about: .plan,
      meaning: Message(
        uk: "План, на який посилаються, – іншої особи.",
        en: "The plan that is referred to is of another person."),
      remedy: Message(
        uk: "Назвіть план цієї особи або виправте ім’я чи ідентифікатор.",
        en: "Name the plan of this person, or mend the name or the identifier.")),
    DiagnosticCode(
      name: "changed-reference", severity: .error, about: .plan,
      meaning: Message(
        uk: "План, на який посилаються, відтоді змінився.",
        en: "The plan that is referred to has changed since."),
      remedy: Message(
        uk: "Перегляньте його й запишіть нову суму.",
        en: "Look at it, and write its new digest.")),
  ]
}
