internal import CLibYAML

/// The libyaml that runs.
enum YAMLLibrary {
  /// Whether it is the version whose reader is known in all its parts, so that a text may be put
  /// straight into its place; any other reads texts by its own functions.
  static let isKnown: Bool = {
    var (major, minor, patch): (Int32, Int32, Int32) = (0, 0, 0)
    unsafe yaml_get_version(&major, &minor, &patch)
    return major == 0 && minor == 2 && patch == 5
  }()
}
