/// A kind of plans with two forms and a few rules, so small that a batch of it takes no time.
package enum SmallTemplates {
  /// The files, by their paths within a template folder.
  package static let files = [
    "kinds/note/schema.yaml": schema,
    "kinds/note/form.html": form("Записка"),
    "kinds/note/slip.html": form("Корінець"),
    "acts/small/act.yaml": act,
    "acts/small/short.yaml": short(limit: 40),
    "acts/small/dated.yaml": dated,
    "acts/small/one-note.yaml": oneNote,
    "acts/small/deputies.yaml": deputies,
  ]

  /// A form with a heading of its own.
  package static func form(_ title: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="uk" xmlns:p="urn:pysar:form:1"><head><meta charset="utf-8"/><title p:text="author">\(title)</title></head>
    <body>
    <h1>\(title)</h1>
    <dl class="fields">
      <div><dt>Автор</dt><dd p:text="author"></dd></div>
      <div><dt>Дата</dt><dd p:text="date"></dd></div>
    </dl>
    <p p:text="text"></p>
    </body></html>
    """
  }

  /// A rule on one plan: how long its text may be.
  package static func short(limit: Int) -> String {
    """
    clause: п. 1
    force: binding
    kind: note
    context: /note
    assert: string-length(text) < \(limit)
    at: text
    reason: {uk: так вирішили, en: it was decided so}
    message: {uk: "текст завдовжки {string-length(text)}", en: "the text has {string-length(text)} letters"}
    """
  }

  private static let schema = """
    title: Note
    description: A note.
    x-uk: {name: записка, title: Записка, description: Записка.}
    type: object
    x-day: [date]
    x-title: [author]
    x-unit: [unit]
    x-signed: [date]
    required: [author, text]
    properties:
      author: {type: string, description: Who wrote it., x-uk: {name: автор, description: Хто написав.}}
      unit: {type: string, description: The unit., x-uk: {name: підрозділ, description: Підрозділ.}}
      text: {type: string, description: The text., x-uk: {name: текст, description: Текст.}}
      date: {type: string, format: date, description: The date., x-uk: {name: дата, description: Дата.}}
    """

  private static let act = """
    title: {uk: Порядок, en: Procedure}
    citation: {uk: Порядку, en: of the Procedure}
    clauses:
      - {id: п. 1, summary: {uk: перше, en: first}}
    """

  /// What a note without a date is held against depends on the day of the batch.
  private static let dated = """
    clause: п. 1
    force: recommended
    since: 2027-03-01
    kind: note
    context: /note
    assert: date
    message: {uk: дати немає, en: there is no date}
    """

  private static let oneNote = """
    clause: п. 1
    force: binding
    kind: note
    scope: batch
    key: author
    this: "true()"
    other: "true()"
    facts: {name: author, text: text}
    assert: "false()"
    at: author
    message: {uk: "{this/@name} має ще одну записку: {other/@text}", en: "{this/@name} has another note: {other/@text}"}
    """

  private static let deputies = """
    clause: п. 1
    force: binding
    kind: note
    scope: batch
    key: unit
    this: starts-with(text, 'заступник')
    other: starts-with(text, 'голова')
    facts: {date: date, name: author}
    assert: this/@date = other/@date
    at: text
    message: {uk: "дата не та, що в {other/@name}", en: "the date is not that of {other/@name}"}
    """

  /// The text of a plan.
  package static func note(
    _ author: String, text: String = "текст", unit: String = "Відділ", date: String? = "2027-02-01"
  ) -> String {
    """
    kind: note
    author: \(author)
    unit: \(unit)
    text: \(text)
    \(date.map { "date: \($0)\n" } ?? "")
    """
  }
}
