internal import XML

/// What a rule across plans asks of each, ready to run; see ``Rule/Batch``.
struct ReadyBatch {
  let rule: ReadyRule
  let key: SharedTexts.Text
  let this: XPath
  let other: XPath
  let facts: [SharedTexts.Text]
  let needsOther: Bool

  /// Makes it of a rule; nil for one on plans by themselves.
  init?(_ rule: ReadyRule, texts: SharedTexts) {
    guard let batch = rule.rule.batch else { return nil }
    self.rule = rule
    key = texts.text(of: batch.key, in: rule)
    this = rule.ready(batch.this)
    other = rule.ready(batch.other)
    facts = batch.facts.map { texts.text(of: $0.value, in: rule) }
    needsOther = batch.needsOther
  }
}
