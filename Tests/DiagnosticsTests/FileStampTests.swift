import Glibc
import Testing

@testable import Files

@Suite struct FileStampTests {
  private static func stamp(modified: Int, changed: Int = 1_000) -> FileStamp {
    var status = stat()
    status.st_mtim = timespec(tv_sec: modified, tv_nsec: 999_999_999)
    status.st_ctim = timespec(tv_sec: changed, tv_nsec: 999_999_999)
    return FileStamp(status)
  }

  /// Seconds of 1901, 1970, 2262 and just behind it, 2300, 2400 and of no calendar at all.
  static let seconds = [
    -2_147_483_648, 0, 9_223_372_036, 9_223_372_037, 10_413_792_000, 13_569_465_600, Int.max,
  ]

  @Test func timesThatNoNumberHoldsAreToldFromEachOther() {
    let stamps = Self.seconds.map { Self.stamp(modified: $0) }
    for (index, stamp) in stamps.enumerated() {
      #expect(stamps.firstIndex(of: stamp) == index, "\(Self.seconds[index])")
    }
  }

  @Test func aStampFromBehindTheClocksNumbersIsNotBelieved() {
    let now = 1_800_000_000_000_000_000
    #expect(Self.stamp(modified: 10_413_792_000).settled(by: now) != .none)
    #expect(Self.stamp(modified: 0, changed: 10_413_792_000).settled(by: now) == .none)
    #expect(Self.stamp(modified: 0, changed: 10_413_792_000).settled(by: .min) == .none)
  }
}
