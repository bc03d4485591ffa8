import Bytes
internal import Diagnostics

/// Bytes of which every match of a pattern has to hold one run: a text without any has no match,
/// which is found out many times faster than by the automaton.
struct RequiredBytes: Sendable {
  /// More runs, and texts shorter than this, are not worth the search.
  fileprivate static let runLimit = 3
  private static let shortest = 32

  private let runs: [[UInt8]]

  /// Finds what a pattern requires; nil where it requires nothing that pays.
  init?(_ program: PatternProgram) {
    let finder = RequiredBytesFinder(
      scalars: program.sets.map { $0.fewScalars.map(OneOfRuns.init) })
    guard let runs = finder.runs(program.syntax), runs.allSatisfy(Self.isRare) else { return nil }
    self.runs = runs
  }

  /// Whether a text may have a match.
  func mayStand(in utf8: Span<UInt8>) -> Bool {
    utf8.count < Self.shortest || runs.contains { Self.holds(utf8, $0) }
  }

  /// Whether a run is more than a space or a single letter of Cyrillic.
  private static func isRare(_ run: [UInt8]) -> Bool {
    run.count > 2 || run[0] < 0x80 && run != [0x20]
  }

  /// Whether the run stands in the text: its first bytes are looked for at sixteen places at once.
  private static func holds(_ utf8: Span<UInt8>, _ run: [UInt8]) -> Bool {
    if run.count == 1 { return utf8.holds(run[0]) }
    let bytes = unsafe utf8.bytes
    let last = min(run.count, 4) - 1
    let first = SIMD16(repeating: run[0])
    let second = SIMD16(repeating: run[min(1, last)])
    let third = SIMD16(repeating: run[min(2, last)])
    let fourth = SIMD16(repeating: run[last])
    var place = 0
    while place + last + 16 <= utf8.count {
      let hits =
        (load(bytes, place) .== first) .& (load(bytes, place + min(1, last)) .== second)
        .& (load(bytes, place + min(2, last)) .== third) .& (load(bytes, place + last) .== fourth)
      if any(hits), (place..<place + 16).contains(where: { stands(run, in: utf8, at: $0) }) {
        return true
      }
      place += 16
    }
    return (place..<max(place, utf8.count)).contains { stands(run, in: utf8, at: $0) }
  }

  private static func stands(_ run: [UInt8], in utf8: Span<UInt8>, at place: Int) -> Bool {
    guard place + run.count <= utf8.count else { return false }
    for index in run.indices where utf8[place + index] != run[index] { return false }
    return true
  }

  @inline(__always)
  private static func load(_ bytes: RawSpan, _ place: Int) -> SIMD16<UInt8> {
    precondition(place + 16 <= bytes.byteCount, "sixteen bytes are left")
    return unsafe bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: place, as: SIMD16<UInt8>.self)
  }
}

private typealias Run = [UInt8]

/// Runs of which one stands at a place.
private struct OneOfRuns {
  let runs: [Run]
  let shortest: Int
  let longest: Int

  init(_ runs: [Run]) {
    self.runs = runs
    shortest = runs.reduce(.max) { min($0, $1.count) }
    longest = runs.reduce(0) { max($0, $1.count) }
  }
}

/// Finds the longest and fewest runs of bytes that a pattern requires.
private struct RequiredBytesFinder {
  private static let runLength = 16

  /// The encodings of each set's scalars, by its number; nil where they are not few.
  let scalars: [OneOfRuns?]

  func runs(_ syntax: PatternSyntax) -> [Run]? {
    switch syntax {
    case .assertion: return nil
    case .scalar(let set): return scalars[set]?.runs
    case .repetition(let part, let least, _): return least > 0 ? runs(part) : nil
    case .choice(let parts):
      var result: [Run] = []
      for part in parts {
        guard let runs = runs(part) else { return nil }
        result += runs.filter { !result.contains($0) }
        guard result.count <= RequiredBytes.runLimit else { return nil }
      }
      return result
    case .sequence(let parts): return best(of: parts)
    }
  }

  private func best(of parts: [PatternSyntax]) -> [Run]? {
    var best: [Run]?
    var worthOfBest = 0
    func offer(_ runs: [Run]) {
      let worth = worth(runs.count, runs.map(\.count).min() ?? 0)
      if worth > worthOfBest { (best, worthOfBest) = (runs, worth) }
    }
    var open = OpenRuns()
    func offerOpen() {
      if worth(open.count, open.shortest) > worthOfBest { offer(open.runs) }
      open = OpenRuns()
    }
    for part in parts {
      if case .assertion = part { continue }
      guard let (set, isOnce) = firstScalar(part), let next = scalars[set] else {
        offerOpen()
        if let runs = runs(part) { offer(runs) }
        continue
      }
      let isFull =
        open.count * next.runs.count > RequiredBytes.runLimit || open.longest >= Self.runLength
      if isFull { offerOpen() }
      open.add(next)
      if !isOnce { offerOpen() }
    }
    offerOpen()
    return best
  }

  /// Runs of which one stands: one scalar of each part behind another.
  private struct OpenRuns {
    private var parts: [OneOfRuns] = []
    private(set) var count = 1
    private(set) var shortest = 0
    private(set) var longest = 0

    mutating func add(_ scalars: OneOfRuns) {
      parts.append(scalars)
      count *= scalars.runs.count
      shortest += scalars.shortest
      longest += scalars.longest
    }

    var runs: [Run] {
      parts.reduce([[]]) { runs, scalars in
        // Mostly there is one run, which goes on with one scalar.
        if runs.count == 1, scalars.runs.count == 1 { return [runs[0] + scalars.runs[0]] }
        return runs.flatMap { run in scalars.runs.map { run + $0 } }
      }
    }
  }

  /// The set that a part starts with for sure, and whether it is all of the part.
  private func firstScalar(_ part: PatternSyntax) -> (set: Int, isOnce: Bool)? {
    switch part {
    case .scalar(let set): (set, true)
    case .repetition(.scalar(let set), let least, _) where least > 0: (set, false)
    default: nil
    }
  }

  private func worth(_ count: Int, _ shortest: Int) -> Int {
    shortest == 0 ? 0 : shortest * 4 - count
  }
}

extension ScalarSet {
  /// The encodings of its scalars where they are few.
  fileprivate var fewScalars: [[UInt8]]? {
    var result: [[UInt8]] = []
    for range in ranges where range.lowerBound <= 0x10_FFFF {
      guard range.count <= RequiredBytes.runLimit else { return nil }
      for scalar in range {
        guard let bytes = Unicode.Scalar(scalar).flatMap(UTF8.encode) else { continue }
        result.append(Array(bytes))
      }
    }
    return result.isEmpty || result.count > RequiredBytes.runLimit ? nil : result
  }
}
