#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How many files and connections the system lets this process have.
public enum OpenFiles {
    /// Raises the limit as far as this process may, at most to `wanted`, and says what it is now. Connections and the database's files
    /// share it.
    public static func raise(to wanted: Int) -> Int {
        var limit = rlimit()
        guard getrlimit(kind, &limit) == 0 else { return 0 }
        if limit.rlim_cur < rlim_t(wanted) {
            limit.rlim_cur = min(limit.rlim_max, rlim_t(wanted))
            _ = setrlimit(kind, &limit)
            _ = getrlimit(kind, &limit)
        }
        return Int(clamping: limit.rlim_cur)
    }

    #if canImport(Glibc)
        private static let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
        private static let kind = RLIMIT_NOFILE
    #endif
}
