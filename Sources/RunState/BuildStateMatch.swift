import Bytes
internal import Diagnostics
package import Discovery

/// Where the record of a file is found that is gone.
package struct GoneFile: Sendable {
  /// Where it is.
  package let place: RecordPlaces.Place
  /// The number of the file in the list that its path comes before.
  package let before: Int
  /// Whether the file may still be there, in a folder that could not be looked into.
  package var isUnseen = false

  /// Makes a file that is gone.
  package init(place: RecordPlaces.Place, before: Int) {
    self.place = place
    self.before = before
  }
}

/// What the state knows of the files of a batch.
package struct BuildStateMatch: Sendable {
  /// The records of files that are there.
  package var places: RecordPlaces
  /// The records of files that are gone.
  package var gone: [GoneFile] = []
  /// Whether a file is gone that was there the last time.
  package var hasNewlyGone = false
  /// The paths of files of which nothing is left to tell.
  package var forgotten: [String] = []

  /// Nothing is known of so many files.
  package init(count: Int) {
    places = RecordPlaces(count: count)
  }

  /// Holds the state against a list; both are in the order of paths.
  package init(_ state: BuildState?, _ list: PlanList) throws(BuildStateFault) {
    places = RecordPlaces(count: list.files.count)
    guard let state else { return }
    places.files = [state.file]
    var index = 0
    var current = list.files.first.map(list.path) ?? ""
    func advance() {
      index += 1
      if index < list.files.count { current = list.path(of: list.files[index]) }
    }
    var match = self
    try state.forEach { row throws(BuildStateFault) in
      let place = RecordPlaces.Place(file: 0, id: row.id)
      while index < list.files.count, current.precedes(row.path) { advance() }
      if index < list.files.count, current.hasSameBytes(as: row.path) {
        match.places[index] = place
        advance()
      } else {
        try match.addGone(row, GoneFile(place: place, before: index), list)
      }
    }
    self = match
  }

  private mutating func addGone(_ row: RecordTable.Row, _ file: GoneFile, _ list: PlanList)
    throws(BuildStateFault)
  {
    var file = file
    if list.unseen.contains(where: row.path.beginsWithBytes) {
      file.isUnseen = true
      return gone.append(file)
    }
    let record = try FileRecord(row.bytes, [])
    if !record.isGone { hasNewlyGone = true }
    if !record.isGone || record.plans.contains(where: { !$0.former.isEmpty }) {
      gone.append(file)
    } else {
      forgotten.append(row.path)
    }
  }
}
