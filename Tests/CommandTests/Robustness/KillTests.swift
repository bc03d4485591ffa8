import Foundation
import TestSupport
import Testing

/// Runs that are killed, and runs that are asked to stop. Scripts/torture does so many more times.
struct KillTests {
  /// What strace calls the system's ways of renaming.
  private static let renames = "rename,renameat,renameat2"

  /// Has the program sent a signal at a call of the system.
  private static func trace(_ calls: String, _ signal: String, at number: Int) -> [String] {
    [
      "strace", "-f", "-o", "/dev/null", "-e", "trace=\(calls)", "-e",
      "inject=\(calls):signal=\(signal):when=\(number)",
    ]
  }

  /// The place after an edition was built and another one written, and what it is to become.
  private func place() throws -> (Workplace, expected: [String: Data]) {
    let place = try Workplace()
    try place.writePlans(1...4, edition: "друга")
    #expect(try place.build().status == 0)
    let expected = try place.contents()
    try FileManager.default.removeItem(atPath: place.at("out"))
    try FileManager.default.removeItem(atPath: place.at("plans/4"))
    try place.writePlans(1...3)
    #expect(try place.build().status == 0)
    try place.writePlans(1...4, edition: "друга")
    return (place, expected)
  }

  @Test(.enabled(if: Powers.canTrace, "needs strace"), arguments: [1, 2, 3, 7, 14, 21, 24, 27, 30])
  func aRunKilledWhereFilesGetTheirNamesIsFinished(_ number: Int) throws {
    let (place, expected) = try place()
    let killed = try place.build(["--jobs", "2"], by: Self.trace(Self.renames, "KILL", at: number))
    #expect(killed.status == 137 || number > 14)
    #expect(try place.build().status == 0)
    #expect(try place.contents() == expected)
    #expect(try place.leftovers() == [])
  }

  @Test func runsKilledAtAnyMomentAreFinished() throws {
    let (place, expected) = try place()
    try place.build(["--dry-run"])
    var random = Seeded(4)
    for _ in 0..<12 {
      let delay = Double.random(in: 0.01..<0.3, using: &random)
      try place.build(["--force"], by: ["timeout", "-s", "KILL", "\(delay)"])
      if Bool.random(using: &random) {
        try place.build(["--jobs", "1"], by: ["timeout", "-s", "KILL", "\(delay / 2)"])
      }
      #expect(try place.build().status == 0)
      #expect(try place.contents() == expected)
      #expect(try place.leftovers() == [])
      try FileManager.default.removeItem(atPath: place.at("out"))
      try place.makeFolder("out")
    }
  }

  /// Builds, and sends the run a signal once a file in the batch's own folder says so.
  private func signal(
    _ name: String, _ place: Workplace, at file: String, by wrapper: String = "",
    when isDue: String = "-s"
  ) throws -> Workplace.Outcome {
    let script = """
      \(wrapper) "$@" & run=$!
      until grep -qsE '\(isDue)' \(file) || ! kill -0 $run 2> /dev/null; do :; done
      kill -\(name) "$(cut -d " " -f 1 out/.pysar/lock)"; wait $run
      """
    return try place.build(["--force"], by: ["bash", "-c", script, "-"])
  }

  @Test(
    .enabled(if: Powers.canTrace, "needs strace"),
    arguments: zip(["INT", "TERM", "HUP"], [130, 143, 129] as [Int32]))
  func aRunAskedToStopChangesNothing(_ name: String, _ status: Int32) throws {
    let (place, expected) = try place()
    let before = try place.contents()
    // Slow enough that no machine is too busy to send the signal in time.
    let slowly =
      "env --default-signal=INT strace -f -o /dev/null -e trace=openat "
      + "-e inject=openat:delay_enter=5000"
    let stopped = try signal(
      name, place, at: "out/.pysar/lock", by: slowly, when: "[0-9a-f]{32}")
    #expect(stopped.status == status)
    #expect(stopped.error == "pysar: stopped, nothing was changed\n")
    #expect(try place.contents() == before)
    #expect(try place.leftovers() == [])
    #expect(try place.build().status == 0)
    #expect(try place.contents() == expected)
  }

  @Test(.enabled(if: Powers.canTrace, "needs strace"), arguments: ["INT", "TERM", "HUP"])
  func aRunThatPutsThingsInPlaceFinishes(_ name: String) throws {
    let (place, expected) = try place()
    let calls = Self.renames
    let slowly =
      "env --default-signal=INT strace -f -o /dev/null -e trace=\(calls) "
      + "-e inject=\(calls):delay_enter=100000:when=2"
    let run = try signal(
      name, place, at: "out/.pysar/state.next", by: slowly, when: "pysar state")
    #expect(run.status == 0, "\(run.error)")
    #expect(try place.contents() == expected)
    #expect(try place.leftovers() == [])
  }

  @Test func anIgnoredSignalStaysIgnored() throws {
    let (place, expected) = try place()
    let run = try signal(
      "HUP", place, at: "out/.pysar/lock", by: "env --ignore-signal=HUP", when: "[0-9a-f]{32}")
    #expect(run.status == 0)
    #expect(try place.contents() == expected)
  }
}
