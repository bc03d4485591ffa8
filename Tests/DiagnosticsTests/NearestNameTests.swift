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

  @Test(arguments: [
    ("виконано", "не виконано", true), ("виконана", "не виконано", true),
    ("не погоджено", "погоджено", true), ("недозволено", "дозволено", true),
    ("signed", "unsigned", true), ("невиконано", "не виконано", false),
    ("не виконанно", "не виконано", false), ("емає", "немає", false), ("nuit", "unit", false),
    ("неділі", "неділя", false), ("виконано вчаснo", "виконано вчасно", false),
  ])
  func oppositesAreTold(_ left: String, _ right: String, _ expected: Bool) {
    #expect(isOpposite(left, right) == expected)
    if expected { #expect(nearestName(to: left, among: [right]) == nil) }
  }
}
