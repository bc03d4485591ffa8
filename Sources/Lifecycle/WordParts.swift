internal import Digests
internal import XML
internal import ZIP

/// The parts of a file of Word that belong to its document by relationships (ECMA-376, part 2), whatever
/// they are called.
struct WordParts {
  /// The text of the document; nil where there is none.
  private(set) var main: String?
  /// What is shown beside its words, by what it is, with what tells of it: the words of headers, notes
  /// and the like, pictures, signs before items of lists, and whatever is not understood.
  private(set) var marks: [String: String] = [:]

  private let archive: ZIPReader
  /// The names of the parts: for readers, capitals make no difference.
  private var names: [String: String] = [:]
  private var seen: Set<String> = []

  /// How one part belongs to another.
  private struct Relationship {
    let sort: String
    let target: String
    let isOutside: Bool
  }

  init(_ archive: ZIPReader) {
    self.archive = archive
    for name in archive.names where names.updateValue(name, forKey: name.lowercased()) != nil {
      tell(name)
    }
    for relationship in relationships(of: "") {
      switch relationship.sort {
      case "officeDocument":
        if main != nil { tell(relationship.target) }
        visit(relationship)
      case "core-properties", "extended-properties", "custom-properties", "thumbnail", "origin":
        break
      default: tell(relationship.target)
      }
    }
  }

  private mutating func visit(_ relationship: Relationship) {
    let (sort, name) = (relationship.sort, relationship.target)
    if relationship.isOutside {
      if sort != "hyperlink" { tell(name) }
      return
    }
    guard seen.insert(sort + " " + name.lowercased()).inserted else { return }
    guard let bytes = bytes(of: name) else { return tell(name) }
    switch sort {
    case "image": marks[Digest(of: bytes).hex] = name
    case "officeDocument", "header", "footer", "footnotes", "endnotes", "comments":
      read(bytes, name, isMain: sort == "officeDocument", isText: true)
    case "styles", "stylesWithEffects", "numbering", "settings", "webSettings":
      read(bytes, name, isMain: false, isText: false)
    case "fontTable", "theme", "customXml", "customXmlProps", "commentsExtended", "commentsIds",
      "commentsExtensible", "people":
      break
    default: tell(name)
    }
    for relationship in relationships(of: name) { visit(relationship) }
  }

  private mutating func read(_ bytes: [UInt8], _ name: String, isMain: Bool, isText: Bool) {
    guard let parsed = try? XMLReader.read(bytes) else { return tell(name) }
    var text = WordText(isMain: isMain)
    text.read(parsed.tree.root)
    for mark in text.marks { marks[mark] = "\(name): \(mark)" }
    guard isText else { return }
    if isMain {
      main = (main ?? "") + text.text
    } else {
      let words = text.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !words.isEmpty { marks["words " + words] = "\(name): \(words)" }
    }
  }

  private mutating func tell(_ name: String) { marks["part " + name] = name }

  private func bytes(of name: String) -> [UInt8]? {
    names[name.lowercased()].flatMap { archive[$0] }
  }

  /// How other parts belong to one, or to the whole, which has no name.
  private mutating func relationships(of part: String) -> [Relationship] {
    let steps = part.split(separator: "/", omittingEmptySubsequences: false)
    let folder = steps.dropLast().map(String.init)
    let name = (folder + ["_rels", "\(steps.last ?? "").rels"]).joined(separator: "/")
    guard names[name.lowercased()] != nil else { return [] }
    guard let bytes = bytes(of: name), let parsed = try? XMLReader.read(bytes) else {
      tell(name)
      return []
    }
    return parsed.tree.root.children.filter(\.isElement).map { element in
      let target = element.attribute("Target")?.stringValue ?? ""
      let isOutside = element.attribute("TargetMode")?.stringValue == "External"
      let type = element.attribute("Type")?.stringValue ?? ""
      return Relationship(
        sort: type.split(separator: "/").last.map(String.init) ?? "",
        target: isOutside ? target : Self.path(of: target, from: folder), isOutside: isOutside)
    }
  }

  private static func path(of target: String, from folder: [String]) -> String {
    var result = target.hasPrefix("/") ? [] : folder
    for step in target.split(separator: "/") {
      switch step {
      case ".": break
      case "..": _ = result.popLast()
      default: result.append(String(step))
      }
    }
    return result.joined(separator: "/")
  }
}
