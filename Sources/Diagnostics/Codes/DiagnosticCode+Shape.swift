extension DiagnosticCode {
  /// The codes of what a plan is made of.
  static let ofShape: [DiagnosticCode] = [
    DiagnosticCode(
      name: "not-a-plan", severity: .error, about: .plan,
      meaning: Message(
        uk: "План – це ключі зі значеннями, а тут список або сам текст.",
        en: "A plan is keys with values, and this is a list or a mere text."),
      remedy: Message(
        uk: "Почніть із рядка «вид: …».",
        en: "Begin with `kind: …`.")),
    DiagnosticCode(
      name: "missing-kind", severity: .error, about: .plan,
      meaning: Message(
        uk: "План не каже, якого він виду.",
        en: "The plan does not say of what kind it is."),
      remedy: Message(
        uk: "Додайте перший рядок «вид: …»; види перелічує pysar kinds.",
        en: "Add a first line `kind: …`; pysar kinds lists them.")),
    DiagnosticCode(
      name: "unknown-kind", severity: .error, about: .plan,
      meaning: Message(
        uk: "Такого виду документів немає.",
        en: "There is no such kind of documents."),
      remedy: Message(
        uk: "Види перелічує pysar kinds; свої додають через --templates.",
        en: "pysar kinds lists them; --templates adds kinds of your own.")),
    DiagnosticCode(
      name: "unknown-key", severity: .error, about: .plan,
      meaning: Message(
        uk: "Такого ключа тут не буває.",
        en: "No such key can stand here."),
      remedy: Message(
        uk: "Виправте назву за підказкою; усі ключі виду описано в довіднику.",
        en: "Correct it as the help says; the reference of the kind lists all keys.")),
    DiagnosticCode(
      name: "duplicate-key", severity: .error, about: .plan,
      meaning: Message(
        uk: "Ключ записано двічі, можливо, українською й англійською.",
        en: "A key is there twice, perhaps in both languages."),
      remedy: Message(
        uk: "Залиште один із них.",
        en: "Keep one of them.")),
    DiagnosticCode(
      name: "wrong-key", severity: .error, about: .plan,
      meaning: Message(
        uk: "Ключем стоїть список або запис із ключами.",
        en: "A list or a mapping stands as a key."),
      remedy: Message(
        uk: "Напишіть слово й двокрапку; текст із дужками на початку візьміть у лапки.",
        en: "Write a word and a colon; put a text that begins with a bracket in quotation marks.")),
    DiagnosticCode(
      name: "merge-key", severity: .error, about: .plan,
      meaning: Message(
        uk: "Ключ злиття «<<» не підтримується.",
        en: "The merge key `<<` is not supported."),
      remedy: Message(
        uk: "Повторіть ключі, а спільне значення візьміть через &name і *name.",
        en: "Repeat the keys, and share a value by &name and *name.")),
    DiagnosticCode(
      name: "missing-key", severity: .error, about: .plan,
      meaning: Message(
        uk: "Бракує обов’язкового ключа.",
        en: "A required key is missing."),
      remedy: Message(
        uk: "Додайте його; що він означає, сказано в підказці.",
        en: "Add it; the help says what it means.")),
    DiagnosticCode(
      name: "empty-value", severity: .error, about: .plan,
      meaning: Message(
        uk: "Обов’язковий ключ або елемент списку не має значення.",
        en: "A required key, or an item of a list, has no value."),
      remedy: Message(
        uk: "Напишіть значення або вилучіть пункт.",
        en: "Write a value, or delete the item.")),
    DiagnosticCode(
      name: "too-deep", severity: .error, about: .plan,
      meaning: Message(
        uk: "Вкладено глибше, ніж буває в документах.",
        en: "It is nested deeper than documents are."),
      remedy: Message(
        uk: "Зменште вкладеність.",
        en: "Nest it less.")),
    DiagnosticCode(
      name: "too-few-items", severity: .error, about: .plan,
      meaning: Message(
        uk: "У списку менше пунктів, ніж має бути.",
        en: "The list has fewer items than it needs."),
      remedy: Message(
        uk: "Додайте пункти або вилучіть увесь ключ, якщо він не обов’язковий.",
        en: "Add items, or delete the key if it is not required.")),
    DiagnosticCode(
      name: "too-many-items", severity: .error, about: .plan,
      meaning: Message(
        uk: "У списку більше пунктів, ніж може бути.",
        en: "The list has more items than it may have."),
      remedy: Message(
        uk: "Об’єднайте або вилучіть пункти.",
        en: "Join items, or delete some.")),
    DiagnosticCode(
      name: "wrong-type", severity: .error, about: .plan,
      meaning: Message(
        uk: "Тут стоїть не те, що має: список замість тексту, текст замість запису з ключами тощо.",
        en:
          "Something else is expected here: a text and not a list, a mapping and not a text, and so on."
      ),
      remedy: Message(
        uk: "Напишіть так, як каже повідомлення.",
        en: "Write it as the message says.")),
    DiagnosticCode(
      name: "colon-in-text", severity: .error, about: .plan,
      meaning: Message(
        uk: "Двокрапка робить із початку тексту ключ.",
        en: "A colon makes a key of the text before it."),
      remedy: Message(
        uk: "Візьміть увесь текст у лапки.",
        en: "Put the whole text in quotation marks.")),
    DiagnosticCode(
      name: "comment-in-text", severity: .warning, about: .plan,
      meaning: Message(
        uk: "Усе від знака «#» – коментар, і в документ воно не потрапить.",
        en: "All from `#` on is a comment, and not in the document."),
      remedy: Message(
        uk: "Якщо це текст, візьміть значення в лапки; якщо коментар, поставте після «#» пробіл.",
        en: "If it is text, put the value in quotation marks; if not, set a space behind the `#`.")),
    DiagnosticCode(
      name: "list-dash", severity: .warning, about: .plan,
      meaning: Message(
        uk: "Там, де може бути список, стоїть один текст, що починається з риски.",
        en: "Where a list may be, there is one text that begins with a dash."),
      remedy: Message(
        uk: "Пункт починають дефісом і пробілом: «- ».",
        en: "Begin an item with a hyphen and a space: `- `.")),
  ]
}
