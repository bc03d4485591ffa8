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

  @Test(.enabled(if: Powers.canTrace, "needs strace")) func runsKilledAtAnyMomentAreFinished()
    throws
  {
    let (place, expected) = try place()
    let calls = "write,pwrite64,ftruncate,mkdir,unlink,unlinkat,link,linkat," + Self.renames
    var random = Seeded(4)
    for _ in 0..<8 {
      let number = Int.random(in: 1..<40, using: &random)
      try place.build(["--force"], by: Self.trace(calls, "KILL", at: number))
      if Bool.random(using: &random) {
        try place.build(["--jobs", "1"], by: Self.trace(calls, "KILL", at: number / 2 + 1))
      }
      #expect(try place.build().status == 0)
      #expect(try place.contents() == expected)
      #expect(try place.leftovers() == [])
      try FileManager.default.removeItem(atPath: place.at("out"))
      try place.makeFolder("out")
    }
  }

  /// Builds, holds the run up for a second at a call of the system, and sends it a signal then: once
  /// the first line of a file of the batch's own folder says that it has come so far.
  private func signal(
    _ name: String, _ place: Workplace, during call: (name: String, number: Int),
    once sign: (file: String, pattern: String), ignoring: Bool = false
  ) throws -> Workplace.Outcome {
    let script = """
      env --\(ignoring ? "ignore" : "default")-signal=\(name) strace -f -o /dev/null \
        -e trace=\(call.name) -e inject=\(call.name):delay_exit=1000000:when=\(call.number) "$@" &
      run=$! line=
      until [[ $line =~ \(sign.pattern) ]] || ! kill -0 $run 2> /dev/null; do
        read -r line 2> /dev/null < out/.pysar/\(sign.file)
      done
      read -r process _ < out/.pysar/lock
      kill -\(name) $process; wait $run
      """
    return try place.build(["--force"], by: ["bash", "-c", script, "-"])
  }

  /// Where a run has said in its lock who it is, and has done nothing else yet.
  private static let signing = (
    call: (name: "pwrite64", number: 2), sign: (file: "lock", pattern: "[0-9a-f]{32}")
  )

  @Test(
    .enabled(if: Powers.canTrace, "needs strace"),
    arguments: zip(["INT", "TERM", "HUP"], [130, 143, 129] as [Int32]))
  func aRunAskedToStopChangesNothing(_ name: String, _ status: Int32) throws {
    let (place, expected) = try place()
    let before = try place.contents()
    let stopped = try signal(
      name, place, during: Self.signing.call, once: Self.signing.sign)
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
    let run = try place.build(
      ["--force"],
      by: ["env", "--default-signal=INT"] + Self.trace(Self.renames, name, at: 2))
    #expect(run.status == 0, "\(run.error)")
    #expect(try place.contents() == expected)
    #expect(try place.leftovers() == [])
  }

  @Test(.enabled(if: Powers.canTrace, "needs strace")) func anIgnoredSignalStaysIgnored() throws {
    let (place, expected) = try place()
    let run = try signal(
      "HUP", place, during: Self.signing.call, once: Self.signing.sign, ignoring: true)
    #expect(run.status == 0)
    #expect(try place.contents() == expected)
  }
}
