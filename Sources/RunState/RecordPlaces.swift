/// Where the records of all files of a batch are found: in the state of the run before, or in what
/// the tasks of this run have made.
package struct RecordPlaces: Sendable {
  /// A file and the number of a record in it.
  package struct Place: Sendable {
    /// The number of the file.
    package let file: Int
    /// The number of the record in it.
    package let id: Int

    /// Makes a place.
    package init(file: Int, id: Int) {
      self.file = file
      self.id = id
    }
  }

  /// The files: the first is the state, where there is one.
  package var files: [RecordFile] = []
  /// The paths in UTF-8 of output folders that were made aside for what the records tell of.
  package var newFolders: Set<[UInt8]> = []
  /// For every file of the list its place, in one number; -1 where there is none.
  private var places: [Int]

  /// Makes places for so many files, none of them known yet.
  package init(count: Int) {
    places = [Int](repeating: -1, count: count)
  }

  /// The place of a file's record.
  package subscript(index: Int) -> Place? {
    get {
      let place = places[index]
      return place < 0 ? nil : Place(file: place >> 48, id: place & 0xFFFF_FFFF_FFFF)
    }
    set { places[index] = newValue.map { $0.file << 48 | $0.id } ?? -1 }
  }

  /// What reads the records, for one task.
  package func reader() -> RecordReader { RecordReader(files) }
}

/// Reads records here and there, and opens the files that they are in when it needs them; one for
/// each task.
package final class RecordReader {
  private let files: [RecordFile]
  private var tables: [RecordTable?]
  /// Which file is a state that is being written.
  private let state: Int?

  /// Makes a reader.
  ///
  /// - Parameter state: what writes one of the files; what it has not committed is read through it.
  package init(_ files: [RecordFile], beside state: BuildStateWriter? = nil) {
    self.files = files
    tables = Array(repeating: nil, count: files.count)
    self.state = state.flatMap { state in files.firstIndex { $0.path == state.path } }
    if let place = self.state { tables[place] = state?.table }
  }

  /// Whether a place is in the state that is being written.
  package func isState(_ place: RecordPlaces.Place) -> Bool { place.file == state }

  /// The record at a place, as far as it is asked for.
  package func record(at place: RecordPlaces.Place, _ parts: FileRecord.Parts)
    throws(BuildStateFault)
    -> FileRecord
  {
    try table(place.file).record(at: place.id, parts)
  }

  /// The bytes of the record at a place.
  package func bytes(at place: RecordPlaces.Place) throws(BuildStateFault) -> [UInt8] {
    try table(place.file).bytes(at: place.id)
  }

  private func table(_ file: Int) throws(BuildStateFault) -> RecordTable {
    if let table = tables[file] { return table }
    let table = try files[file].open()
    tables[file] = table
    return table
  }
}
