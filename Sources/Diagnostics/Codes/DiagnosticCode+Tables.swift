extension DiagnosticCode {
  /// The codes of tables whose columns a plan names.
  static let ofTables: [DiagnosticCode] = [
    DiagnosticCode(
      name: "no-columns", severity: .error, about: .plan,
      meaning: Message(
        uk: "Рядок записано списком клітинок, а граф таблиці не названо.",
        en: "A row is a list of cells, and the table's columns are not named."),
      remedy: Message(
        uk: "Назвіть графи в ключі «колонки».",
        en: "Name the columns in the key 'columns'.")),
    DiagnosticCode(
      name: "column-role", severity: .error, about: .plan,
      meaning: Message(
        uk: "Роль графи мають дві графи, а може мати одна.",
        en: "Two columns have a role that one may have."),
      remedy: Message(
        uk: "Залиште роль одній із граф.",
        en: "Leave the role to one of them.")),
    DiagnosticCode(
      name: "column-levels", severity: .error, about: .plan,
      meaning: Message(
        uk: "Заголовки граф мають понад два рівні.",
        en: "The heads of columns have more than two levels."),
      remedy: Message(
        uk: "Приберіть зайвий рівень.",
        en: "Take one level out.")),
    DiagnosticCode(
      name: "no-column", severity: .error, about: .plan,
      meaning: Message(
        uk: "Для клітинки рядка в таблиці немає графи.",
        en: "The table has no column for a cell of a row."),
      remedy: Message(
        uk: "Додайте графу з такою роллю або вилучіть клітинку.",
        en: "Add a column of this role, or delete the cell.")),
    DiagnosticCode(
      name: "wrong-cells", severity: .error, about: .plan,
      meaning: Message(
        uk: "Одне значення стоїть там, де граф кілька, або навпаки.",
        en: "One value stands where there are several columns, or the other way round."),
      remedy: Message(
        uk: "Напишіть по значенню для кожної графи: списком або за назвами.",
        en: "Write a value for each column, as a list or by their titles.")),
    DiagnosticCode(
      name: "too-many-cells", severity: .error, about: .plan,
      meaning: Message(
        uk: "У рядку більше клітинок, ніж граф у таблиці.",
        en: "A row has more cells than the table has columns."),
      remedy: Message(
        uk: "Вилучіть зайву клітинку або додайте графу.",
        en: "Delete a cell, or add a column.")),
    DiagnosticCode(
      name: "too-many-columns", severity: .warning, about: .plan,
      meaning: Message(
        uk: "Граф у таблиці більше, ніж уміщається на аркуші.",
        en: "A table has more columns than its sheet has room for."),
      remedy: Message(
        uk: "Поділіть таблицю на кілька або вилучіть зайві графи.",
        en: "Divide the table into several, or delete columns.")),
    DiagnosticCode(
      name: "wrong-amount", severity: .warning, about: .plan,
      meaning: Message(
        uk: "У графі сум стоїть не число.",
        en: "A column of amounts holds something that is no number."),
      remedy: Message(
        uk: "Напишіть саме число, а одиницю виміру – в заголовку графи.",
        en: "Write the number alone, and the unit in the head.")),
    DiagnosticCode(
      name: "wrong-sum", severity: .warning, about: .plan,
      meaning: Message(
        uk: "Підсумок не дорівнює сумі доданків.",
        en: "A total is not the sum of its amounts."),
      remedy: Message(
        uk: "Виправте підсумок або суми.",
        en: "Correct the total or the amounts.")),
    DiagnosticCode(
      name: "time-in-period", severity: .warning, about: .plan,
      meaning: Message(
        uk: "Клітинка графи, яка сама є строком, називає інший час.",
        en: "A cell names another time than its column, which is the deadline."),
      remedy: Message(
        uk: "Поставте «+» або запишіть час у графі з роллю «строк».",
        en: "Write '+', or the time in a column of the role 'deadline'.")),
    DiagnosticCode(
      name: "end-before-start", severity: .warning, about: .plan,
      meaning: Message(
        uk: "Закінчення чи строк раніше за початок.",
        en: "The end or the deadline lies before the start."),
      remedy: Message(
        uk: "Виправте дати або поміняйте їх місцями.",
        en: "Correct the dates, or change them about.")),
    DiagnosticCode(
      name: "wrong-years", severity: .error, about: .plan,
      meaning: Message(
        uk: "Рік плану записано словами, з яких не видно його днів.",
        en: "The plan's year is in words that do not tell its days."),
      remedy: Message(
        uk: "Напишіть «2027», «2027–2029», «2027/2028 навчальний рік» чи «I квартал 2027 року».",
        en: "Write «2027», «2027–2029», «2027/2028 навчальний рік» or «I квартал 2027 року».")),
  ]
}
