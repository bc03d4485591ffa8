import Deadlines
import Diagnostics
import Testing

@Suite struct NearestNameTests {
  static let names = [
    "deadline", "строк", "tasks", "завдання", "review", "перегляд", "year", "рік", "I", "II", "В",
    "Б", "пункти", "піб",
  ]

  @Test(
    arguments: [
      ("deadlines", "deadline"), ("deadlnie", "deadline"), ("Deadline", "deadline"),
      ("строки", "строк"), ("завданя", "завдання"), ("пеpегляд", "перегляд"), ("taks", "tasks"),
      ("рикк", nil), ("рк", "рік"), ("B", "В"), ("А", nil), ("IV", nil), ("ii", "II"),
      ("ПІБ", "піб"),
      ("approvals", nil), ("", nil), (String(repeating: "д", count: 65), nil),
    ] as [(String, String?)])
  func isFound(_ written: String, _ expected: String?) {
    #expect(nearestName(to: written, among: Self.names) == expected)
  }

  @Test(arguments: [
    ("B", "В", true), ("пеpегляд", "перегляд", true), ("В", "В", false), ("в", "В", false),
    ("Б", "В", false),
  ])
  func looksAlikeInAnotherAlphabet(_ left: String, _ right: String, _ expected: Bool) {
    #expect(looksAlike(left, right) == expected)
  }
}
