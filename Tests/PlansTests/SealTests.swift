import Contents
import Diagnostics
import Digests
import Plans
import Schemas
import TestSupport
import Testing
import YAML

/// The digest of what a plan says: the same however the file is laid out, another for whatever else it
/// would say.
@Suite struct SealTests {
  @Test(arguments: EquivalenceTests.plain) func aSealSurvivesEveryLayout(_ fixture: Fixture) throws
  {
    let bytes = try fixture.bytes()
    let plan = try #require(read(bytes).first?.value)
    let node = try YAMLNode(reading: SourceFile(name: "", bytes: bytes))
    let digest = Self.digest(plan)
    for seed in 1...4 as ClosedRange<UInt64> {
      var rewriter = Rewriter(schema: plan.kind.schema, random: Seeded(seed))
      #expect(read(rewriter.rewrite(node)).first?.value.map(Self.digest) == digest)
    }
    #expect(read(plan.canonicalXML()).first?.value.map(Self.digest) == digest)
    let crlf = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    #expect(read(crlf).first?.value.map(Self.digest) == digest)
  }

  @Test(arguments: Fixture.plans) func noChangeOfContentSurvivesASeal(_ fixture: Fixture) throws {
    let bytes = try fixture.bytes()
    let plan = try #require(read(bytes).first?.value)
    let (xml, digest) = (plan.canonicalXML(), Self.digest(plan))
    var random = Seeded(UInt64(bytes.count))
    var count = 0
    for _ in 0..<60 {
      guard let place = bytes.indices.randomElement(using: &random),
        bytes[place] == 0xD0 || bytes[place] >= 0x30 && bytes[place] < 0x3A
      else { continue }
      var changed = bytes
      if bytes[place] == 0xD0 {
        changed[place + 1] = 0xB0 + UInt8.random(in: 0..<16, using: &random)
      } else {
        changed[place] = UInt8.random(in: 0x30..<0x3A, using: &random)
      }
      guard let other = read(changed).first?.value, other.isWhole else { continue }
      let isSame = other.canonicalXML() == xml
      #expect((Self.digest(other) == digest) == isSame)
      count += isSame ? 0 : 1
    }
    #expect(count > 0)
  }

  @Test func groupsTellSlips() throws {
    let groups = SealGroups(of: Digest(of: Array("а".utf8)))
    #expect(groups.text.utf8.count == 29)
    #expect(try SealGroups(reading: groups.text) == groups)
    #expect(try SealGroups(reading: groups.text.replacing(" ", with: "")) == groups)
    let digits = Array(groups.text.filter { $0 != " " })
    for place in digits.indices {
      for digit in "0123456789" where digit != digits[place] {
        var slip = digits
        slip[place] = digit
        #expect(throws: SealGroups.Slip.mistyped) { try SealGroups(reading: String(slip)) }
      }
      guard place > 0, digits[place] != digits[place - 1] else { continue }
      var slip = digits
      slip.swapAt(place, place - 1)
      #expect(throws: SealGroups.Slip.mistyped) { try SealGroups(reading: String(slip)) }
    }
    #expect(throws: SealGroups.Slip.length(4)) { try SealGroups(reading: "1234") }
    #expect(throws: SealGroups.Slip.noDigits) { try SealGroups(reading: "1234 а") }
  }

  static func digest(_ plan: PlanTree) -> Digest {
    PlanContent(of: plan.root, plan.kind.schema).digest
  }
}
