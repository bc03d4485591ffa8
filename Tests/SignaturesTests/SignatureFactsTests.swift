import Diagnostics
import Testing

@testable import Signatures

/// Signatures as they are read; those that OpenSSL makes are in `Fixtures/commands/archive.txt`.
struct SignatureFactsTests {
  /// A value in DER.
  private static func value(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    let length: [UInt8] =
      content.count < 128
      ? [UInt8(content.count)] : [0x82, UInt8(content.count >> 8), UInt8(content.count & 255)]
    return [tag] + length + content
  }

  private static func sequence(_ values: [UInt8]...) -> [UInt8] {
    value(0x30, values.flatMap { $0 })
  }

  private static func identifier(_ text: String) -> [UInt8] {
    let numbers = text.split(separator: ".").compactMap { Int($0) }
    let rest = numbers.dropFirst(2).flatMap { number -> [UInt8] in
      var bytes = [UInt8(number & 0x7F)]
      var number = number >> 7
      while number > 0 {
        bytes.insert(UInt8(number & 0x7F) | 0x80, at: 0)
        number >>= 7
      }
      return bytes
    }
    return value(0x06, [UInt8(numbers[0] * 40 + numbers[1])] + rest)
  }

  private static let number = value(0x02, [0x05])
  private static let issuer = name("Калина Олена")
  private static let ukrainian = ukrainian(by: sequence(issuer, number))

  private static func name(_ text: String) -> [UInt8] {
    sequence(value(0x31, sequence(identifier("2.5.4.3"), value(0x0C, Array(text.utf8)))))
  }

  /// A signature as Ukrainian programs make them: ДСТУ 4145 with the digest of ГОСТ 34.311.
  ///
  /// - Parameters:
  ///   - own: whose it is.
  ///   - named: the digest of the signer's certificate, where it is signed along.
  private static func ukrainian(by own: [UInt8], named: [UInt8]? = nil) -> [UInt8] {
    let gost = sequence(identifier("1.2.804.2.1.1.1.1.2.1"))
    let key = sequence(
      identifier("2.5.29.14"), value(0x04, value(0x04, [7, 7, 7])))
    let certificate = sequence(
      sequence(
        value(0xA0, value(0x02, [2])), number, sequence(identifier("1.2.804.2.1.1.1.1.3.1.1")),
        issuer, sequence(), issuer, sequence(), value(0xA3, sequence(key))),
      sequence(), value(0x03, [0]))
    let certificates = named.map { digest in
      sequence(
        identifier("1.2.840.113549.1.9.16.2.47"),
        value(0x31, sequence(sequence(sequence(value(0x04, digest))))))
    }
    let attributes = value(
      0xA0,
      sequence(identifier("1.2.840.113549.1.9.4"), value(0x31, value(0x04, [1, 2, 3])))
        + sequence(
          identifier("1.2.840.113549.1.9.5"), value(0x31, value(0x17, Array("270730120000Z".utf8))))
        + (certificates ?? []))
    let signer = sequence(
      value(0x02, [1]), own, gost, attributes,
      sequence(identifier("1.2.804.2.1.1.1.1.3.1.1")), value(0x04, [9]))
    return sequence(
      identifier("1.2.840.113549.1.7.2"),
      value(
        0xA0,
        sequence(
          value(0x02, [1]), value(0x31, gost), sequence(identifier("1.2.840.113549.1.7.1")),
          value(0xA0, certificate), value(0x31, signer))))
  }

  @Test func ukrainianSignaturesAreToldByName() throws {
    let facts = try #require(SignatureFacts(Self.ukrainian))
    let signer = try #require(facts.signers.first)
    #expect(signer.algorithmName == "ДСТУ 4145-2002")
    #expect(signer.name == "Калина Олена")
    #expect(signer.time?.text == "2027-07-30 12:00:00 UTC")
    // Its digest is by an algorithm that is not known here: nothing is said against the file.
    #expect(signer.isOf([]) == nil && signer.digestName == "ГОСТ 34.311-95")
  }

  @Test func ukrainianSignaturesAreThereAndNotChecked() {
    let outcome = SignatureReview(trust: nil, now: 0)
      .review(Self.ukrainian, at: "plan.p7s", of: [SignedFile("plan.yaml", [])])
    #expect(outcome.signers == ["Калина Олена"])
    #expect(outcome.diagnostics.map(\.code) == ["signature-unchecked"])
    let said = outcome.diagnostics.first?.message.uk ?? ""
    #expect(said.contains("Калина Олена, ДСТУ 4145-2002, ГОСТ 34.311-95, 2027-07-30 12:00:00 UTC"))
  }

  /// Nobody is named by a certificate that happens to lie there.
  @Test(
    arguments: [
      (sequence(issuer, number), nil, "Калина Олена"),
      (value(0x80, [7, 7, 7]), nil, "Калина Олена"),
      (sequence(issuer, value(0x02, [0x06])), nil, ""),
      (sequence(name("Ясен Богдан"), number), nil, ""),
      (sequence(sequence(), number), nil, ""),
      (sequence(number), nil, ""),
      (value(0x80, [7, 7, 8]), nil, ""),
      (value(0x80, []), nil, ""),
      (value(0x81, [7, 7, 7]), nil, ""),
      (sequence(issuer, number), [UInt8](repeating: 1, count: 32), ""),
    ] as [([UInt8], [UInt8]?, String)])
  func aSignerHasTheNameOfItsOwnCertificate(_ own: [UInt8], _ named: [UInt8]?, _ name: String) {
    let outcome = SignatureReview(trust: nil, now: 0).review(
      Self.ukrainian(by: own, named: named), at: "plan.p7s", of: [SignedFile("plan.yaml", [])])
    #expect(outcome.signers == [name])
  }

  @Test func brokenSignaturesAreNone() {
    for length in 0..<Self.ukrainian.count {
      #expect(SignatureFacts(Array(Self.ukrainian.prefix(length))) == nil)
    }
    for index in Self.ukrainian.indices {
      for mask: UInt8 in [0x01, 0x80, 0xFF] {
        var bytes = Self.ukrainian
        bytes[index] ^= mask
        _ = SignatureFacts(bytes)
      }
    }
    #expect(SignatureFacts(Array(repeating: 0x30, count: 10000)) == nil)
  }
}
