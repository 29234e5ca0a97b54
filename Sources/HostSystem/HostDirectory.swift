import Glibc

/// Directories with the modes that protect what lies in them.
public enum HostDirectory {
    /// Makes the directory and its missing parents. Only the last one gets `mode`, parents get 0755 less the umask;
    /// one that exists keeps its mode, because an administrator or systemd chose it.
    ///
    /// - Returns: whether the directory had to be made.
    @discardableResult
    public static func make(_ path: String, mode: UInt32) throws(HostError) -> Bool {
        if isDirectory(path) { return false }
        let above = parent(of: path)
        if above != path, !isDirectory(above) {
            try make(above, mode: 0o755)
        }
        guard mkdir(path, mode) == 0 else {
            // Another process was faster.
            if errno == EEXIST, isDirectory(path) { return false }
            throw .systemCall("mkdir", path: path, errno: errno)
        }
        // mkdir takes the umask off, and the daemon's is 077.
        guard chmod(path, mode) == 0 else { throw .systemCall("chmod", path: path, errno: errno) }
        return true
    }

    /// `a/b` → `a`, `b` → `.`, `/b` → `/`.
    public static func parent(of path: String) -> String {
        var trimmed = Substring(path)
        while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
        guard let slash = trimmed.lastIndex(of: "/") else { return "." }
        return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
    }

    /// Whether anything has that name; a directory on the way that may not be searched counts as no.
    public static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }

    private static func isDirectory(_ path: String) -> Bool {
        var facts = stat()
        return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
    }
}
