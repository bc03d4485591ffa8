import Bytes
import Diagnostics

/// Where the record of a file is found that is gone.
struct GoneFile: Sendable {
  let store: Int
  let offset: Int
  /// The number of the file in the list that its path comes before.
  let before: Int
  /// Whether the file may still be there, in a folder that could not be looked into.
  var isUnseen = false
}

/// What the state knows of the files of a batch.
struct BuildStateMatch: Sendable {
  /// The records of files that are there.
  var places: RecordPlaces
  /// The records of files that are gone.
  var gone: [GoneFile] = []
  /// Whether a file is gone that was there the last time.
  var hasNewlyGone = false

  /// Holds the state against a list; both are in the order of paths.
  init(_ state: BuildState?, _ list: PlanList) throws(BuildStateFault) {
    places = RecordPlaces(count: list.files.count)
    guard let state else { return }
    places.stores = [state.store]
    var window = RecordWindow(state.store, size: 1 << 18)
    var offset = state.start
    var index = 0
    var current = list.files.first.map(list.path) ?? ""
    func advance() {
      index += 1
      if index < list.files.count { current = list.path(of: list.files[index]) }
    }
    while let (start, next) = try window.record(at: offset) {
      var reader = start
      let path = try reader.text()
      while index < list.files.count, current.precedes(path) { advance() }
      if index < list.files.count, current.hasSameBytes(as: path) {
        places[index] = (0, offset)
        advance()
      } else if list.unseen.contains(where: path.beginsWithBytes) {
        gone.append(GoneFile(store: 0, offset: offset, before: index, isUnseen: true))
      } else {
        let record = try window.record(at: offset, [])
        if !record.isGone { hasNewlyGone = true }
        if !record.isGone || record.plans.contains(where: { !$0.former.isEmpty }) {
          gone.append(GoneFile(store: 0, offset: offset, before: index))
        }
      }
      offset = next
    }
  }
}
