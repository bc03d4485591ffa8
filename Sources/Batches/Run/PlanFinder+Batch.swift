import Discovery

extension PlanFinder {
  /// The files of a batch, or of its shard.
  static func find(_ batch: Batch) -> PlanList {
    find(
      batch.plans, ignoring: batch.ignored, output: batch.output,
      isFollowingLinks: batch.isFollowingLinks, shard: batch.shard)
  }
}
