import Diagnostics
import Files
import Rules
import TestSupport
import Testing
import XML

/// What lies about in the folders of templates and is none of them.
struct StrayFileTests {
  private static let strays = [
    "README.md", ".act.yaml.swp", "always.yaml~", ".#always.yaml", "#always.yaml#",
    "always.yaml.bak",
    ".DS_Store", "always.yaml.orig",
  ]

  @Test(arguments: [false, true]) func nothingIsMadeOfThem(_ isOnDisk: Bool) throws {
    var files = ["small/act.yaml": smallAct, "small/always.yaml": rule(""), "README.md": "# Акти"]
    for stray in Self.strays { files["small/" + stray] = rule("") + "\n]" }
    files["small/old/always.yaml"] = rule("")
    files["small/drafts.yaml/always.yaml"] = rule("")
    files[".git/config"] = "x"
    files["notes/README.md"] = "x"
    if isOnDisk {
      try RuleFixture.holding(files) { expectOneRule($0) }
    } else {
      let acts = Dictionary(uniqueKeysWithValues: files.map { ("acts/" + $0, $1) })
      expectOneRule(
        RuleFixture(TemplateFolders([.folder(Fixture.templates + "/kinds/.."), .texts(acts)])),
        of: "small")
    }
  }

  private func expectOneRule(_ fixture: RuleFixture, of act: String? = nil) {
    #expect(fixture.faults.map(\.summary) == [])
    let rules = fixture.packs.rules.filter { $0.act == act ?? $0.act }
    #expect(rules.map(\.id) == ["small/always"])
  }

  @Test(arguments: ["always (1).yaml", "always copy.yaml", "Копія always.yaml", "always.yml"])
  func copyIsTold(_ name: String) throws {
    let files = [
      "small/act.yaml": smallAct, "small/always.yaml": rule(""), "small/\(name)": rule(""),
    ]
    try RuleFixture.holding(files) { fixture in
      #expect(fixture.faults.map(\.code) == ["stray-file"])
      #expect(fixture.faults.map(\.severity) == [.warning])
      #expect(fixture.faults.map(\.file) == ["acts/small/\(name)"])
      #expect(fixture.packs.rules.map(\.id) == ["small/always"])
    }
  }

  @Test func folderOfRulesWithoutItsActIsAnError() throws {
    try RuleFixture.holding(["small/always.yaml": rule("")]) { fixture in
      #expect(fixture.faults.map(\.severity) == [.error])
    }
  }
}
