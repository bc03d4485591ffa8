import Foundation
import TestSupport
import Testing

/// What the system refuses besides files: threads and memory.
struct ResourceTests {
  private let place: Workplace

  init() throws {
    place = try Workplace(plans: 2)
    try place.run(["chmod", "-R", "a+rwX", "."])
  }

  /// Whatever the limit is, the run ends: well, or with a word. What cannot even start is the
  /// system's to tell.
  @Test func aRunWithoutMemoryEndsWithAWord() throws {
    var refused = 0
    for limit in [60_000, 100_000, 140_000, 200_000, 300_000] {
      let limited = ["bash", "-c", "ulimit -v \(limit); exec timeout 60 \"$@\"", "-"]
      let start = try place.run(limited + [place.at("bin/pysar"), "--version"])
      guard start.status == 0 else { continue }
      let run = try place.build(by: limited)
      #expect(run.status == 0 || run.status == 2, "\(limit) KiB: \(run.status) \(run.error)")
      if run.status == 2 {
        refused += 1
        #expect(run.error.hasPrefix("pysar: "), "\(run.error)")
      }
      let check = try place.run(limited + [place.at("bin/pysar"), "check", "plans/1.yaml"])
      #expect(check.status == 0 || check.status == 2, "\(limit) KiB: \(check.status)")
    }
    #expect(refused > 0)
  }

  @Test(arguments: [["--lang", "en"], ["--lang=en"]])
  func aWordOnMemoryIsInTheLanguageAskedFor(_ language: [String]) throws {
    let limits = [80_000, 100_000, 120_000, 140_000, 170_000, 200_000, 250_000, 300_000]
    let told = try limits.map { limit in
      try place.run(
        ["bash", "-c", "ulimit -v \(limit); exec timeout 60 \"$@\"", "-", place.at("bin/pysar")]
          + ["check", "plans/1.yaml"] + language
      ).error
    }
    #expect(told.contains { $0.hasPrefix("pysar: not enough memory") })
    #expect(!told.contains { $0.contains("пам’яті") })
  }

  @Test func aRunWithTooFewFilesEndsWithAWord() throws {
    for limit in [4, 5, 8, 12, 20] {
      let limited = ["bash", "-c", "ulimit -n \(limit); exec timeout 60 \"$@\"", "-"]
      let run = try place.build(["-j", "1"], by: limited)
      #expect(run.status == 0 || run.status == 2, "\(limit): \(run.status) \(run.error)")
      if run.status == 2 { #expect(run.error.hasPrefix("pysar: "), "\(run.error)") }
    }
  }

  @Test(.enabled(if: Powers.canBePlainUser, "needs setpriv"))
  func aRunWithoutThreadsEndsWithAWord() throws {
    let run = try place.build(
      ["-j", "4"], by: ["timeout", "60"] + Powers.plainUser + ["prlimit", "--nproc=1"])
    #expect(run.status == 2)
    #expect(run.error.hasPrefix("pysar: the system starts no more threads"), "\(run.error)")
    let check = try place.run(
      ["timeout", "60"] + Powers.plainUser
        + ["prlimit", "--nproc=1", place.at("bin/pysar"), "check", "plans/1.yaml"])
    #expect(check.status == 0, "\(check.error)")
  }
}
