import Foundation
import TestSupport
import Testing

/// The power is cut, or a call of the system refused, at every moment of a small batch: by a shim
/// between the program and the C library. `make torture` does it at all moments, tests at some.
@Suite(.enabled(if: Shim.path != nil, "needs a C compiler"))
struct PowerCutTests {
  private let place: Workplace
  /// What the first edition makes, and the second.
  private let before: [String: Data]
  private let after: [String: Data]

  init() throws {
    place = try Workplace()
    try Self.write("друга", 1...4, place)
    #expect(try place.build().status == 0)
    after = try place.contents()
    try place.run(["rm", "-r", "out", "plans"])
    try place.makeFolder("out")
    try Self.write("перша", 1...3, place)
    #expect(try place.build().status == 0)
    before = try place.contents()
    try place.run(["cp", "-a", "out", "kept"])
    try Self.write("друга", 1...4, place)
  }

  private static func write(_ edition: String, _ numbers: ClosedRange<Int>, _ place: Workplace)
    throws
  {
    try place.writePlans(numbers, edition: edition)
  }

  private func restore() throws { try place.run(["bash", "-c", "rm -rf out; cp -a kept out"]) }

  private func build(_ environment: [String: String]) throws -> Workplace.Outcome {
    let below = ["SHIM_BELOW": place.at("out"), "LD_PRELOAD": Shim.path ?? ""]
    let words = environment.merging(below) { $1 }.map { "\($0.key)=\($0.value)" }.sorted()
    return try place.build(["--sync", "--jobs", "1"], by: ["timeout", "60", "env"] + words)
  }

  /// Some of so many moments, or all.
  private func moments(of count: Int, some: Int) -> [Int] {
    if ProcessInfo.processInfo.environment["ALL_MOMENTS"] != nil { return Array(0...count) }
    return Array(Set((0...some).map { $0 * count / some })).sorted()
  }

  @Test(arguments: PowerCut.Loss.allCases)
  func nothingReportedAsDoneIsLost(_ loss: PowerCut.Loss) throws {
    let log = place.at("log")
    var model = try PowerCut(of: place.at("out"))
    let run = try build(["SHIM_LOG": log])
    #expect(run.status == 0, "\(run.error)")
    let calls = PowerCut.Call.read(try Data(contentsOf: URL(filePath: log)))
    #expect(calls.count { $0.what == "syncfs" } == 2)
    let moments = Set(moments(of: calls.count, some: 8))
    for number in 0...calls.count {
      if number > 0 { model.apply(calls[number - 1]) }
      guard moments.contains(number) else { continue }
      try place.run(["rm", "-r", "out"])
      try place.makeFolder("out")
      try model.write(loss, to: place.at("out"))
      let comment = Comment(rawValue: "cut after \(number) of \(calls.count) calls, \(loss)")
      if number == calls.count { #expect(try place.contents() == after, comment) }
      let next = try place.build()
      #expect(next.status == 0, "\(comment): \(next.error)")
      #expect(!next.error.contains("unreadable-state"), "\(comment): \(next.error)")
      #expect(try place.contents() == after, comment)
      #expect(try place.leftovers() == [], comment)
    }
  }

  @Test(arguments: [ENOSPC, EIO, EINTR])
  func aCallThatIsRefusedLeavesTheFolderWhole(_ error: Int32) throws {
    try restore()
    let total = place.at("count")
    #expect(try build(["SHIM_COUNT": total]).status == 0)
    let count = try #require(Int(try String(contentsOfFile: total, encoding: .utf8).dropLast()))
    var failures = 0
    for number in moments(of: count, some: 8) where number > 0 {
      try restore()
      let run = try build(["SHIM_FAIL": "\(number):\(error)"])
      let comment = Comment(rawValue: "error \(error) of call \(number) of \(count): \(run)")
      #expect([0, 2].contains(run.status), comment)
      if run.status == 2 {
        failures += 1
        #expect(run.error.contains("pysar: ") || run.error.contains("error: "), comment)
      }
      let contents = try place.contents()
      for (path, bytes) in contents where after[path] != bytes && !path.contains("index") {
        #expect(before[path] == bytes, "\(path) is neither as it was nor as it will be; \(comment)")
      }
      if run.status == 0 { #expect(contents == after, comment) }
      let next = try place.build()
      #expect(next.status == 0, "\(comment): then \(next.error)")
      #expect(try place.contents() == after, comment)
      #expect(try place.leftovers() == [], comment)
    }
    #expect(failures > 0 || error == EINTR)
  }
}

extension PowerCutTests {
  @Test func whatCouldNotBeRemovedIsSweptByTheNextRun() throws {
    for _ in 0..<2 {
      #expect(try build(["SHIM_KEEP": "1"]).status == 0)
      #expect(try place.contents() == after)
      #expect(try place.leftovers() != [])
    }
    #expect(try place.build().status == 0)
    #expect(try place.leftovers() == [])
    #expect(try place.contents() == after)
  }
}

/// The shim, built once.
enum Shim {
  static let path: String? = {
    let source = Fixture.repository + "/Tests/CommandTests/Robustness/Shim/shim.c"
    let target = Fixture.repository + "/.build/shim.so"
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["clang", "-shared", "-fPIC", "-O1", "-o", target, source, "-ldl"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    process.waitUntilExit()
    return process.terminationStatus == 0 ? target : nil
  }()
}
