import Glibc
import HostSystem
import Labels

/// A file that is either the old one or the new one, never half of it.
struct OutputFile {
    private let path: String

    init(_ path: String) {
        self.path = path
    }

    /// - Throws: `cannot_write`.
    func replace(with bytes: [UInt8]) throws(ZhaoshangError) {
        // In the same directory, because rename does not cross file systems.
        let temporary = "\(path).\(getpid()).part"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure(errno) }
        var problem = OutputStream(descriptor: descriptor).deliver(bytes)
        if close(descriptor) != 0, problem == nil { problem = errno }
        if problem == nil, rename(temporary, path) != 0 { problem = errno }
        if let problem {
            unlink(temporary)
            throw failure(problem)
        }
    }

    private func failure(_ number: Int32) -> ZhaoshangError {
        let reason = HostError.text(of: number)
        return ZhaoshangError(
            .cannotWrite, zh: "写不了 \(path)：\(reason)", en: "cannot write \(path): \(reason)",
            details: ["path": .text(path)])
    }
}
