import Diagnostics
import Markup
internal import Schemas

/// The search and the filters of the first page, hidden until the script shows them, with the
/// words that the script says.
struct SearchForm {
  let words: IndexWords
  /// How many files of data there are.
  let parts: Int
  let states: [PlanOutcome.State]
  let kinds: [(name: String, title: String)]

  func write(to page: inout MarkupBuffer) {
    page.raw("<noscript><p>")
    page.text(
      words(
        "Для пошуку потрібен JavaScript; усі плани є на сторінках у кінці.",
        "The search needs JavaScript; all plans are on the pages at the end."))
    page.raw("</p></noscript>\n<section id=search aria-labelledby=find hidden")
    for (name, text) in said {
      page.raw(" data-")
      page.text(name)
      page.raw("=\"")
      page.text(text)
      page.raw("\"")
    }
    page.raw(">\n<h2 id=find>")
    page.text(words("Пошук", "Search"))
    page.raw("</h2>\n<form role=search autocomplete=off>\n")
    field("q", words("Прізвище, файл, підрозділ", "Name, file, unit"), to: &page)
    page.raw("<input id=q name=q type=search spellcheck=false></p>\n")
    choice("state", words("Стан", "State"), states.map { ($0.rawValue, words.state($0)) }, &page)
    choice("kind", words("Вид", "Kind"), kinds, &page)
    field("unit", words("Підрозділ", "Unit"), to: &page)
    page.raw("<input id=unit name=unit list=unit-names><datalist id=unit-names></datalist></p>\n")
    page.raw("<p class=check><input id=warnings name=warnings type=checkbox value=1> ")
    page.raw("<label for=warnings>")
    page.text(words("з попередженнями", "with warnings"))
    page.raw("</label></p>\n<p class=buttons><button>")
    page.text(words("Знайти", "Search"))
    page.raw("</button> <button type=reset>")
    page.text(words("Очистити", "Clear"))
    page.raw("</button></p>\n</form>\n<p id=status role=status></p>\n<div id=results hidden>\n")
    page.beginTable(
      "plans", caption: words("Знайдені плани", "Plans found"), columns: words.planColumns)
    page.raw("<tbody id=found>\n")
    page.endTable()
    page.raw("<p><button id=more type=button hidden>")
    page.text(words("Показати ще", "Show more"))
    page.raw("</button></p>\n</div>\n</section>\n")
  }

  /// What the script says; `#` stands for numbers.
  private var said: [(String, String)] {
    [
      ("parts", String(parts)),
      ("loading", words("Завантаження: # з #", "Loading: # of #")),
      ("broken", words("Не вдалося завантажити # з даними пошуку", "Cannot load # of the search")),
      ("shown", words("Знайдено планів: #, показано: #", "Plans found: #, shown: #")),
      ("none", words("Нічого не знайдено", "Nothing found")),
      ("plan", words("план #", "plan #")),
      ("error", words("помилок: #", "errors: #")),
      ("warning", words("попереджень: #", "warnings: #")),
      ("note", words("приміток: #", "notes: #")),
    ]
  }

  private func field(_ id: StaticString, _ label: String, to page: inout MarkupBuffer) {
    page.raw("<p><label for=")
    page.raw(id)
    page.raw(">")
    page.text(label)
    page.raw("</label> ")
  }

  private func choice(
    _ id: StaticString, _ label: String, _ values: [(String, String)], _ page: inout MarkupBuffer
  ) {
    field(id, label, to: &page)
    page.raw("<select id=")
    page.raw(id)
    page.raw(" name=")
    page.raw(id)
    page.raw("><option value=\"\">")
    page.text(words("будь-який", "any"))
    for (value, title) in values {
      page.raw("<option value=\"")
      page.text(value)
      page.raw("\">")
      page.text(title)
    }
    page.raw("</select></p>\n")
  }
}
