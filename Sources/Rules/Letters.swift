internal import XML

/// Which characters a plan holds, and which of them stand next to each other, so that a rule about
/// some of them is skipped at no cost.
struct Letters {
  /// What a plan must hold for a rule to mean anything.
  enum Need: Sendable {
    /// Nothing in particular.
    case nothing
    /// One of these characters.
    case characters([Unicode.Scalar])
    /// One of these runs of characters.
    case runs([[Unicode.Scalar]])
  }

  /// A bit for every scalar of the basic plane; those behind it share the last one.
  private let scalars: [UInt64]
  /// A bit for every pair of neighbours; some pairs share one.
  private let pairs: [UInt64]
  private static let pairBits: UInt32 = 0x4000

  init(of root: XMLNode) {
    var scalars = [UInt64](repeating: 0, count: 0x1_0000 / 64)
    var pairs = [UInt64](repeating: 0, count: Int(Self.pairBits) / 64)
    root.forEachText { Self.note($0, &scalars, &pairs) }
    self.scalars = scalars
    self.pairs = pairs
  }

  private static func note(
    _ utf8: Span<UInt8>, _ scalarBits: inout [UInt64], _ pairBits: inout [UInt64]
  ) {
    var scalars = scalarBits.mutableSpan
    var pairs = pairBits.mutableSpan
    var last: UInt32 = 0
    var index = 0
    while index < utf8.count {
      let lead = UInt32(utf8[index])
      var scalar = lead
      let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      if length > 1 {
        scalar = lead & (0x7F >> UInt32(length))
        for offset in 1..<length where index + offset < utf8.count {
          scalar = scalar << 6 | UInt32(utf8[index + offset]) & 0x3F
        }
      }
      index += length
      let place = Self.place(of: scalar)
      scalars[Int(place >> 6)] |= 1 << UInt64(place & 63)
      let pair = Self.place(of: last, scalar)
      pairs[Int(pair >> 6)] |= 1 << UInt64(pair & 63)
      last = scalar
    }
  }

  private static func place(of scalar: UInt32) -> UInt32 { min(scalar, 0xFFFF) }

  private static func place(of scalar: UInt32, _ next: UInt32) -> UInt32 {
    (scalar &* 0x9E37 ^ next &* 0x85EB) & (pairBits - 1)
  }

  /// Whether the plan holds what is needed; perhaps it does, where runs are.
  func meet(_ need: Need) -> Bool {
    switch need {
    case .nothing: true
    case .characters(let characters): characters.contains(where: holds)
    case .runs(let runs):
      runs.contains { run in
        run.allSatisfy(holds) && zip(run, run.dropFirst()).allSatisfy(holdsPair)
      }
    }
  }

  private func holds(_ scalar: Unicode.Scalar) -> Bool {
    let place = Self.place(of: scalar.value)
    return scalars[Int(place >> 6)] & 1 << UInt64(place & 63) != 0
  }

  private func holdsPair(_ scalar: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
    let place = Self.place(of: scalar.value, next.value)
    return pairs[Int(place >> 6)] & 1 << UInt64(place & 63) != 0
  }
}
