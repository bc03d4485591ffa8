import Foundation
import TestSupport
import Testing

/// A disk that fills up: a small file system in memory.
@Suite(.enabled(if: Powers.canMount, "needs the right to mount a tmpfs"))
struct FullDiskTests {
  /// Builds with ever more room, until it is enough.
  private func fill(_ option: String, from start: Int, by step: Int) throws {
    let place = try Workplace()
    try place.run(["mount", "-t", "tmpfs", "-o", "size=8m,nr_inodes=1000", "tmpfs", "out"])
    defer { _ = try? place.run(["umount", "-l", "out"]) }
    try place.writePlans(1...5, edition: "друга")
    #expect(try place.build().status == 0)
    let expected = try place.contents()
    var failures = 0
    for room in 0..<60 {
      try place.run(["bash", "-c", "rm -rf out/* out/.pysar plans/*"])
      try place.writePlans(1...3)
      #expect(try place.build().status == 0)
      let before = try place.contents()
      try place.writePlans(1...5, edition: "друга")
      let used =
        try place.run(["df", "--output=\(option == "size" ? "used" : "iused")", "-B1", "out"])
        .output.split(separator: "\n").last.flatMap { Int($0.filter(\.isNumber)) } ?? 0
      try place.run(["mount", "-o", "remount,\(option)=\(used + start + room * step)", "out"])
      let run = try place.build()
      if run.status == 0 { break }
      failures += 1
      #expect(run.status == 2)
      #expect(run.error.hasSuffix("No space left on device\n"), "\(run.error)")
      #expect(try place.contents() == before)
      #expect(try place.leftovers() == [])
      try place.run(["mount", "-o", "remount,size=8m,nr_inodes=1000", "out"])
      #expect(try place.build().status == 0)
      #expect(try place.contents() == expected)
      #expect(try place.leftovers() == [])
    }
    #expect(failures > 3)
  }

  @Test func aRunOutOfSpaceChangesNothing() throws { try fill("size", from: 0, by: 20480) }

  @Test func aRunOutOfInodesChangesNothing() throws { try fill("nr_inodes", from: 0, by: 5) }
}
