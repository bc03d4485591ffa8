struct BatchFacts: Sendable, Equatable {
  var rule: String
}
extension ByteWriter { mutating func write(_ facts: BatchFacts) { write(facts.rule) } }
extension ByteReader { mutating func facts() throws(LedgerFault) -> BatchFacts { BatchFacts(rule: try text()) } }
