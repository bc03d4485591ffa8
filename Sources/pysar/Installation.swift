import Batches
import Diagnostics
import Files
import Glibc

/// Where the program's own data lies.
enum Installation {
  /// The path of the program itself.
  static var program: String { FileSystem.resolved("/proc/self/exe") ?? CommandLine.arguments[0] }

  /// The built-in template folder: beside the program in `../share/pysar`, as `make install` lays
  /// it, or in the source tree that the program was built in.
  static func templates() throws(ProgramFault) -> String {
    let program = program
    var folder = FileSystem.parent(of: program)
    while true {
      for candidate in [folder + "/share/pysar/Templates", folder + "/Templates"]
      where FileSystem.isFolder(candidate + "/kinds") {
        return candidate
      }
      guard folder != "/", !folder.isEmpty, folder != "." else { break }
      folder = FileSystem.parent(of: folder)
    }
    throw ProgramFault(
      uk: "не знайдено теки Templates, яка має лежати поруч із програмою: \(program)",
      en: "cannot find the Templates folder that belongs to the program: \(program)")
  }
}
