internal import CZlib

/// Unpacks what ``Deflate`` or another program has compressed.
package enum Inflate {
  /// Bytes that were compressed bare (RFC 1951), which must become so many; nil where they do not.
  package static func unpackBare(_ bytes: ArraySlice<UInt8>, to size: Int) -> [UInt8]? {
    guard size >= 0, let room = UInt32(exactly: size), let length = UInt32(exactly: bytes.count)
    else { return nil }
    var isWhole = false
    let result = unsafe [UInt8](unsafeUninitializedCapacity: size) { output, count in
      unsafe bytes.withUnsafeBufferPointer { source in
        var stream = unsafe z_stream()
        unsafe stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        unsafe stream.avail_in = length
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = room
        // Neither zlib's head nor its checksum.
        let window: Int32 = -15
        let code = unsafe inflateInit2_(
          &stream, window, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard code == Z_OK else { return }
        isWhole = unsafe inflate(&stream, Z_FINISH) == Z_STREAM_END && Int(stream.total_out) == size
        count = unsafe Int(stream.total_out)
        _ = unsafe inflateEnd(&stream)
      }
    }
    return isWhole ? result : nil
  }
}
