package import Deadlines
package import Diagnostics
package import Files
package import Renditions

/// What is to be built: the plans, where to, and how.
package struct Batch: Sendable {
  /// A part of the plans: the batch spread over machines.
  package struct Shard: Sendable, Equatable {
    /// Which part, from 1.
    package let number: Int
    /// How many parts there are.
    package let count: Int

    /// Makes a part; nil where the number is not among the count.
    package init?(number: Int, of count: Int) {
      guard count >= 1, count <= 100_000, (1...count).contains(number) else { return nil }
      self.number = number
      self.count = count
    }

    /// Whether a file of plans belongs to this part. That depends on its path alone, and not on how
    /// it ends: files that would make the same documents meet in one part.
    func holds(_ path: String) -> Bool {
      let stem = path.hasSuffix(".yml") ? path.dropLast(4) : path.dropLast(5)
      return PathHash.of(String(stem)) % UInt64(count) == UInt64(number - 1)
    }

    /// What stands in the names of this part's own files: `.3-of-8`.
    var suffix: String { ".\(number)-of-\(count)" }
  }

  /// The files of plans, and folders of them.
  package var plans: [String]
  /// The folder that is written to.
  package var output: String
  /// Where kinds, forms and rules are.
  package var templates: TemplateFolders
  /// The folders of plans that are only referred to.
  package var planFolders: [String] = []
  /// The formats to render.
  package var formats = RenditionFormat.all
  /// The forms to render, by name; without any, all that a kind has.
  package var forms: [String] = []
  /// How many tasks work at a time.
  package var jobs = 1
  /// The day that the batch is built for.
  package var asOf: LocalDate?
  /// Whether only plans are taken that everyone has signed, up to ``asOf``.
  package var isSignedOff = false
  /// Whether files that no plan makes any longer are removed.
  package var isPruning = false
  /// Whether everything is built, changed or not.
  package var isForced = false
  /// Whether the first plan with an error ends the run, and nothing is written.
  package var isFailFast = false
  /// Whether nothing is written, only told.
  package var isDryRun = false
  /// The part of the plans that is built; nil for all.
  package var shard: Shard?
  /// Names and paths that are skipped; see ``IgnorePatterns``.
  package var ignored: [String] = []
  /// Whether all is on the disk before it is told to be done; without it a power cut may lose some.
  package var isSynchronizing = true
  /// Whether every document is held against its digest, by its bytes.
  package var isVerifying = false
  /// How many documents may be removed at most; nil for a tenth of them, and no fewer than 20.
  package var pruneLimit: Int?
  /// How many bytes are kept of one file of plans at most.
  var keptLimit = 4 << 20
  /// How many findings are told of the batch at most.
  var findingLimit = [Diagnostic].runLimit
  /// Whether plans are read that are links to files outside of the folders of plans.
  package var isFollowingLinks = false
  /// The language of reports and messages.
  package var language = Language.uk
  /// The version of the program, which reports give.
  package var version = ""

  /// Makes a batch of plans.
  package init(plans: [String], output: String, templates: TemplateFolders) {
    self.plans = plans
    self.output = output
    self.templates = templates
  }

  /// How many of so many documents may be removed.
  func pruneLimit(of documents: Int) -> Int { pruneLimit ?? max(20, documents / 10) }

  /// Whether a plan is taken that was signed on a day, or by not everyone.
  func takes(signedOn day: LocalDate?) -> Bool {
    Self.takes(signedOn: day, isSignedOff: isSignedOff, asOf: asOf)
  }

  static func takes(signedOn day: LocalDate?, isSignedOff: Bool, asOf: LocalDate?) -> Bool {
    guard isSignedOff else { return true }
    guard let day else { return false }
    return asOf.map { day <= $0 } ?? true
  }
}

/// A hash of texts that is the same on every machine: FNV-1a of 64 bits, mixed once more.
enum PathHash {
  static func of(_ text: String, seed: UInt64 = 0) -> UInt64 {
    var text = text
    return text.withUTF8 { unsafe of($0, seed: seed) }
  }

  static func of(_ bytes: UnsafeBufferPointer<UInt8>, seed: UInt64 = 0) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
    for index in 0..<bytes.count {
      unsafe hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3
    }
    hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
    return hash ^ hash >> 32
  }
}
