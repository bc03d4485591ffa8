import Foundation
import TestSupport
import Testing

/// `Tests/HouseTests/exceptions.txt`: what may be otherwise, each with its reason.
///
///     ## the question
///     name: reason
struct Exceptions {
  private let names: [String]
  private let question: String

  /// Reads the exceptions under one heading.
  init(_ question: String) throws {
    self.question = question
    let text = String(
      decoding: try Fixture("Tests/HouseTests/exceptions.txt").bytes(), as: UTF8.self)
    let parts = text.split(separator: "## ").filter { $0.hasPrefix(question + "\n") }
    #expect(parts.count == 1, "exceptions.txt has no heading '\(question)'")
    names = parts.flatMap { $0.split(separator: "\n").dropFirst() }.map { line in
      let name = line.prefix(upTo: line.range(of: ": ")?.lowerBound ?? line.endIndex)
      #expect(name.count + 4 < line.count, "exceptions.txt gives no reason for '\(line)'")
      return String(name)
    }
  }

  /// Holds what was found against the list: what is not in it fails, and what is there no more
  /// must leave it.
  func hold(_ found: [String], sourceLocation: SourceLocation = #_sourceLocation) {
    let new = Set(found).subtracting(names).sorted()
    let gone = Set(names).subtracting(found).sorted()
    #expect(new.isEmpty, "\(question): \(new)", sourceLocation: sourceLocation)
    #expect(
      gone.isEmpty, "\(question): take out of exceptions.txt \(gone)",
      sourceLocation: sourceLocation)
  }
}
