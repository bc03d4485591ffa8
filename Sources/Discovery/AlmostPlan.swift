import Files

/// A file that is not named as a plan: whether it was probably meant as one, to judge by its name, and
/// where that says nothing of another kind of file, by how it begins.
struct AlmostPlan {
  let name: String
  let folder: Folder

  init(name: String, in folder: Folder) {
    self.name = name
    self.folder = folder
  }

  /// Whether it was probably meant as a plan.
  var isLikely: Bool {
    if isCopyOfPlan { return false }
    let name = Self.latin(self.name.lowercased().filter { $0 != " " && $0 != "\u{A0}" })
    if [".yaml", ".yml", ".yaml.txt", ".yml.txt"].contains(where: name.hasSuffix) { return true }
    let parts = name.split(separator: ".")
    guard parts.count > 1, let ending = parts.last else { return beginsAsPlan }
    // A slip is told of where it leaves the ending of no other files.
    return Self.slips.contains(ending) || !Self.others.contains(ending) && beginsAsPlan
  }

  /// The endings of plans with one letter too few, two that have changed places, or one doubled.
  private static let slips: Set<Substring> = [
    "yam", "ymal", "yalm", "aml", "ayml", "yaaml", "yamll", "yyaml",
  ]
  /// The endings of files that are made of plans, or signed: they may begin as plans do.
  private static let others: Set<Substring> = [
    "html", "xml", "txt", "pdf", "docx", "asice", "asics", "p7s", "p7m", "json", "jsonl", "sarif",
    "ics", "csv", "md", "zip", "xlsx", "doc", "xls", "png", "jpg",
  ]

  /// Whether an editor has left it beside the plan that it is an older state of.
  private var isCopyOfPlan: Bool {
    guard let ending = ["~", ".bak", ".orig", ".old"].first(where: name.hasSuffix) else {
      return false
    }
    let plan = String(name.dropLast(ending.count))
    return PlanFinder.isPlan(plan) && (try? folder.status(of: plan)) != nil
  }

  /// Letters of the Latin alphabet in the place of Cyrillic ones that look like them.
  private static func latin(_ text: String) -> String {
    String(text.map { ["у": "y", "а": "a", "м": "m", "т": "t"][$0] ?? $0 })
  }

  /// Whether one of the first lines names a kind: comments may stand before it.
  private var beginsAsPlan: Bool {
    let most = 512
    guard let file = try? folder.open(name), (try? file.status().kind) == .file,
      let bytes = try? file.read(most)
    else { return false }
    return bytes.split(separator: UInt8(ascii: "\n")).contains { line in
      ["вид:", "kind:"].contains { line.starts(with: $0.utf8) }
    }
  }
}
