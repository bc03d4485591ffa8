import ArgumentParser
import Files

/// The option of the commands that write PDF.
struct FontOption: ParsableArguments {
  @Option(
    name: .customLong("font"),
    help: ArgumentHelp(
      "A folder with the font that PDF is set in, in place of Liberation Serif.",
      discussion: "Its four faces are TrueType files: regular, bold, italic, bold italic.",
      valueName: "dir"),
    completion: .directory)
  var folder: String?

  func validate() throws {
    guard folder.map(FileSystem.isFolder) ?? true else {
      throw ValidationError("--font \(folder ?? ""): there is no such folder")
    }
  }
}
