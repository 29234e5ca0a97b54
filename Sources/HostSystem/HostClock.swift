import Glibc

/// The machine's clocks, in whole milliseconds.
public enum HostClock {
    /// UTC since 1970. May jump.
    public static var wallMilliseconds: Int64 { read(CLOCK_REALTIME) }

    /// Never goes back, stands still while the machine sleeps.
    public static var monotonicMilliseconds: Int64 { read(CLOCK_MONOTONIC) }

    /// Since boot, sleep included: what a task's deadline needs.
    public static var bootMilliseconds: Int64 { read(CLOCK_BOOTTIME) }

    /// A UUID that changes with each boot, or nil where the kernel does not tell: only with the same id may two values
    /// of ``bootMilliseconds`` be compared.
    public static let bootID = readBootID()

    private static func readBootID() -> String? {
        let descriptor = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 64)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        guard count > 0 else { return nil }
        return String(decoding: buffer.prefix(count).prefix { $0 > UInt8(ascii: " ") }, as: UTF8.self)
    }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
