package import Schemas

/// One difference between two contents.
package struct PlanChange: Sendable, Equatable {
  /// A step on the way to a value.
  package enum Step: Sendable, Equatable {
    /// To the value of a key.
    case key(Schema.Name)
    /// To an item, by its index in the old list and in the new one, as far as it is in them.
    case item(old: Int?, new: Int?)
  }

  /// What has happened to it.
  package enum Sort: String, Sendable {
    case added, removed, moved, changed
  }

  /// What has happened.
  package let sort: Sort
  /// Where, from the outermost object on.
  package let path: [Step]
  /// What was there; nil for what is new, or has only moved.
  package let old: ContentValue?
  /// What is there; nil for what is gone, or has only moved.
  package let new: ContentValue?
}
