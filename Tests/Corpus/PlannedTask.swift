/// A task of a plan.
struct PlannedTask {
  struct Indicator {
    var text: String
    /// Its own deadline, where it has one.
    var deadline: String?
  }

  let title: String
  var indicators: [Indicator] = []
  /// None where every indicator has its own.
  var deadline: String?

  /// The bytes that it takes, but for keys.
  private var size: Int {
    title.utf8.count + indicators.reduce(0) { $0 + $1.text.utf8.count + 10 } + 100
  }

  /// The tasks of a plan: two to five, with two to five indicators each, so that the whole plan
  /// takes 3 to 5 KB.
  static func list(_ plan: CorpusPlan, _ circumstances: Circumstances) -> [PlannedTask] {
    var dice = Dice(4, plan.taskIndex)
    let grammar = Phrases.tasks
    func newTask() -> PlannedTask { PlannedTask(title: grammar.phrase("task", &dice)) }
    var tasks = (0..<dice.pick([2, 2, 3, 3, 3, 3, 4, 4, 5])).map { _ in newTask() }
    var numbers = Array(0..<grammar.count(of: "indicator"))
    dice.shuffle(&numbers)
    let size = dice.roll(3150...4400) - plan.frameSize
    for number in numbers {
      let fewest = tasks.map(\.indicators.count).min() ?? 0
      if fewest >= 2, tasks.reduce(0, { $0 + $1.size }) > size { break }
      if fewest == 5 { tasks.append(newTask()) }
      let index = tasks.firstIndex { $0.indicators.count == fewest % 5 } ?? 0
      let text = grammar.phrase("indicator", number: number, &dice)
      tasks[index].indicators.append(Indicator(text: text))
    }
    for index in tasks.indices { tasks[index].setDeadlines(circumstances, &dice) }
    tasks[0].slip(circumstances.slip, &dice)
    return tasks
  }

  private mutating func setDeadlines(_ circumstances: Circumstances, _ dice: inout Dice) {
    let deadlines = Phrases.deadlines
    if circumstances.isLate {
      deadline = deadlines.phrase("late", &dice)
    } else if dice.happens(150) {
      for index in indicators.indices {
        indicators[index].deadline = deadlines.phrase("early", &dice)
      }
      deadline = dice.happens(300) ? nil : deadlines.phrase("late", &dice)
    } else {
      deadline = deadlines.phrase("any", &dice)
    }
  }

  private mutating func slip(_ slip: Slip?, _ dice: inout Dice) {
    if let name = slip?.indicator {
      indicators[0].text = Phrases.tasks.phrase(name, &dice)
    }
    if let words = slip?.deadline {
      for index in indicators.indices { indicators[index].deadline = nil }
      deadline = words
    }
  }
}
