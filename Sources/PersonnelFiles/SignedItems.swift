internal import Diagnostics
internal import Signatures

/// Who has signed the documents of a personnel file, and who must.
struct SignedItems {
  private var documents: [(number: Int, people: Signatories, path: String)] = []
  /// The signers of documents, by the numbers of these; those who are none where a file is unreadable.
  private var signers: [Int: [String]] = [:]

  /// Adds a document, which those must sign whom its plan names.
  mutating func add(_ item: Inventory.Item, _ people: Signatories, at path: String) {
    documents.append((item.number, people, path))
  }

  /// Adds the signers of a document.
  mutating func add(_ names: [String], of item: Inventory.Item) {
    signers[item.number, default: []] += names
  }

  /// The signatures that are missing.
  var missing: [Diagnostic] {
    documents.flatMap { number, people, path in
      guard people.isEmpty else { return people.missing(among: signers[number] ?? [], in: path) }
      return signers[number] == nil ? [.unsigned(path)] : []
    }
  }
}
