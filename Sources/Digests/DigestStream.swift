internal import CNettle

/// An algorithm of digests, called as nettle and BagIt call it.
package enum DigestAlgorithm: String, CaseIterable, Sendable {
  case md5, sha1, sha224, sha256, sha384, sha512
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
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The digest of some bytes as hexadecimal digits.
  package static func hex(of bytes: [UInt8], _ algorithm: DigestAlgorithm) -> String {
    let stream = DigestStream(algorithm)
    stream.update(bytes)
    return stream.finish()
  }
}
