import Corpus

/// A corpus in a folder.
struct CorpusFolder {
  let path: String
  let corpus: Corpus
  /// The bytes of all plans.
  private(set) var size = 0

  /// Writes all plans below a folder.
  init(_ path: String, count: Int) {
    self.path = path
    corpus = Corpus(count: count)
    makeFolders(below: path)
    for plan in corpus {
      let bytes = plan.yaml()
      size += bytes.count
      PlainFiles.write(file(of: plan), bytes)
    }
  }

  func file(of plan: CorpusPlan) -> String { "\(path)/\(plan.stem).yaml" }

  /// Makes the folders of the corpus, below that or another one.
  func makeFolders(below path: String) {
    var folder = ""
    for plan in corpus where plan.folder != folder {
      folder = plan.folder
      PlainFiles.makeFolder("\(path)/\(folder)")
    }
  }

  /// Changes the words of a hundredth of the plans, or changes them back.
  func write(edition: Int) {
    for plan in corpus where plan.isOneInAHundred {
      PlainFiles.write(file(of: plan), plan.yaml(edition: edition))
    }
  }

  /// Goes through the plans some dozens at a time, so that the memory held does not grow with them.
  func forEachGroup(_ body: ([CorpusPlan]) -> Void) {
    var group: [CorpusPlan] = []
    for plan in corpus {
      group.append(plan)
      if group.count == 64 {
        body(group)
        group.removeAll(keepingCapacity: true)
      }
    }
    if !group.isEmpty { body(group) }
  }
}
