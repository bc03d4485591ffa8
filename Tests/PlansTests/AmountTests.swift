import Testing

@testable import Tables

@Suite struct AmountTests {
  @Test(arguments: [
    (["1 200,5", "0.25"], "1200,75"), (["0", "0"], "0"), (["999999999999"], "999999999999"),
    ([String](repeating: "999999999999", count: 9), "8999999999991"),
  ])
  func amountsAreAddedExactly(_ amounts: [String], _ sum: String) {
    let added = amounts.reduce(Decimal6() as Decimal6?) { $0?.adding(Decimal6($1)) }
    #expect(added?.text == sum)
  }

  @Test func amountsThatMakeNoNumberHaveNoSum() {
    let amounts = [String](repeating: "999999999999", count: 10)
    #expect(amounts.reduce(Decimal6() as Decimal6?) { $0?.adding(Decimal6($1)) } == nil)
    #expect(Decimal6().adding(Decimal6("десять")) == nil)
  }
}
