public import Bureau
import Glibc
import WorkCalendar

extension SQLiteStore {
    /// Copies that were made before steps of the schema, beside the file.
    public func copies() throws -> [StoreCopy] {
        guard let path else { return [] }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let folder = parts.dropLast().joined(separator: "/")
        guard let name = parts.last, let stream = opendir(folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder)
        else { return [] }
        defer { closedir(stream) }
        var found: [StoreCopy] = []
        while let entry = readdir(stream) {
            let file = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            guard file.hasPrefix(name + ".before-"), !file.hasSuffix(".new") else { continue }
            let copy = folder.isEmpty ? file : folder + "/" + file
            var status = stat()
            guard lstat(copy, &status) == 0 else { continue }
            found.append(
                StoreCopy(path: copy, madeAt: Instant(milliseconds: Int64(status.st_mtim.tv_sec) * 1000)))
        }
        return found.sorted { ($0.madeAt, $0.path) < ($1.madeAt, $1.path) }
    }
}
