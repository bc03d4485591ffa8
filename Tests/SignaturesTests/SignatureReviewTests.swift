import Diagnostics
import Files
import Foundation
import TestSupport
import Testing
import ZIP

@testable import Signatures

/// What is said of signatures of every sort: `Tests/Expected/Signatures/signatures.txt`.
struct SignatureReviewTests {
  private let authority: TestAuthority
  private static let plan = Array("рік: 2027\n".utf8)
  private static let now = Int(Date().timeIntervalSince1970)
  private static let decade = 10 * 366 * 24 * 60 * 60

  init() throws { authority = try TestAuthority.shared.get() }

  private func review(
    _ bytes: [UInt8], at path: String = "plan.p7s", of plan: [UInt8] = plan,
    trust: String? = nil, now: Int = now
  ) throws -> SignatureReview.Outcome {
    let trust = try TrustFolder(at: trust ?? authority.trust("trust", ["root.pem"]))
    return SignatureReview(trust: trust, now: now)
      .review(bytes, at: path, of: [SignedFile("plan.pdf", [1]), SignedFile("plan.yaml", plan)])
  }

  /// Signatures, each with what it is.
  private func cases() throws -> [(String, SignatureReview.Outcome)] {
    let plan = Self.plan
    let plain = try authority.sign(plan, by: "kalyna", "-cades")
    let pair = try authority.sign(
      plan, by: "kalyna", "-signer", authority.path("rsa.pem"), "-inkey", authority.path("rsa.key"))
    try authority.run("revoke", "kalyna", "200101000000Z", "revoked.crl")
    try authority.run("revoke", "kalyna", "400101000000Z", "later.crl")
    try authority.run("revoke", "server", "200101000000Z", "others.crl")
    let unsigned = try authority.sign(plan, by: "kalyna", "-noattr")
    let facts = try #require(SignatureFacts(plain))
    let stamped = Self.stamped(plain, try authority.stamp(facts.signers[0].value))
    let lists = try ["revoked.crl", "later.crl", "others.crl"].map {
      try authority.trust($0 + ".d", ["root.pem", $0])
    }
    return [
      ("one signature", try review(plain)),
      (
        "the same, no certificate asked for",
        SignatureReview(trust: nil, now: 0)
          .review(plain, at: "plan.p7s", of: [SignedFile("plan.yaml", plan)])
      ),
      ("two signers", try review(pair)),
      ("a document enclosed", try review(authority.sign(plan, by: "kalyna", "-nodetach"))),
      ("another document enclosed", try review(authority.sign([7], by: "kalyna", "-nodetach"))),
      ("of another file", try review(plain, of: [7])),
      ("no attributes", try review(unsigned)),
      ("no attributes, of another file", try review(unsigned, of: [7])),
      ("no time, ten years later", try review(unsigned, now: Self.now + Self.decade)),
      ("ten years later", try review(plain, now: Self.now + Self.decade)),
      ("a time that is yet to come", try review(plain, now: Self.now - Self.decade)),
      ("expired", try review(authority.sign(plan, by: "expired"))),
      ("not for signing", try review(authority.sign(plan, by: "server"))),
      (
        "a digest that proves nothing",
        try review(authority.sign(plan, by: "kalyna", "-md", "sha1"))
      ),
      ("by SHA-512", try review(authority.sign(plan, by: "rsa", "-md", "sha512"))),
      ("no certificate in it", try review(authority.sign(plan, by: "kalyna", "-nocerts"))),
      (
        "an authority that is not trusted",
        try review(plain, trust: authority.trust("other", ["server.pem"]))
      ),
      (
        "the signer's own certificate trusted",
        try review(plain, trust: authority.trust("own", ["kalyna.pem"]))
      ),
      ("revoked before", try review(plain, trust: lists[0])),
      ("revoked later", try review(plain, trust: lists[1])),
      ("not revoked", try review(plain, trust: lists[2])),
      ("time-stamped", try review(stamped)),
      ("a stamp of another signature", try review(Self.stamped(plain, authority.stamp([7])))),
      ("a stamp that is none", try review(Self.stamped(plain, plan))),
      ("PEM", try review(authority.sign(plan, by: "kalyna", "-outform", "PEM"))),
      ("cut short", try review(Array(plain.dropLast(100)))),
    ]
  }

  @Test func everySignatureIsToldOf() throws {
    expectFile(
      Self.text(try cases()), matches: "Tests/Expected/Signatures/signatures.txt")
  }

  /// The report of each case; moments differ from run to run.
  static func text(_ cases: [(String, SignatureReview.Outcome)]) -> String {
    // A signature is made anew each time, at another moment, and may be a byte longer or shorter.
    let varying = /20[0-9-]+ [0-9:]+ UTC|байтів 1[45]\d\d\b/
    return cases.map { name, outcome in
      let report = TextReporter(language: .uk).report(outcome.diagnostics)
      let signers = outcome.signers.joined(separator: ", ")
      return "## \(name)\n\(report.replacing(varying, with: "…"))=> \(signers)\n"
    }.joined(separator: "\n")
  }

  /// A signature with a time-stamp token among the attributes that are not signed.
  private static func stamped(_ signature: [UInt8], _ token: [UInt8]) -> [UInt8] {
    func value(_ tag: UInt8, _ content: some Collection<UInt8>) -> [UInt8] {
      [
        tag, 0x83, UInt8(content.count >> 16), UInt8(content.count >> 8 & 255),
        UInt8(content.count & 255),
      ]
        + content
    }
    let type: [UInt8] = [
      0x06, 0x0B, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x02, 0x0E,
    ]
    let attributes = value(0xA1, value(0x30, type + value(0x31, token)))
    var reader = DERReader(signature[...])
    guard let outer = reader.next()?.values, let data = outer.last?.values.first,
      let infos = data.values.last, let info = infos.values.first
    else { return [] }
    let set = value(0x31, value(0x30, info.content + attributes))
    let rest = data.values.dropLast().flatMap(\.encoding)
    return value(0x30, outer[0].encoding + value(0xA0, value(0x30, rest + set)))
  }

  // MARK: Damage

  @Test func noDamageMakesATrapOrAnotherSigner() throws {
    let trust = try TrustFolder(at: authority.trust("fuzz", ["root.pem"]))
    let review = SignatureReview(trust: trust, now: Self.now + 60)
    let plain = try authority.sign(Self.plan, by: "kalyna")
    let stamped = Self.stamped(
      plain, try authority.stamp(try #require(SignatureFacts(plain)).signers[0].value))
    var random = Seeded(15)
    for whole in [plain, stamped] {
      for _ in 0..<600 {
        var bytes = whole
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          let place = Int.random(in: bytes.indices, using: &random)
          switch Int.random(in: 0..<4, using: &random) {
          case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
          case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
          case 2: bytes.remove(at: place)
          default: bytes.insert(0xFF, at: place)
          }
        }
        let outcome = review.review(bytes, at: "plan.p7s", of: [SignedFile("plan.yaml", Self.plan)])
        let isValid = outcome.diagnostics.contains { $0.code == "signature-valid" }
        #expect(!isValid || outcome.signers == ["Калина Олена Петрівна"])
        let other = review.review(bytes, at: "plan.p7s", of: [SignedFile("plan.yaml", [7])])
        #expect(!other.diagnostics.contains { $0.code == "signature-valid" })
      }
    }
  }

  // MARK: The folder of certificates

  @Test func whatIsNoCertificateIsTold() throws {
    try authority.write(Array("це не сертифікат\n".utf8), "readme.txt")
    let folder = try TrustFolder(
      at: authority.trust("mixed", ["root.pem", "readme.txt", "kalyna.pem"]))
    #expect(folder.certificates.count == 2)
    #expect(folder.diagnostics.map(\.code) == ["signature-trust"])
    #expect(throws: ProgramFault.self) { try TrustFolder(at: authority.trust("empty", [])) }
    #expect(throws: ProgramFault.self) {
      try TrustFolder(at: authority.trust("none", ["readme.txt"]))
    }
    #expect(throws: ProgramFault.self) { try TrustFolder(at: authority.path("nosuch")) }
  }
}
