import Comparisons
import Schemas
import TestSupport
import Testing

/// What a comparison says leads from the old content to the new one.
@Suite struct PlanComparisonTests {
  @Test(arguments: 1...200 as ClosedRange<UInt64>) func leadsFromOldToNew(_ seed: UInt64) {
    var random = Seeded(seed)
    let old = Self.plan(&random)
    let new = Self.edited(old, &random)
    let changes = PlanComparison(old, new).changes
    #expect(changes.applied(to: old).sorted == new.sorted)
    #expect(changes.isEmpty == (old.sorted == new.sorted))
    #expect(PlanComparison(new, new).changes.isEmpty)
  }

  @Test func saysWhatHasHappened() {
    let old = ContentValue.list(
      ["Облік листів", "Навчання людей", "Ремонт даху"].map { .text($0) })
    let new = ContentValue.list(
      ["Ремонт даху", "Облік листів і заяв", "Архів"].map { .text($0) })
    let found = PlanComparison(old, new).changes.map { "\($0.sort) \($0.new?.text ?? "")" }
    #expect(found == ["removed ", "moved ", "changed Облік листів і заяв", "added Архів"])
  }

  @Test func marksTheWordsThatDiffer() {
    let words = WordDifference("не менше 95 % листів", "не менше 97 % листів")
    #expect(words.old.map(\.text) == ["не менше", "95", "% листів"])
    #expect(words.new.map(\.isChanged) == [false, true, false])
  }

  private static func plan(_ random: inout Seeded) -> ContentValue {
    .object([
      member("назва", .text(text(&random))),
      member(
        "завдання", .list((0..<Int.random(in: 0..<5, using: &random)).map { _ in task(&random) })),
    ])
  }

  private static func task(_ random: inout Seeded) -> ContentValue {
    .object([
      member("назва", .text(text(&random))),
      member(
        "показники",
        .list((0..<Int.random(in: 1..<4, using: &random)).map { _ in .text(text(&random)) })),
    ])
  }

  /// A content with some items taken out, put in, moved and reworded.
  private static func edited(_ value: ContentValue, _ random: inout Seeded) -> ContentValue {
    switch value {
    case .text(let text):
      return Int.random(in: 0..<4, using: &random) == 0 ? .text(text + " " + word(&random)) : value
    case .object(let members):
      var members = members.map { member($0.name.en, edited($0.value, &random)) }
      if members.count > 1, Int.random(in: 0..<6, using: &random) == 0 { members.removeLast() }
      if Int.random(in: 0..<6, using: &random) == 0,
        !members.contains(where: { $0.name.en == "строк" })
      {
        members.append(member("строк", .text(text(&random))))
      }
      return .object(members)
    case .list(let items):
      var items = items.map { edited($0, &random) }
      if Int.random(in: 0..<3, using: &random) == 0 { items.shuffle(using: &random) }
      if !items.isEmpty, Int.random(in: 0..<3, using: &random) == 0 { items.remove(at: 0) }
      if let first = items.first, Int.random(in: 0..<3, using: &random) == 0 { items.append(first) }
      return .list(items)
    }
  }

  private static func member(_ key: String, _ value: ContentValue) -> ContentValue.Member {
    ContentValue.Member(name: Schema.Name(en: key, uk: nil), value: value)
  }

  private static func text(_ random: inout Seeded) -> String {
    (0..<3).map { _ in word(&random) }.joined(separator: " ")
  }

  private static func word(_ random: inout Seeded) -> String {
    ["облік", "звіт", "лист", "план", "архів", "строк"].randomElement(using: &random) ?? ""
  }
}

extension ContentValue {
  /// The same with the members of objects in the order of their keys.
  fileprivate var sorted: ContentValue {
    switch self {
    case .text: self
    case .list(let items): .list(items.map(\.sorted))
    case .object(let members):
      .object(
        members.sorted { $0.name.en < $1.name.en }.map {
          Member(name: $0.name, value: $0.value.sorted)
        })
    }
  }
}
