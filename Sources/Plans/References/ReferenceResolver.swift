internal import Contents
import Diagnostics
import Digests
import Files
internal import Schemas
import XML

/// Finds the plans that others refer to, and holds their content by its digest. It belongs to one
/// reader, and remembers the files that it has read.
final class ReferenceResolver {
  /// A reference as it stands in a tree.
  struct Mention {
    /// The element whose text is the path.
    let node: XMLNode
    /// What it may lead to.
    let target: PlanTarget
  }

  /// What is known of a file that is referred to.
  private struct File {
    /// A plan of the file.
    struct Plan {
      let kind: String
      let digest: Digest
      let revised: RevisedPlan?
      let year: ReferredYear
      let owner: PlanOwner?
    }

    var fault: FileFault?
    var plans: [Plan] = []
    /// Whether some plan of it is wrong by itself.
    var isWrong = false
    /// Whether its references go round in a circle, within as many in a row as were followed.
    var isCircular = false
    /// How many references in a row lead on from it; where not all were followed, one more than were.
    var height = 0
    /// The file, and all that it was read with.
    var dependencies: [PlanDependency] = []
  }

  /// A file that was read, and how many references in a row may lead on from it where it is one that
  /// has more. What is known of it follows from these alone, whichever way it was come upon.
  private struct Key: Hashable {
    let path: PathKey
    var rest: Int?
  }

  /// A file that is being read, and the ``File/height`` that is known of it so far.
  private struct Reading {
    let identity: PathKey
    var height = 0
  }

  private let folders: PlanFolders
  private let read: (SourceFile) -> [Diagnosed<PlanTree>]
  private var known: [Key: File] = [:]
  /// The files that are being read, the outermost first.
  private var open: [Reading] = []
  /// How many plans in a row may each refer to the next.
  static let depthLimit = 16
  /// How many references of one plan are followed.
  static let countLimit = 1000

  /// Makes a resolver.
  ///
  /// - Parameter read: reads the plans of a file.
  init(_ folders: PlanFolders, read: @escaping (SourceFile) -> [Diagnosed<PlanTree>]) {
    self.folders = folders
    self.read = read
  }

  /// Follows the references of a plan: puts the digests beside them in the tree, and says which lead
  /// nowhere.
  func resolve(_ mentions: [Mention], of plan: PlanTree) -> [Diagnostic] {
    guard !mentions.isEmpty else { return [] }
    let own = folders.identity(of: plan.source.name)
    let isOutermost = open.last?.identity != own
    if isOutermost { open.append(Reading(identity: own)) }
    defer { if isOutermost { open.removeLast() } }
    var faults: [Diagnostic] = []
    for mention in mentions.prefix(Self.countLimit) {
      do throws(ReferenceFault) {
        let target = try resolve(mention, of: plan)
        let year = target.year.fault(in: plan.root, plan.kind.schema, of: plan.source, plan.range)
        faults += [year].compactMap { $0 }
        var isRevision = false
        if let paths = plan.kind.schema.revision, target.kind == plan.kind.name,
          let former = target.revised, mention.node.isAt(paths.plan)
        {
          isRevision = true
          faults += plan.mark(by: former)
        }
        let place = plan.range(of: mention.node)
        faults += [
          target.owner?.fault(
            in: plan.root, plan.kind.schema, isRevision: isRevision, of: plan.source, at: place)
        ].compactMap { $0 }
      } catch {
        // It is a path all the same, and no wording.
        if mention.node.attribute(Schema.referenceAttribute) == nil {
          mention.node.setAttribute(Self.attribute, "".utf8.span)
        }
        faults.append(error.diagnostic(in: plan.source, at: plan.range(of: mention.node)))
      }
    }
    if mentions.count > Self.countLimit {
      let place = plan.range(of: mentions[Self.countLimit].node)
      faults.append(ReferenceFault.tooMany.diagnostic(in: plan.source, at: place))
    }
    var seen: Set<PlanDependency> = []
    plan.dependencies.removeAll { !seen.insert($0).inserted }
    return faults
  }

  private func resolve(_ mention: Mention, of plan: PlanTree) throws(ReferenceFault) -> File.Plan {
    let written = mention.node.stringValue
    guard Self.isPath(written) else { throw .noPath(written) }
    let (path, file) = try find(mention, of: plan)
    if file.isCircular { throw .circular(path) }
    if file.height > rest - 1 { throw leadsBack(file) ? .circular(path) : .tooDeep(path) }
    if file.isWrong { throw .wrong(path) }
    let plans = file.plans.filter { mention.target.kinds.contains($0.kind) }
    guard let found = plans.first else {
      throw .wrongKind(path, is: file.plans.map(\.kind), expected: mention.target.kinds)
    }
    guard plans.count == 1 else { throw .several(path) }
    mention.node.setAttribute(Self.attribute, found.digest.hex.utf8.span)
    plan.references.append(
      PlanReference(
        written: written, path: path, digest: found.digest, place: plan.range(of: mention.node)))
    try check(mention, found.digest, of: plan)
    return found
  }

  private static let attribute = XMLName(Schema.referenceAttribute)

  /// Holds the digest that the plan has of the other one against what it is now.
  private func check(_ mention: Mention, _ digest: Digest, of plan: PlanTree)
    throws(ReferenceFault)
  {
    guard let name = mention.target.digest,
      let node = mention.node.parent?.children.first(where: { $0.isNamed(name) })
    else { return }
    let place = plan.range(of: node)
    guard let held = HeldDigest(node.stringValue) else { throw .noDigest(place, now: digest) }
    guard held.matches(digest) else { throw .changed(place, mention.node.stringValue, now: digest) }
  }

  /// How many references in a row may lead on from the file that is being read.
  private var rest: Int { Self.depthLimit + 1 - open.count }

  /// Whether the references of a file lead back to the one that is being read.
  private func leadsBack(_ file: File) -> Bool {
    file.dependencies.contains { folders.identity(of: $0.path) == open.last?.identity }
  }

  /// Notes that so many references in a row lead on from the file that is being read, if not more.
  private func note(height: Int) {
    open[open.count - 1].height = max(open[open.count - 1].height, height)
  }

  /// The file that a reference leads to.
  private func find(_ mention: Mention, of plan: PlanTree) throws(ReferenceFault)
    -> (path: String, file: File)
  {
    let written = mention.node.stringValue
    for path in folders.candidates(for: written, from: plan.source.name) {
      let identity = folders.identity(of: path)
      if identity == open.last?.identity { throw .itself }
      note(height: 1)
      guard rest > 0 else { throw .tooDeep(path) }
      let file = file(at: path, identity)
      note(height: file.height + 1)
      plan.dependencies += file.dependencies
      switch file.fault {
      case nil: return (path, file)
      case .missing: continue
      case let fault?: throw .unreadable(path, fault)
      }
    }
    throw .missing(written, now: renamed(mention, of: plan))
  }

  /// The path of the plan that lies in the folder of the one that is missing, and has its digest.
  private func renamed(_ mention: Mention, of plan: PlanTree) -> String? {
    guard open.count == 1, let name = mention.target.digest,
      let held = mention.node.parent?.children.first(where: { $0.isNamed(name) })?.stringValue,
      let digest = HeldDigest(held)
    else { return nil }
    let written = mention.node.stringValue
    let folder = written.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for missed in folders.candidates(for: written, from: plan.source.name) {
      for path in folders.neighbours(of: missed) {
        let file = file(at: path, folders.identity(of: path))
        guard file.plans.contains(where: { digest.matches($0.digest) }) else { continue }
        plan.dependencies += file.dependencies
        let name = path.split(separator: "/").last ?? ""
        return (folder + [name]).joined(separator: "/")
      }
    }
    return nil
  }

  private func file(at path: String, _ identity: PathKey) -> File {
    let rest = rest - 1
    var key = Key(path: PathKey(path))
    if let file = known[key], file.height <= rest { return file }
    if let file = known[Key(path: key.path, rest: rest)] { return file }
    var file = File()
    do throws(FileFault) {
      let source = try folders.read(path)
      file.dependencies.append(PlanDependency(path: path, digest: Digest(of: source.bytes)))
      open.append(Reading(identity: identity))
      for plan in read(source) {
        file.isCircular =
          file.isCircular || plan.diagnostics.contains(where: ReferenceFault.isCircle)
        guard let tree = plan.value, tree.isWhole else {
          file.isWrong = true
          file.dependencies += plan.value?.dependencies ?? []
          continue
        }
        file.dependencies += tree.dependencies
        file.plans.append(
          File.Plan(
            kind: tree.kind.name,
            digest: tree.digest,
            revised: RevisedPlan(tree.root, tree.kind.schema),
            year: ReferredYear(tree.root, tree.kind.schema),
            owner: PlanOwner(of: tree.root, tree.kind.schema)))
      }
      file.height = open.removeLast().height
    } catch {
      file.fault = error
      file.dependencies = [PlanDependency(path: path, digest: nil)]
    }
    if known.count >= Self.knownLimit { known.removeAll() }
    if file.height > rest { key.rest = rest }
    known[key] = file
    return file
  }

  /// How many files are remembered before all are forgotten.
  private static let knownLimit = 4096

  /// Whether a text can be the path of a plan, seen from some folder.
  private static func isPath(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 4096 && !text.hasPrefix("/") && !text.hasSuffix("/")
      && !text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
  }
}

extension XMLNode {
  /// Whether the way from the root to here has these names.
  fileprivate func isAt(_ path: [String]) -> Bool {
    let names = sequence(first: self) { $0.parent }.map(\.name).reversed()
    return names.dropFirst().elementsEqual(path)
  }
}
