import Testing

@testable import Patterns

@Suite struct LookAlikesTests {
  @Test(arguments: [
    ("Вiддiл", "Відділ"), ("рoзвитку", "розвитку"), ("Єдинϵ", "Єдинє"), ("Facebооk", "Facebook"),
    ("YouTubе", "YouTube"), ("iPhone’и", "iPhone’и"), ("i", "і"), ("Відділ", "Відділ"), ("", ""),
  ])
  func replaces(_ text: String, _ expected: String) {
    #expect(LookAlikes.replaced(in: text) == expected)
  }
}
