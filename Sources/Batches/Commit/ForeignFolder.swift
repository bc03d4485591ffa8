import Diagnostics
import Files
internal import RunState

extension OutputFolder {
  /// The remark that the folder, or the one for the batch's own files, belongs to another user than
  /// root, who runs the batch: that user can put anything in place of what is written.
  var foreignRemarks: [Diagnostic] {
    let folder = [path, path(Self.own)].first { path in
      FileSystem.status(of: path).map { !FileSystem.mayTrust($0.owner) } ?? false
    }
    guard let folder else { return [] }
    return [
      Diagnostic(
        .warning, code: "foreign-folder", file: folder,
        Message(
          uk: "тека належить іншому користувачеві, а пакет складає root",
          en: "the folder belongs to another user, and root builds the batch"),
        help: Message(
          uk: "запускайте від власника теки або змініть власника на root",
          en: "run as the owner of the folder, or make root its owner"))
    ]
  }
}
