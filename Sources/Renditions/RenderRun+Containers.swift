package import Diagnostics
internal import Documents
internal import Files
internal import Plans
internal import ZIP

/// Containers for signing programs (ASiC-E, EN 319 162-1), which put their signatures into them.
extension RenderRun {
  /// Writes each file of plans with its renditions as a container: as the file is, byte by byte, and in
  /// the formats asked for.
  ///
  /// - Parameter place: the file to write, or a folder.
  /// - Throws: why something cannot be written, or that a container is signed already.
  package mutating func write(_ paths: [String], asContainers place: String) throws(ProgramFault)
    -> Status
  {
    let isFolder = place.hasSuffix("/") || FileSystem.isFolder(place)
    if isFolder { try FileSystem.makeFolder(place) }
    let folder = place.hasSuffix("/") ? place : place + "/"
    for (path, _) in try files(paths, numbersPlans: false) {
      guard let source = read(file: path) else { continue }
      let stem = Self.stem(of: path, index: nil)
      guard let container = try container(of: source, stem) else { continue }
      let file = isFolder ? folder + stem + ".asice" : place
      try output.write(container, to: file)
    }
    return status
  }

  /// The container of a file; nil where one of its plans has an error.
  private mutating func container(of source: SourceFile, _ stem: String) throws(ProgramFault)
    -> [UInt8]?
  {
    let name = source.name == "-" ? stem + ".yaml" : FolderCursor.parts(of: source.name).name
    var writer = ZIPWriter()
    // A reader knows by the first bytes what it is.
    try writer.add(
      ZIPEntry("mimetype", stored: Array("application/vnd.etsi.asic-e+zip".utf8)))
    try writer.add(ZIPEntry(name, source.bytes))
    let plans = plans(of: source)
    for (index, plan) in plans.enumerated() {
      guard let plan, let page = document(of: plan) else { return nil }
      for format in formats {
        let written = renderer.write(plan, page, as: format)
        tell(written.diagnostics)
        guard let bytes = written.value else { return nil }
        let number = plans.count > 1 ? "-\(index + 1)" : ""
        try writer.add(ZIPEntry("\(stem)\(number).\(format.name)", bytes))
      }
    }
    return writer.finish()
  }
}
