import Testing

@testable import Reports

struct PlanOutcomeTests {
  @Test(arguments: [
    ("плани/б/інший.yaml", "плани/а/цей.yaml", "б/інший.yaml"),
    ("б/інший.yaml", "а/цей.yaml", "б/інший.yaml"),
    ("./інший.yaml", "./а/цей.yaml", "інший.yaml"),
    ("торік/інший.yaml", "плани/а/цей.yaml", "торік/інший.yaml"),
    ("плани/інший.yaml", "деінде.yaml", "плани/інший.yaml"),
  ])
  func anotherFileIsNamedWithinTheFolder(_ other: String, _ own: String, _ expected: String) {
    #expect(Samples.outcome("а/цей.yaml").path(ofFile: other, beside: own) == expected)
  }
}
