import Diagnostics

/// Where the records of all files of a batch are found: in the state of the run before, or in what
/// the tasks of this run have made.
struct RecordPlaces: Sendable {
  /// The stores: the first is the state.
  var stores: [RecordStore] = []
  /// The paths in UTF-8 of output folders that were made aside for what the records tell of.
  var newFolders: Set<[UInt8]> = []
  /// For every file of the list its store and offset; -1 where there is none.
  private var places: [Int]

  init(count: Int) {
    places = [Int](repeating: -1, count: count)
  }

  /// The store and the offset of a file's record.
  subscript(index: Int) -> (store: Int, offset: Int)? {
    get {
      let place = places[index]
      return place < 0 ? nil : (place >> 48, place & 0xFFFF_FFFF_FFFF)
    }
    set { places[index] = newValue.map { $0.store << 48 | $0.offset } ?? -1 }
  }

  /// Windows on all stores.
  func windows(size: Int = 1 << 16) -> [RecordWindow] {
    stores.map { RecordWindow($0, size: size) }
  }
}

extension [RecordWindow] {
  /// The record at a place, as far as it is asked for.
  mutating func record(at place: (store: Int, offset: Int), _ parts: FileRecord.Parts)
    throws(BuildStateFault) -> FileRecord
  {
    try self[place.store].record(at: place.offset, parts)
  }
}
