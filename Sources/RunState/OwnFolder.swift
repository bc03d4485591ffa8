package import Diagnostics
package import Files

/// The folder for the batch's own files, within the output folder.
package struct OwnFolder: Sendable {
  /// The folder.
  package let folder: Folder
  private let name: String

  /// Opens it; it is made, and the output folder with it, where it is not there.
  ///
  /// - Throws: why it cannot be had. A link in its place could lead anywhere.
  package static func make(_ output: OutputFolder) throws(ProgramFault) -> OwnFolder {
    let name = output.path(OutputFolder.own)
    do throws(SystemError) {
      try FileSystem.makeFolders(output.path)
      return OwnFolder(
        folder: try Folder(at: output.path).makeFolder(OutputFolder.own), name: name)
    } catch {
      throw error.fault("створити теку", "make the folder", name)
    }
  }

  /// Opens it where it is there.
  package init?(_ output: OutputFolder) {
    guard let folder = try? Folder(at: output.path).folder(OutputFolder.own) else { return nil }
    self.init(folder: folder, name: output.path(OutputFolder.own))
  }

  private init(folder: Folder, name: String) {
    self.folder = folder
    self.name = name
  }

  /// What the user would call a file in it.
  package func path(_ file: String) -> String { name + "/" + file }
}
