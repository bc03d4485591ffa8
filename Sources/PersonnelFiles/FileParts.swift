internal import Diagnostics
internal import Bags
internal import Digests
internal import Files
internal import Plans
internal import Schemas

/// The parts that a personnel file has: bags that follow each other, none of which ever changes.
struct FileParts {
  /// The numbers of the parts, in order.
  let numbers: [Int]
  /// The inventory of the last part, which lists the documents of all.
  let inventory: Inventory
  /// The digest of the tag manifest of the last part.
  let digest: String
  private let folder: Folder

  /// The parts that a file has; nil where it has none, or is not there.
  ///
  /// - Parameter file: the name of its folder.
  /// - Throws: that they are not as they should be.
  init?(of file: String, in archive: Folder, _ reader: PlanReader) throws(Broken) {
    do throws(SystemError) {
      guard try archive.status(of: file) != nil else { return nil }
      folder = try archive.folder(file)
      numbers = try folder.entries().compactMap { $0.name.flatMap(ArchiveName.part) }.sorted()
      guard let last = numbers.last else { return nil }
      guard numbers.count == last else { throw SystemError.absent }
      let bag = try folder.folder(ArchiveName.part(last))
      digest = try Self.tagDigest(of: bag)
      let source = SourceFile(
        name: "\(ArchiveName.part(last))/data/\(ArchiveName.inventory).yaml",
        bytes: try bag.folder("data").contents(of: ArchiveName.inventory + ".yaml"))
      guard let plan = reader.read(source).first?.value, plan.isWhole,
        let inventory = Inventory(of: plan), inventory.part == last
      else { throw SystemError.absent }
      self.inventory = inventory
    } catch {
      throw Broken(cause: error)
    }
  }

  /// Whether a line of the inventory of all files is of these parts, or of the first of them.
  func go(onFrom line: FileLine) -> Bool {
    guard line.parts < inventory.part else {
      return line.parts == inventory.part && line.digest == digest
    }
    return (try? Self.tagDigest(of: folder.folder(ArchiveName.part(line.parts)))) == line.digest
  }

  /// Parts that cannot be gone on from.
  struct Broken: Error {
    let cause: SystemError
  }

  /// The digest by SHA-256 of the tag manifest of a bag, which stands for all of the bag.
  static func tagDigest(of bag: Folder) throws(SystemError) -> String {
    DigestStream.hex(of: try bag.contents(of: "tagmanifest-sha256.txt"), .sha256)
  }
}
