internal import Diagnostics

/// What to do where there is no file of a name.
enum MissingFile {
  /// Help that names the file of its folder that is nearest by its name, or the option that dashes
  /// were typed for.
  static func help(for path: String) -> Message {
    if let option = hyphenedOption(path) {
      return Message(
        uk: "параметри починаються з дефісів: \(option)",
        en: "options begin with hyphens: \(option)")
    }
    if let target = FileSystem.lostTarget(of: path) {
      return Message(
        uk: "це посилання на «\(target)», якого немає: поверніть той файл або вилучіть посилання",
        en: "it is a link to '\(target)', which is missing: restore that file, or delete the link")
    }
    guard let near = near(path) else {
      return Message(uk: "перевірте шлях і назву", en: "check the path and the name")
    }
    return Message(uk: "можливо, малося на увазі «\(near)»", en: "perhaps '\(near)' was meant")
  }

  /// More names than so many are not gone through.
  private static let nameLimit = 10_000

  private static func near(_ path: String) -> String? {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    let folder = String(path.dropLast(name.count))
    guard !name.isEmpty, path.hasSuffix(name),
      let names = try? Folder.names(at: folder.isEmpty ? "." : folder), names.count <= nameLimit
    else { return nil }
    return nearestName(to: name, among: names.sorted()).map { folder + $0 }
  }
}
