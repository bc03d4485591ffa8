import FuzzTargets
import Glibc

/// What libFuzzer calls with each input (https://llvm.org/docs/LibFuzzer.html); the environment says
/// in `FUZZ_TARGET` what it is read as.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  unsafe reader.read(bytes, as: target)
  return 0
}

private let target: FuzzTarget = {
  let name = unsafe getenv("FUZZ_TARGET").map { unsafe String(cString: $0) }
  guard let target = name.flatMap(FuzzTarget.init) else {
    fatalError("FUZZ_TARGET is one of \(FuzzTarget.allCases.map(\.rawValue))")
  }
  return target
}()

/// libFuzzer calls from one thread.
nonisolated(unsafe) private let reader = FuzzReader(templates: "Templates")
