import Foundation
import TestSupport
import Testing

/// Files and folders without rights; as a user who has not all of them.
@Suite(.enabled(if: Powers.isPlainUser || Powers.canBePlainUser, "needs setpriv"))
struct RightsTests {
  private let place: Workplace

  init() throws {
    place = try Workplace(plans: 4)
    try owned()
    #expect(try build().status == 0)
  }

  private func owned() throws {
    if !Powers.isPlainUser {
      try place.run(["chown", "-R", "65534:65534", "out", "plans"])
      try place.run(["chmod", "755", "."])
    }
  }

  private func build(_ options: String...) throws -> Workplace.Outcome {
    try place.build(options, by: Powers.isPlainUser ? [] : Powers.plainUser)
  }

  private func mode(_ mode: String, _ path: String) throws {
    try place.run(["chmod", mode, path])
  }

  @Test func anOutputFolderThatMayNotBeWrittenStaysAsItWas() throws {
    let before = try place.contents()
    try place.writePlans(1...5, edition: "друга")
    try owned()
    for path in ["out/.pysar", "out/.pysar/lock", "out"] {
      try mode("a-w", path)
      let run = try build()
      #expect(run.status == 2)
      #expect(run.error.contains("Permission denied"), "\(run.error)")
      #expect(try place.contents() == before)
      try mode("u+w", path)
      #expect(try place.leftovers() == [])
    }
    #expect(try build().status == 0)
    #expect(try place.contents().count == before.count + 5)
  }

  @Test func aFolderThatMayNotBeWrittenHindersNoOther() throws {
    try place.writePlans(1...4, edition: "друга")
    try owned()
    let before = try place.contents()
    try mode("a-w", "out/2")
    let run = try build()
    #expect(run.status == 2)
    #expect(run.error.contains("plans/2/2.yaml: error: the documents '2/2.*' cannot be written"))
    let after = try place.contents()
    #expect(before.allSatisfy { !$0.key.hasPrefix("2/") || after[$0.key] == $0.value })
    #expect(before["4/4.xml"] != after["4/4.xml"] && before["1.xml"] != after["1.xml"])
    try mode("u+w", "out/2")
    #expect(try build().status == 0)
    let whole = try place.contents()
    #expect(before["2/2.xml"] != whole["2/2.xml"] && after["4/4.xml"] == whole["4/4.xml"])
    #expect(try place.leftovers() == [])
  }

  @Test(arguments: ["plans/1.yaml", "plans/2/2.yaml", "plans/2", "plans"])
  func whatMayNotBeReadIsNotGone(_ path: String) throws {
    let before = try place.contents()
    try mode("a-rwx", path)
    let run = try build("--prune")
    #expect(run.status == 2)
    #expect(run.error.contains("\(path): error: the file may not be read"), "\(run.error)")
    let blind = try place.contents()
    for (name, bytes) in before where name.hasSuffix(".xml") || name.hasSuffix(".txt") {
      #expect(blind[name] == bytes, "\(name)")
    }
    #expect(
      String(decoding: blind["manifest.jsonl"] ?? Data(), as: UTF8.self).contains("\"gone\"")
        == false)
    try mode("u+rwx", path)
    let again = try build("--prune")
    #expect(again.status == 0 && again.output.contains("unchanged 20"), "\(again.output)")
    #expect(try place.contents() == before)
  }

  /// What is sealed of another's, with which rights, by whom, and how that ends.
  static let seals: [(owner: String, mode: String, isPlain: Bool, status: Int32)] = [
    ("1234:1235", "660", false, 0), ("1234:1235", "600", false, 0), ("65534:65534", "640", true, 0),
    ("1234:65534", "664", true, 0), ("1234:1235", "666", true, 0), ("1234:65534", "644", true, 2),
  ]

  @Test(.enabled(if: !Powers.isPlainUser, "needs to give files away"), arguments: seals)
  func aPlanThatIsSealedStaysItsOwners(
    _ owner: String, _ rights: String, _ isPlain: Bool, _ status: Int32
  ) throws {
    let example = try Fixture("Templates/kinds/performance-plan/example.yaml").bytes()
    let text = String(decoding: example, as: UTF8.self)
    try place.write(text, "seals/plan.yaml")
    try place.run(["chown", "65534:65534", "seals"])
    try place.run(["chown", owner, "seals/plan.yaml"])
    try mode(rights, "seals/plan.yaml")
    let run = try place.run(
      (isPlain ? Powers.plainUser : [])
        + [
          place.at("bin/pysar"), "seal", "seals/plan.yaml", "--lang", "en", "--templates",
          Fixture.templates,
        ])
    #expect(run.status == status, "\(run.error)")
    #expect(
      run.error.contains("cannot write into another's file 'seals/plan.yaml': Permission denied")
        == (status != 0))
    let stat = try place.run(["stat", "-c", "%u:%g %a", "seals/plan.yaml"])
    #expect(stat.output == "\(owner) \(rights)\n")
    let sealed = try Data(contentsOf: URL(filePath: place.at("seals/plan.yaml")))
    #expect((sealed.count > example.count) == (status == 0))
    #expect(try place.leftovers("seals") == [])
  }
}
