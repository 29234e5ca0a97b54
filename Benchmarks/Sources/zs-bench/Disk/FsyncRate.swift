import Glibc

/// How often a second the disk takes 4 KiB for good: what every durable commit waits for.
enum FsyncRate {
    struct Result: Encodable {
        var rate: Double
        var count: Int
    }

    static func measure(directory: String, seconds: Double) throws -> Result {
        let path = "\(directory)/fsync-\(getpid())"
        let descriptor = open(path, O_CREAT | O_TRUNC | O_WRONLY, 0o600)
        guard descriptor >= 0 else { throw Failure.call("open") }
        defer {
            close(descriptor)
            unlink(path)
        }
        let page = [UInt8](repeating: 0x5A, count: 4096)
        let start = monotonicSeconds()
        var count = 0
        while monotonicSeconds() - start < seconds {
            // The place wraps around inside 16 MiB, as in a write-ahead log that is used again.
            let written = page.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, (count % 4096) * 4096) }
            guard written == page.count, fdatasync(descriptor) == 0 else { throw Failure.call("fdatasync") }
            count += 1
        }
        return Result(rate: Double(count) / (monotonicSeconds() - start), count: count)
    }
}
