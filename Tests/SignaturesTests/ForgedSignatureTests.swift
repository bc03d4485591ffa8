import Digests
import TestSupport
import Testing

@testable import Signatures

/// A signature of another file that was altered to be taken for one of the plan, in encodings that one
/// reader of DER may understand and another one not.
struct ForgedSignatureTests {
  /// What of a signer is encoded in an odd way.
  enum Place: CaseIterable {
    case identifier, attributes, attribute, values, digest, signature, signer
  }

  /// Ways to encode a value, the first of which is that of DER.
  enum Encoding: CaseIterable {
    case plain, longLength, nines, noLength, longTag, constructed

    func bytes(_ tag: UInt8, _ content: some Sequence<UInt8>) -> [UInt8] {
      let content = Array(content)
      let digits = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: content.count >> $0) }
      return switch self {
      case .plain: [tag, 0x84] + digits + content
      case .longLength: [tag, 0x85, 0] + digits + content
      case .nines: [tag, 0x89, 0, 0, 0, 0, 0] + digits + content
      case .noLength: [tag, 0x80] + content + [0, 0]
      case .longTag: [tag | 0x1F, tag & 0x1F, 0x84] + digits + content
      case .constructed: [tag | 0x20, 0x84] + digits + content
      }
    }
  }

  private static let plan = Array("рік: 2027\n".utf8)
  private static let type: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x04]

  /// A signature of the plan, and one of another file.
  private static let signatures = Result {
    let authority = try TestAuthority.shared.get()
    return (try authority.sign(plan, by: "kalyna"), try authority.sign([7], by: "kalyna"))
  }

  /// A signature whose first signer has the digest of other bytes, where they are given; what does not
  /// stand at the place is as it was.
  private static func altered(
    _ signature: [UInt8], of bytes: [UInt8]?, _ place: Place, _ encoding: Encoding
  ) throws -> [UInt8] {
    func encode(_ value: Place?, _ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
      (value == place ? encoding : .plain).bytes(tag, content)
    }
    var reader = DERReader(signature[...])
    let message = reader.next()
    let outer = try #require(message).values
    let data = try #require(outer.last?.values.first).values
    let parts = try #require(data.last?.values.first).values
    let attributes = parts[3].values.map { attribute -> [UInt8] in
      let isDigest = attribute.values[0].content.elementsEqual(type)
      guard isDigest, let value = attribute.values[1].values.first else {
        return Array(attribute.encoding)
      }
      let digest = bytes.map { Digest(of: $0).bytes } ?? Array(value.content)
      let values = encode(.values, 0x31, encode(.digest, 0x04, digest))
      return encode(.attribute, 0x30, attribute.values[0].encoding + values)
    }
    let info =
      Array(parts[0].encoding) + encode(.identifier, parts[1].tag, Array(parts[1].content))
      + parts[2].encoding + encode(.attributes, 0xA0, attributes.flatMap { $0 })
      + parts[4].encoding + encode(.signature, 0x04, Array(parts[5].content))
    let signers = encode(nil, 0x31, encode(.signer, 0x30, info))
    let all = encode(nil, 0x30, data.dropLast().flatMap(\.encoding) + signers)
    return encode(nil, 0x30, outer[0].encoding + encode(nil, 0xA0, all))
  }

  private func signers(of bytes: [UInt8]) -> [String] {
    SignatureReview(trust: nil, now: 0)
      .review(bytes, at: "plan.p7s", of: [SignedFile("plan.yaml", Self.plan)]).signers
  }

  @Test(arguments: Place.allCases, Encoding.allCases)
  func noEncodingMakesAnotherFileSigned(_ place: Place, _ encoding: Encoding) throws {
    let (own, other) = try Self.signatures.get()
    #expect(try signers(of: Self.altered(other, of: Self.plan, place, encoding)).isEmpty)
    // What says the same in another encoding holds, or is told to be damaged.
    let same = signers(of: try Self.altered(own, of: nil, place, encoding))
    if [.plain, .longLength, .nines].contains(encoding) {
      #expect(same == ["Калина Олена Петрівна"])
    } else {
      #expect(same.isEmpty || same == ["Калина Олена Петрівна"])
    }
  }

  @Test func aDamagedPartIsNotTakenForTheWhole() {
    // 02 01 05 is a number; behind it a value that is longer than what holds it.
    var reader = DERReader([0x30, 0x05, 0x02, 0x01, 0x05, 0x02, 0x09])
    let value = reader.next()
    #expect(value != nil && value?.parts == nil && value?.values.isEmpty == true)
  }
}
