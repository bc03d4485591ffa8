import Calendars
import Diagnostics
import Files
import Foundation
import Glibc
import NoteTemplates
import Renditions
import TestSupport

@testable import Batches

/// Edits plans, templates, options and outputs at random, as people and accidents do.
struct Edits {
  private let fixture: BatchFixture
  var random: Seeded
  /// The options of the next run; the output folder apart.
  private(set) var batch: Batch
  /// Whether the batch may have forgotten what former runs have made.
  var hasForgotten = false
  private var number = 0

  /// The paths that plans come and go at: two spellings of one letter, and what shells stumble over.
  private static let paths = [
    "а.yaml", "а.yml", "b/1.yaml", "b/2.yaml", "b/1-1.yaml", "b/c/1.yaml", "b/index.yaml",
    "b-1.yaml", "b.yaml",
    "-rf.yaml", "два слова.yaml", "рядок\nдругий.yaml", "\"'$(x)`.yaml", "й.yaml", "и\u{306}.yaml",
    "\u{306}знак.yaml", "b/несподівано-довга-назва.yml",
  ]

  init(_ fixture: BatchFixture, seed: UInt64) {
    self.fixture = fixture
    random = Seeded(seed)
    batch = fixture.batch()
  }

  /// Puts some plans there.
  mutating func begin() throws {
    for path in Self.paths.prefix(10) where path != "а.yml" { try writePlan(path) }
  }

  /// Makes a few edits.
  ///
  /// - Returns: what they were, for the report of a failure.
  mutating func edit() throws -> String {
    var done: [String] = []
    for _ in 0..<Int.random(in: 1...3, using: &random) { done.append(try editOnce()) }
    return done.joined(separator: "; ")
  }

  private mutating func editOnce() throws -> String {
    let path = random.pick(Self.paths)
    let isThere = (try? fixture.bytes("plans/" + path)) != nil
    switch Int.random(in: 0..<20, using: &random) {
    case 0...5:
      let text = try writePlan(path)
      return "write \(path.debugDescription): \(text.debugDescription)"
    case 6, 7:
      if isThere { try fixture.remove("plans/" + path) }
      return "remove \(path.debugDescription)"
    case 8:
      let other = random.pick(Self.paths)
      guard isThere, other != path else { return "none" }
      try fixture.write(try fixture.bytes("plans/" + path), "plans/" + other)
      if Bool.random(using: &random) { try fixture.remove("plans/" + path) }
      return "move \(path.debugDescription) to \(other.debugDescription)"
    case 9:
      if isThere { unsafe utimensat(AT_FDCWD, fixture.at("plans/" + path), nil, 0) }
      return "touch \(path.debugDescription)"
    case 10...13: return try editOutput()
    case 14: return try editState()
    case 15, 16: return try editTemplates()
    default: return try editOptions()
    }
  }

  @discardableResult private mutating func writePlan(_ path: String) throws -> String {
    var text = plan()
    if Int.random(in: 0..<5, using: &random) == 0 { text += "---\n" + plan() }
    try fixture.write(text, "plans/" + path)
    return text
  }

  private mutating func plan() -> String {
    number += 1
    let text = random.pick([
      "текст \(number)", "текст", "заступник", "голова", String(repeating: "довго", count: 9),
    ])
    let fault = Int.random(in: 0..<8, using: &random) == 0 ? "nosuch: 1\n" : ""
    return SmallTemplates.note(
      Int.random(in: 0..<4, using: &random) == 0 ? random.pick(["Гай", "Дуб"]) : "Автор \(number)",
      text: text, unit: random.pick(["Відділ", "Сектор"]),
      date: random.pick([nil, "2027-02-01", "2027-02-01", "2027-05-01"])) + fault
  }

  private mutating func editOutput() throws -> String {
    let files = ((try? fixture.snapshot()) ?? nil)?.files.keys.sorted() ?? []
    guard !files.isEmpty else { return "none" }
    let path = "out/" + Snapshot.path(random.pick(files))
    let isFile = (try? fixture.bytes(path)) != nil
    switch Int.random(in: 0..<6, using: &random) {
    case 0 where isFile: try fixture.write(try fixture.bytes(path).reversed(), path)
    case 1 where isFile: try fixture.write(try fixture.bytes(path) + [0x20], path)
    case 2 where isFile: try fixture.write([], path)
    case 3:
      try fixture.remove(path)
      try fixture.link(path, to: fixture.at("elsewhere"))
    case 4:
      try fixture.remove(path)
      guard unsafe mkfifo(fixture.at(path), 0o644) == 0 else { throw SystemError(code: errno) }
    default: try fixture.remove(path)
    }
    return "damage \(path.debugDescription)"
  }

  private mutating func editState() throws -> String {
    let path = "out/.pysar/state"
    guard var bytes = try? fixture.bytes(path), !bytes.isEmpty else { return "none" }
    hasForgotten = true
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      try fixture.remove(path)
      return "remove the state"
    case 1:
      try fixture.write(Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &random))), path)
      return "truncate the state"
    default:
      let index = Int.random(in: 0..<bytes.count, using: &random)
      bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      try fixture.write(bytes, path)
      return "flip a bit of byte \(index) of the state"
    }
  }

  private mutating func editTemplates() throws -> String {
    batch.templates = TemplateFolders([fixture.at("templates"), fixture.at("overlay")])
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      try fixture.write(SmallTemplates.form("Записка \(number)"), "overlay/kinds/note/form.html")
    case 1: try fixture.write(SmallTemplates.form("Витяг"), "overlay/kinds/note/extract.html")
    case 2:
      let limit = random.pick([6, 40, 80])
      try fixture.write(SmallTemplates.short(limit: limit), "overlay/acts/small/short.yaml")
    case 3: try? fixture.remove("overlay")
    default: batch.templates = TemplateFolders([fixture.at("templates")])
    }
    return "edit templates"
  }

  private mutating func editOptions() throws -> String {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: batch.formats = random.pick([[.html], [.xml], [.html, .txt], RenditionFormat.all])
    case 1: batch.forms = random.pick([[], ["form"], ["slip"], ["form", "slip"]])
    case 2: batch.asOf = random.pick([nil, day("2027-02-15"), day("2027-06-01")])
    case 3: batch.isSignedOff.toggle()
    case 4: batch.isPruning.toggle()
    case 5: batch.language = batch.language == .en ? .uk : .en
    case 6: batch.isForced.toggle()
    default: batch.jobs = random.pick([1, 2, 5])
    }
    return "set options: \(batch.formats) \(batch.forms) \(batch.asOf.map { "\($0)" } ?? "-")"
      + " \(batch.isSignedOff) \(batch.isPruning) \(batch.language) \(batch.jobs)"
  }

  private func day(_ text: String) -> LocalDate? { LocalDate(iso: text.utf8.span) }
}
