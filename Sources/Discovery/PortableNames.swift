import Bytes
import Diagnostics

/// Tells which names of a folder are not the same, or cannot be, on another file system: what differs
/// by capitals or by how letters are put together (NFC, NFD) is one file there, and Windows keeps
/// some names and characters to itself.
struct PortableNames {
  private var seen: [String: String] = [:]

  private static let reserved: Set<String> = Set(
    ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })

  /// What is wrong with the name of a file or folder, which may be the same as one before it.
  mutating func remark(on name: String, in folder: String) -> Diagnostic? {
    // Two texts are equal in Swift where they are the same letters, however these are put together.
    let small = name.utf8.span.lowercased()
    let stem = small.split(separator: ".").first.map(String.init) ?? small
    let path = PlanList.join(folder, name)
    if let other = seen.updateValue(name, forKey: small) { return .alike(path, to: other) }
    let isPlain = small.utf8.allSatisfy { !"<>:\"|?*\\".utf8.contains($0) && $0 >= 0x20 }
    if Self.reserved.contains(stem) || !isPlain || small.hasSuffix(" ") || small.hasSuffix(".") {
      return .reserved(path)
    }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func alike(_ path: String, to other: String) -> Diagnostic {
    Diagnostic(
      .warning, code: "unportable-name", file: path,
      Message(
        uk: "на іншій файловій системі це те саме ім’я, що «\(other)»: там лишиться один із двох",
        en: "on another file system this is the same name as '\(other)': one of the two is lost"),
      help: Message(
        uk:
          "перейменуйте один із них: назви мають різнитися не лише великими літерами чи складом знаків",
        en:
          "rename one of them: names must differ in more than capitals or how letters are composed")
    )
  }

  fileprivate static func reserved(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, code: "unportable-name", file: path,
      Message(
        uk: "такої назви Windows не приймає",
        en: "Windows takes no such name"),
      help: Message(
        uk:
          "перейменуйте: без < > : \" | ? * \\, крапки чи пробілу наприкінці й імен на зразок con, nul, com1",
        en:
          "rename it: without < > : \" | ? * \\, a dot or space at the end, and names such as con, nul, com1"
      ))
  }
}
