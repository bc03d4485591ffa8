import ArgumentParser
import CStart
import Diagnostics
import Glibc

/// A command that works with several tasks.
protocol TakesTasks: AsyncParsableCommand {
  /// How many tasks work at a time.
  var jobs: Int { get }
  var shared: SharedOptions { get }
}

extension TakesTasks {
  /// Holds that what the tasks need is to be had, and ends the program with a word where it is not:
  /// without threads its run-time system would wait for ever.
  func checkResources() throws {
    try Terminal.run(shared.lang) {
      try Resources.check(tasks: jobs)
      return .success
    }
  }
}

/// Threads, memory and open files, which a batch cannot do without and which the system may refuse:
/// then its libraries wait for ever, or end the program with a trap. What Swift itself takes before the
/// program's first line is CStart's to hold.
enum Resources {
  /// Holds that they are to be had for so many tasks.
  ///
  /// - Throws: what is not.
  static func check(tasks: Int) throws(ProgramFault) {
    let tasks = min(tasks, Processors.count)
    let count = tasks + spareThreads
    guard hasMemory(base + count * share) else {
      throw ProgramFault(
        uk: "бракує пам’яті: збільшіть межу (ulimit -v) або зменшіть --jobs",
        en: "not enough memory: raise the limit (ulimit -v), or lower --jobs")
    }
    let files = baseFiles + tasks * filesOfTask
    guard hasFiles(files) else {
      throw ProgramFault(
        uk: "система не дає відкрити стільки файлів (\(files)): збільшіть межу (ulimit -n)",
        en: "the system opens no more files (\(files) are needed): raise the limit (ulimit -n)")
    }
    guard hasThreads(count) else {
      throw ProgramFault(
        uk: "система не дає запустити потоки (\(count)): збільшіть межу (ulimit -u)",
        en: "the system starts no more threads (\(count) are needed): raise the limit (ulimit -u)")
    }
  }

  /// Holds that there is memory for a command that works alone.
  static func checkMemory() throws(ProgramFault) {
    guard hasMemory(base) else {
      throw ProgramFault(
        uk: "бракує пам’яті: збільшіть межу (ulimit -v)",
        en: "not enough memory: raise the limit (ulimit -v)")
    }
  }

  /// The threads of the run-time system besides those of the tasks.
  private static let spareThreads = 2
  /// What a batch takes at most besides its tasks, in bytes of addresses.
  private static let base = 128 << 20
  /// What a task takes at most: its stack and the plan that it works on.
  private static let share = 48 << 20
  /// How many files a batch has open at most besides those of its tasks.
  private static let baseFiles = 12
  /// How many files a task has open at most: the plan, the records, the folders on the way.
  private static let filesOfTask = 8

  private static func hasMemory(_ size: Int) -> Bool {
    let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
    guard let memory = unsafe mmap(nil, size, PROT_READ | PROT_WRITE, flags, -1, 0),
      unsafe memory != MAP_FAILED
    else { return false }
    unsafe munmap(memory, size)
    return true
  }

  /// Opens so many files at once, and closes them again; they need no path.
  private static func hasFiles(_ count: Int) -> Bool {
    var ends: [Int32] = []
    defer { for end in ends { close(end) } }
    while ends.count < count {
      var both: [Int32] = [-1, -1]
      guard unsafe pipe(&both) == 0 else { return false }
      ends += both
    }
    return true
  }

  /// Starts so many threads that are there at once, and ends them again.
  private static func hasThreads(_ count: Int) -> Bool {
    var gate = unsafe pthread_mutex_t()
    unsafe pthread_mutex_init(&gate, nil)
    unsafe pthread_mutex_lock(&gate)
    var threads: [pthread_t] = []
    for _ in 0..<count {
      var thread = pthread_t()
      let code = unsafe withUnsafeMutablePointer(to: &gate) { gate in
        unsafe pthread_create(&thread, nil, waitAtGate, gate)
      }
      if code != 0 { break }
      threads.append(thread)
    }
    unsafe pthread_mutex_unlock(&gate)
    for thread in threads { pthread_join(thread, nil) }
    unsafe pthread_mutex_destroy(&gate)
    return threads.count == count
  }
}

/// What a thread does that only shows that it is there.
private func waitAtGate(_ gate: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let gate = unsafe gate?.assumingMemoryBound(to: pthread_mutex_t.self) else { return nil }
  unsafe pthread_mutex_lock(gate)
  unsafe pthread_mutex_unlock(gate)
  return nil
}
