import Glibc

/// Nothing the daemon makes is for others unless it says so afterwards.
public enum ProcessUmask {
    public static func restrict() {
        umask(0o077)
    }
}
