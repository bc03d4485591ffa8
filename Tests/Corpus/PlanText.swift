/// Writes a plan as YAML, as one of many people would have typed it.
struct PlanText {
  private let plan: CorpusPlan
  private let edition: Int
  private let circumstances: Circumstances
  private var dice: Dice
  private var text: [UInt8] = []

  init(_ plan: CorpusPlan, edition: Int) {
    self.plan = plan
    self.edition = edition
    dice = Dice(3, plan.index)
    circumstances = Circumstances(plan.servant, &dice)
  }

  mutating func write() -> [UInt8] {
    text.reserveCapacity(6000)
    let department = plan.department
    let servant = plan.servant
    if circumstances.hasComment { put("# \(servant.person.short), \(department.name)\n") }
    put("вид", "kind", circumstances.isEnglish ? "performance-plan" : "завдання-і-показники")
    put("рік", "year", "\(Circumstances.year)")
    put("орган", "agency", plan.agency)
    open("службовець", "servant")
    put("  піб", "  name", servant.person.name)
    put("  посада", "  position", servant.position)
    put("  категорія", "  category", servant.role == .specialist ? "В" : "Б")
    if let unit = servant.unit { put("підрозділ", "unit", department.units[unit].name) }
    put("самостійний-підрозділ", "department", department.name)
    putOccasion()
    putTasks()
    putSignatures()
    return text
  }

  private mutating func putOccasion() {
    switch circumstances.occasion {
    case .december: put("перегляд", "review", circumstances.isEnglish ? "none" : "немає")
    case .review: put("перегляд", "review", circumstances.isEnglish ? "[I]" : "[І]")
    case .arrival(let reason, let day):
      open("підстава", "occasion")
      put("  причина", "  reason", circumstances.isEnglish ? reason.en : reason.uk)
      put("  дата", "  date", day.written(circumstances.dates))
      put("перегляд", "review", circumstances.isEnglish ? "none" : "немає")
    }
  }

  private mutating func putTasks() {
    open("завдання", "tasks")
    var tasks = PlannedTask.list(plan, circumstances)
    if edition > 1 { tasks[0].indicators[0].text += " (редакція \(edition))" }
    for (index, task) in tasks.enumerated() {
      put("  - назва", "  - title", task.title)
      open("    показники", "    indicators")
      for indicator in task.indicators {
        if let deadline = indicator.deadline {
          putText("      - " + key("текст: ", "text: "), indicator.text)
          put("        строк", "        deadline", deadline)
        } else {
          putText("      - ", indicator.text)
        }
      }
      if let deadline = task.deadline { put("    строк", "    deadline", deadline) }
      if case .review = circumstances.occasion {
        let isChanged = dice.happens(500) || index == 0
        put("    змінено", "    changed", isChanged ? key("так", "true") : key("ні", "false"))
      }
    }
  }

  private mutating func putSignatures() {
    open("погодження", "approvals")
    let day = circumstances.approved.written(circumstances.dates)
    for (position, person) in plan.approvers {
      let (name, date) = (key("піб", "name"), key("дата", "date"))
      if circumstances.isFlow {
        put(
          "  - {посада", "  - {position", "\(position), \(name): \(person.short), \(date): \(day)}")
      } else {
        put("  - посада", "  - position", position)
        put("    піб", "    name", person.short)
        put("    дата", "    date", day)
      }
    }
    open("ознайомлення", "acknowledgement")
    put("  піб", "  name", plan.servant.person.short)
    put("  дата", "  date", circumstances.acknowledged.written(circumstances.dates))
  }

  private func key(_ uk: String, _ en: String) -> String { circumstances.isEnglish ? en : uk }

  private mutating func put(_ words: String) { text += words.utf8 }

  private mutating func open(_ uk: String, _ en: String) { put(key(uk, en) + ":\n") }

  private mutating func put(_ uk: String, _ en: String, _ value: String) {
    put(key(uk, en))
    put(": ")
    put(value)
    put("\n")
  }

  /// Writes an indicator plain, in quotation marks, or folded over several lines.
  private mutating func putText(_ start: String, _ words: String) {
    put(start)
    if circumstances.isFolded {
      put(">-")
      var column = 99
      for word in words.split(separator: " ") {
        put(column + word.count > 70 ? "\n          " : " ")
        column = column + word.count > 70 ? word.count : column + word.count + 1
        put(String(word))
      }
      put("\n")
    } else {
      put(circumstances.isQuoted ? "\"\(words)\"\n" : "\(words)\n")
    }
  }
}
