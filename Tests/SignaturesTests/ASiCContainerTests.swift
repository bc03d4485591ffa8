import Diagnostics
import Digests
import Foundation
import TestSupport
import Testing
import ZIP

@testable import Signatures

/// What is said of containers: `Tests/Expected/Signatures/containers.txt`.
struct ASiCContainerTests {
  private let authority: TestAuthority
  private static let plan = Array("рік: 2027\n".utf8)
  private static let other = Array("рік: 2028\n".utf8)
  private static let type = "application/vnd.etsi.asic-e+zip"

  init() throws { authority = try TestAuthority.shared.get() }

  private static func archive(_ files: [(String, [UInt8])]) throws -> [UInt8] {
    var writer = ZIPWriter()
    for (name, bytes) in files { try writer.add(ZIPEntry(name, stored: bytes)) }
    return writer.finish()
  }

  /// A manifest of files with the bytes that were signed.
  private static func manifest(
    _ files: [(String, [UInt8])], _ signature: String = "META-INF/signature001.p7s",
    algorithm: String = "http://www.w3.org/2001/04/xmlenc#sha256"
  ) -> [UInt8] {
    let references = files.map { name, bytes in
      let path = name.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? name
      return """
        <asic:DataObjectReference URI="\(path)"><ds:DigestMethod Algorithm="\(algorithm)"/>\
        <ds:DigestValue>\(Digest(of: bytes).base64)</ds:DigestValue></asic:DataObjectReference>

        """
    }.joined()
    return Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
      <asic:SigReference URI="\(signature)" MimeType="application/x-pkcs7-signature"/>
      \(references)</asic:ASiCManifest>
      """.utf8)
  }

  private func review(_ bytes: [UInt8]) throws -> SignatureReview.Outcome {
    let trust = try TrustFolder(at: authority.trust("trust-\(UUID())", ["root.pem"]))
    return SignatureReview(trust: trust, now: Int(Date().timeIntervalSince1970))
      .review(bytes, at: "plan.asice", of: [SignedFile("plan.yaml", Self.plan)])
  }

  private func review(_ files: [(String, [UInt8])]) throws -> SignatureReview.Outcome {
    try review(try Self.archive(files))
  }

  @Test func everyContainerIsToldOf() throws {
    let (plan, other) = (Self.plan, Self.other)
    let mimetype = ("mimetype", Array(Self.type.utf8))
    let manifest = Self.manifest([("план № 1.yaml", plan)])
    let signed = ("META-INF/ASiCManifest001.xml", manifest)
    let signature = ("META-INF/signature001.p7s", try authority.sign(manifest, by: "kalyna"))
    let document = ("план № 1.yaml", plan)
    let whole = [mimetype, document, signed, signature]
    let simple = ("META-INF/signature.p7s", try authority.sign(plan, by: "rsa"))
    let two = Self.manifest([("план № 1.yaml", plan), ("інше.txt", other)])
    let unknown = Self.manifest([("план № 1.yaml", plan)], algorithm: "urn:x")
    var cases = [
      ("a container with a manifest", try review(whole)),
      ("a simple container", try review([("plan.yaml", plan), simple])),
      (
        "two documents in a simple one",
        try review([("plan.yaml", plan), ("x", other), simple])
      ),
      (
        "a document that was altered",
        try review([mimetype, ("план № 1.yaml", other), signed, signature])
      ),
      ("a document that is not there", try review([mimetype, signed, signature])),
      ("a signature that is not there", try review([mimetype, document, signed])),
      (
        "a manifest that was altered",
        try review([
          mimetype, document, ("META-INF/ASiCManifest001.xml", manifest + [0x20]), signature,
        ])
      ),
      (
        "a manifest that is none",
        try review([mimetype, document, ("META-INF/ASiCManifest001.xml", plan), signature])
      ),
      ("a document that nobody has signed", try review(whole + [("додано.txt", other)])),
      (
        "two documents signed",
        try review([
          mimetype, document, ("інше.txt", other), ("META-INF/ASiCManifest001.xml", two),
          ("META-INF/signature001.p7s", try authority.sign(two, by: "kalyna")),
        ])
      ),
      (
        "of other documents than the plan",
        try review([
          mimetype, ("інше.txt", other),
          ("META-INF/ASiCManifest001.xml", Self.manifest([("інше.txt", other)])),
          (
            "META-INF/signature001.p7s",
            try authority.sign(Self.manifest([("інше.txt", other)]), by: "kalyna")
          ),
        ])
      ),
      (
        "a digest by an algorithm that is not known",
        try review([
          mimetype, document, ("META-INF/ASiCManifest001.xml", unknown),
          ("META-INF/signature001.p7s", try authority.sign(unknown, by: "kalyna")),
        ])
      ),
      (
        "XAdES and time stamps",
        try review([
          mimetype, document, ("META-INF/signatures001.xml", [0x3C]),
          ("META-INF/timestamp.tst", [0]),
        ])
      ),
      ("no signature yet", try review([mimetype, document])),
      (
        "no signature that can be read",
        try review([mimetype, document, signed, ("META-INF/signature001.p7s", [1])])
      ),
      (
        "another type",
        try review([("mimetype", Array("application/zip".utf8)), document, signed, signature])
      ),
      ("names that climb", try review(whole + [("../../etc/passwd", [1])])),
      ("names from the root", try review(whole + [("/etc/passwd", [1])])),
      ("names with control characters", try review(whole + [("a\u{1B}[2J", [1])])),
      ("too many files", try review(whole + (0..<1000).map { ("\($0)", []) })),
      ("no archive", try review(plan)),
    ]
    var bytes = try Self.archive(whole + [("план № 2.yaml", other)])
    bytes.replace("план № 2", with: "план № 1")
    cases.append(("two files of a name", try review(bytes)))
    bytes = try Self.archive(whole)
    cases.append(("cut short", try review(Array(bytes.dropLast(30)))))
    cases.append(("encrypted", try review(bytes.withFlag(1))))
    var bomb = ZIPWriter()
    try bomb.add(ZIPEntry("bomb", [UInt8](repeating: 0, count: 40 << 20)))
    try bomb.add(ZIPEntry("another", [UInt8](repeating: 0, count: 40 << 20)))
    cases.append(("more than it seems", try review(bomb.finish())))
    expectFile(
      SignatureReviewTests.text(cases), matches: "Tests/Expected/Signatures/containers.txt")
  }

  @Test func noDamageMakesATrapOrAnotherDocument() throws {
    let manifest = Self.manifest([("a", Self.plan)])
    let whole = try Self.archive([
      ("a", Self.plan), ("META-INF/ASiCManifest1.xml", manifest),
      ("META-INF/signature001.p7s", try authority.sign(manifest, by: "kalyna")),
    ])
    let review = SignatureReview(trust: nil, now: 0)
    var random = Seeded(15)
    for _ in 0..<600 {
      var bytes = whole
      bytes[Int.random(in: bytes.indices, using: &random)] = .random(
        in: .min ... .max, using: &random)
      let outcome = review.review(bytes, at: "a.asice", of: [SignedFile("a", Self.other)])
      #expect(outcome.signers.isEmpty)
    }
  }
}

extension [UInt8] {
  /// Replaces a text wherever it stands by another of the same length.
  fileprivate mutating func replace(_ text: String, with other: String) {
    let (old, new) = (Array(text.utf8), Array(other.utf8))
    for place in 0...(count - old.count) where self[place..<place + old.count].elementsEqual(old) {
      replaceSubrange(place..<place + old.count, with: new)
    }
  }

  /// An archive whose first file has flags in the directory.
  fileprivate func withFlag(_ flag: UInt8) -> [UInt8] {
    var bytes = self
    for place in 0..<(count - 4) where self[place..<place + 4].elementsEqual([0x50, 0x4B, 1, 2]) {
      bytes[place + 8] |= flag
    }
    return bytes
  }
}
