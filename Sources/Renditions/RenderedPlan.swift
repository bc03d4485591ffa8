internal import Contents
package import Documents
package import Plans
internal import Schemas
internal import Word

/// A document, and the plan that it shows; a blank form shows none.
package struct RenderedPlan {
  /// The plan.
  package let plan: PlanTree?
  /// The document.
  package let page: Document

  /// Takes a document, and its plan.
  package init(_ page: Document, of plan: PlanTree? = nil) {
    (self.plan, self.page) = (plan, page)
  }

  /// The groups of the plan's seal; empty where it has none.
  var sealGroups: String {
    guard let plan, let seal = try? Seal(of: plan.root) else { return "" }
    return SealGroups(of: seal.digest).text
  }

  /// The document as it goes into a file of Word, with the plan itself beside it.
  var inWord: WordDocument {
    guard let plan else { return WordDocument(page) }
    let kind = plan.kind.schema.kind
    return WordDocument(
      page, subject: page.language == "uk" ? kind.uk : kind.en, plan: plan.canonicalXML())
  }
}
