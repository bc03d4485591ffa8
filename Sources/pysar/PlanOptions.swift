import ArgumentParser
import Files
import Plans

/// The options of the commands that read plans.
struct PlanOptions: ParsableArguments {
  @Option(
    name: .customLong("plans"),
    help: ArgumentHelp(
      "A folder where plans are looked for that others refer to.",
      discussion: "May be given several times; the folder of the plan that refers comes first.",
      valueName: "dir"),
    completion: .directory)
  var folders: [String] = []

  func validate() throws {
    for folder in folders where !FileSystem.isFolder(folder) {
      throw ValidationError("--plans \(folder): there is no such folder")
    }
  }

  /// Where the plans are looked for that others refer to.
  ///
  /// - Parameter named: the files and folders that the user named.
  func places(besides named: [String]) -> PlanFolders {
    PlanFolders(named: named, further: folders)
  }
}
