import Contents
import Diagnostics
import Plans
import Schemas
import TestSupport
import Testing

/// Plans that refer to one another in a row: what is told of each follows from its references alone,
/// whichever plans were read before it.
@Suite struct ReferenceChainTests {
  /// How plans refer to one another, as `plan: others`; by their names, what is told of those that are
  /// not right: `c`ircular, `l`ong, `s`elf, `m`issing, `b`roken.
  static let graphs: [(String, references: [String: String], faults: [String: String])] = [
    (
      "a chain of twenty", chain(20),
      ["n01": "l", "n02": "l", "n03": "l", "n04": "l"]
    ),
    (
      "two ways into a chain",
      chain(18).merging(["a": "n02", "b": "n03", "c": "a", "d": "b"]) { $1 },
      ["n01": "l", "n02": "l", "a": "l", "b": "l", "c": "l", "d": "l"]
    ),
    (
      "an end that is missing", chain(16).merging(["n16": "gone"]) { $1 },
      Dictionary(uniqueKeysWithValues: (1...15).map { (name($0), "b") })
        .merging(["n16": "m"]) { $1 }
    ),
    (
      "an end one too far that is missing", chain(17).merging(["n17": "gone"]) { $1 },
      Dictionary(uniqueKeysWithValues: (2...16).map { (name($0), "b") })
        .merging(["n01": "l", "n17": "m"]) { $1 }
    ),
    ("a circle", ["a": "b", "b": "c", "c": "a", "d": "a"], all("abcd", "c")),
    ("two circles", ["a": "b", "b": "a", "c": "d", "d": "c", "e": "a"], all("abcde", "c")),
    ("one that names itself", ["a": "a", "b": "a", "c": "b"], ["a": "s", "b": "c", "c": "c"]),
    (
      "a circle of sixteen", chain(16).merging(["n16": "n01", "a": "n01"]) { $1 },
      Dictionary(uniqueKeysWithValues: (1...16).map { (name($0), "c") }).merging(["a": "l"]) { $1 }
    ),
    (
      "a circle too long to be seen", chain(30).merging(["n30": "n01"]) { $1 },
      Dictionary(uniqueKeysWithValues: (1...30).map { (name($0), "l") })
    ),
  ]

  @Test("a verdict hangs on no other plan", arguments: graphs.indices)
  func verdictsHangOnNoOrder(_ index: Int) throws {
    let (_, references, faults) = Self.graphs[index]
    let files = Dictionary(
      uniqueKeysWithValues: references.map { name, other in
        let last = other.isEmpty ? "n.yaml" : other + ".yaml"
        return ("\(name).yaml", Array("kind: review\nauthor: Клен\nplan: \(last)\n".utf8))
      })
    let memory = files.merging(["n.yaml": Array(ReferenceTests.note.utf8)]) { $1 }
    let names = files.keys.sorted()
    func read(_ names: [String]) -> [String: [String]] {
      let reader = PlanReader(
        kinds: KindLibrary(folders: ReferenceTests.templates), folders: PlanFolders(memory: memory))
      return Dictionary(
        uniqueKeysWithValues: names.map { name in
          let plans = reader.read(SourceFile(name: name, bytes: memory[name] ?? []))
          let words = plans.flatMap { plan in
            plan.diagnostics.map { "\($0.code) \($0.message.en)" }
              + (plan.value?.dependencies ?? []).map(\.path)
          }
          return (name, words)
        })
    }
    let alone = names.reduce(into: [:]) { $0.merge(read([$1])) { $1 } }
    for (name, words) in alone {
      let fault = faults[String(name.dropLast(5))]
      #expect(
        words.first { $0.contains("-reference ") }?.prefix(1) == fault.map { $0.prefix(1) },
        "\(name)")
    }
    for start in names.indices {
      let turned = Array(names[start...] + names[..<start])
      #expect(read(turned) == alone)
      #expect(read(turned.reversed()) == alone)
    }
  }

  /// Where plans share those that they refer to, each is read so many times at most as there may be
  /// references in a row: by all the ways to them, this would never end.
  @Test func manyWaysToOnePlanEnd() {
    var files = ["o/n.yaml": ReferenceTests.note]
    let names = (0..<3).map { "\($0)" }
    for height in 0..<30 {
      for name in names {
        let below = names.map { "o\(height + 1)-\($0).yaml" }
        files["o/o\(height)-\(name).yaml"] =
          "kind: review\nauthor: Клен\nplan: \(below[0])\n"
          + "reviews: [\(below[1]), \(below[2])]\n"
      }
    }
    let read = ReferenceTests.read("kind: review\nauthor: Верба\nplan: o0-0.yaml\n", among: files)
    #expect(read?.diagnostics.map(\.code) == ["long-reference"])
  }

  private static func name(_ number: Int) -> String { number < 10 ? "n0\(number)" : "n\(number)" }

  /// Plans that each refer to the next, the last to a note.
  private static func chain(_ count: Int) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: (1...count).map { (name($0), $0 < count ? name($0 + 1) : "") })
  }

  private static func all(_ names: String, _ fault: String) -> [String: String] {
    Dictionary(uniqueKeysWithValues: names.map { ("\($0)", fault) })
  }
}
