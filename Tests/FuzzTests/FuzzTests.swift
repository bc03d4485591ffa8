import FuzzTargets
import TestSupport
import Testing

/// What once fell, or might: the files of `Fixtures/fuzz`, a folder for each sort. `make fuzz` looks
/// for more.
@Suite struct FuzzTests {
  static let inputs = FuzzTarget.allCases.flatMap { target in
    Fixture.list("fuzz/\(target.rawValue)", suffix: "").map { (target, $0) }
  }

  @Test(arguments: inputs) func isReadWithoutATrap(_ target: FuzzTarget, _ input: Fixture) throws {
    FuzzReader(templates: Fixture.templates).read(try input.bytes(), as: target)
  }

  @Test(arguments: FuzzTarget.allCases) func everySortHasInputs(_ target: FuzzTarget) {
    #expect(Self.inputs.contains { $0.0 == target })
  }
}
