import NoteTemplates
import Foundation
import TestSupport
import Testing

/// What is built depends on plans, templates and options alone.
struct IndependenceTests {
  @Test func nothingAroundTheRunShowsInWhatItWrites() throws {
    let place = try Workplace(plans: 12)
    try place.write(SmallTemplates.note("Гай", date: nil), "plans/faulty.yaml")
    try place.write(SmallTemplates.note("Гай"), "plans/other.yaml")
    #expect(try place.build().status == 1)
    let expected = try place.contents()
    #expect(expected.count > 60)
    let build = ["\(place.at("bin/pysar"))", "build", "plans", "--lang", "en", "--out"]
    let variants: [(command: [String], environment: [String: String])] = [
      (build + ["other", "-j", "1"], ["TZ": "Pacific/Kiritimati", "LC_ALL": "C"]),
      (build + ["other", "-j", "7"], ["TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8"]),
      (["bash", "-c", "umask 077; exec \"$@\"", "-"] + build + ["other"], ["LANG": "uk_UA.UTF-8"]),
      (build + ["other"], ["HOME": "/nonexistent", "USER": "nobody", "TERM": "dumb"]),
      (["env", "-i"] + build + ["other"], [:]),
    ]
    for (command, environment) in variants {
      #expect(try place.run(command, environment: environment).status == 1)
      #expect(try place.contents("other") == expected)
      try FileManager.default.removeItem(atPath: place.at("other"))
    }
  }

  @Test func theOrderOfFilesInTheirFolderDoesNotShow() throws {
    let place = try Workplace(plans: 9)
    #expect(try place.build().status == 0)
    let expected = try place.contents()
    try FileManager.default.removeItem(atPath: place.at("plans"))
    for number in (1...9).reversed() { try place.writePlans(number...number) }
    try FileManager.default.removeItem(atPath: place.at("out"))
    #expect(try place.build().status == 0)
    #expect(try place.contents() == expected)
  }

  @Test func howPlansAreNamedDoesNotShow() throws {
    let place = try Workplace(plans: 3)
    try place.write(SmallTemplates.note("Автор 1"), "plans/z.yaml")
    #expect(try place.build().status == 1)
    let expected = try place.contents()
    let program = place.at("bin/pysar")
    let named: [(plans: String, folder: String)] = [
      (place.at("plans"), "/"), ("./plans/", place.path), (".", place.at("plans")),
      ("../plans", place.at("out")),
    ]
    for (plans, folder) in named {
      let command = [program, "build", plans, "--lang", "en", "--out", place.at("out")]
      #expect(try place.run(command, in: folder).status == 1)
      let contents = try place.contents()
      let differing = expected.filter { contents[$0.key] != $0.value }.keys.sorted()
      #expect(differing == [], "\(plans) from \(folder)")
    }
    let findings = String(decoding: expected["findings.json"] ?? Data(), as: UTF8.self)
    #expect(findings.contains("\"root\": \"../plans\"") && findings.contains("\"z.yaml\""))
  }
}
