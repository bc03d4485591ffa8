internal import CNettle

/// An algorithm of digests, called as nettle and BagIt call it.
package enum DigestAlgorithm: String, CaseIterable, Sendable {
  case md5, sha1, sha224, sha256, sha384, sha512

  /// How many bytes a digest has.
  package var digestSize: Int {
    switch self {
    case .md5: 16
    case .sha1: 20
    case .sha224: 28
    case .sha256: 32
    case .sha384: 48
    case .sha512: 64
    }
  }
}

/// Digests bytes by an algorithm as they come.
@safe package final class DigestStream {
  private let hash: UnsafePointer<nettle_hash>
  private let context: UnsafeMutableRawPointer

  /// Begins with no bytes.
  package init(_ algorithm: DigestAlgorithm) {
    guard let hash = unsafe nettle_lookup_hash(algorithm.rawValue) else {
      preconditionFailure("nettle has all that are named here")
    }
    unsafe self.hash = hash
    unsafe context = .allocate(byteCount: Int(hash.pointee.context_size), alignment: 16)
    unsafe hash.pointee.`init`(context)
  }

  deinit { unsafe context.deallocate() }

  /// Takes more bytes.
  package func update(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe hash.pointee.update(context, buffer.count, buffer.baseAddress)
    }
  }

  /// The digest of all the bytes as hexadecimal digits, in small letters; the stream begins again.
  package func finish() -> String {
    var digest = [UInt8](repeating: 0, count: Int(unsafe hash.pointee.digest_size))
    unsafe digest.withUnsafeMutableBufferPointer { buffer in
      unsafe hash.pointee.digest(context, buffer.count, buffer.baseAddress)
    }
    return digest.hexadecimal
  }

  /// The digest of some bytes as hexadecimal digits.
  package static func hex(of bytes: [UInt8], _ algorithm: DigestAlgorithm) -> String {
    let stream = DigestStream(algorithm)
    stream.update(bytes)
    return stream.finish()
  }
}

extension [UInt8] {
  /// The bytes as hexadecimal digits, in small letters.
  package var hexadecimal: String {
    let letters = UInt8(ascii: "a") - 10
    return unsafe String(unsafeUninitializedCapacity: count * 2) { buffer in
      for (index, byte) in enumerated() {
        let (high, low) = (byte >> 4, byte & 15)
        unsafe buffer[index * 2] = high + (high < 10 ? UInt8(ascii: "0") : letters)
        unsafe buffer[index * 2 + 1] = low + (low < 10 ? UInt8(ascii: "0") : letters)
      }
      return count * 2
    }
  }
}
