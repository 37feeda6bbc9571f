import Foundation

/// How long a test takes: the short form by default, the long one with `TEST_FULL=1`.
public enum Extent {
    public static let isLong = ProcessInfo.processInfo.environment["TEST_FULL"] == "1"

    /// The number to use in this run.
    public static func of(_ short: Int, long: Int) -> Int { isLong ? long : short }
}
