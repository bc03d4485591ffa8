import Discovery
import NoteTemplates
import Testing

@testable import Batches

/// What is made of a plan is called by its name without the ending, whichever that is.
struct StemTests {
  @Test(arguments: [
    ("b/a.yaml", "b/a"), ("a.yml", "a"), ("a.xml", "a"), ("a.xml.yml", "a.xml"), ("a", "a"),
    ("a.yaml.txt", "a.yaml.txt"), (".yaml", ""),
  ])
  func aStemIsWithoutTheEnding(_ path: String, _ stem: String) {
    #expect(PlanFinder.stem(of: path) == stem)
  }

  @Test func filesOfOneStemAreOfOneShard() throws {
    let fixture = try BatchFixture()
    for name in ["kalyna", "hai", "dub", "verba"] {
      for ending in ["yaml", "yml", "xml"] { try fixture.write("", "plans/\(name).\(ending)") }
    }
    let plans = ["plans"] + ["kalyna", "hai", "dub", "verba"].map { "plans/\($0).xml" }
    let shards = try (1...3).map { number in
      let shard = try #require(Shard(number: number, of: 3))
      let list = PlanFinder.find(
        plans.map(fixture.at), ignoring: [], output: fixture.at("out"), isFollowingLinks: false,
        shard: shard)
      return list.files.map { PlanFinder.stem(of: list.name(of: $0)) }
    }
    #expect(shards.flatMap(\.self).count == 12)
    for shard in shards { #expect(shard.count == 3 * Set(shard).count) }
  }
}
