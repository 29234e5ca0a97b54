import CZip

/// The ZIP archive that a workbook is, opened from memory within limits.
final class Archive {
    private let archive: OpaquePointer
    private let limits: TabularLimits
    /// libzip reads from here as long as the archive is open.
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    /// Bytes that may still be expanded: what the directory says of a file need not be true.
    private var budget: Int

    init(_ bytes: [UInt8], limits: TabularLimits) throws(TabularProblem) {
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = copy.initialize(from: bytes)
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let source = zip_source_buffer_create(copy.baseAddress, zip_uint64_t(copy.count), 0, &error) else {
            copy.deallocate()
            throw .archive(.malformed)
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            zip_source_free(source)
            copy.deallocate()
            throw .archive(.malformed)
        }
        self.archive = archive
        self.bytes = copy
        self.limits = limits
        budget = limits.expandedBytes
        try check()
    }

    deinit {
        zip_discard(archive)
        bytes.deallocate()
    }

    /// Names, sizes and ratios as the directory states them.
    private func check() throws(TabularProblem) {
        let count = Int(zip_get_num_entries(archive, 0))
        guard count <= limits.archiveEntries else {
            throw .archive(.tooManyEntries(count, limit: limits.archiveEntries))
        }
        var expanded = 0
        for index in 0..<count {
            var facts = zip_stat_t()
            zip_stat_init(&facts)
            guard zip_stat_index(archive, zip_uint64_t(index), 0, &facts) == 0, let raw = facts.name else {
                throw .archive(.malformed)
            }
            let name = String(cString: raw)
            guard Self.isAcceptable(name) else { throw .archive(.badName(Self.shown(name))) }
            guard facts.encryption_method == ZIP_EM_NONE else { throw .archive(.encrypted) }
            guard facts.size <= zip_uint64_t(limits.expandedBytes) else {
                throw .archive(.tooLarge(limit: limits.expandedBytes))
            }
            expanded += Int(facts.size)
            guard expanded <= limits.expandedBytes else { throw .archive(.tooLarge(limit: limits.expandedBytes)) }
            guard !exceedsRatio(Int(facts.size), facts.comp_size) else {
                throw .archive(.ratio(entry: Self.shown(name), limit: limits.expansionRatio))
            }
        }
        guard !exceedsRatio(expanded, zip_uint64_t(bytes.count)) else {
            throw .archive(.ratio(entry: nil, limit: limits.expansionRatio))
        }
    }

    private func exceedsRatio(_ expanded: Int, _ compressed: zip_uint64_t) -> Bool {
        guard expanded > limits.ratioFloor else { return false }
        let (most, overflows) = Int(min(compressed, zip_uint64_t(Int.max)))
            .multipliedReportingOverflow(by: limits.expansionRatio)
        return !overflows && expanded > most
    }

    /// Nothing is ever written to a path of the archive; a name that would leave it is the mark of a made-up file.
    private static func isAcceptable(_ name: String) -> Bool {
        guard !name.isEmpty, name.utf8.count <= 512, !name.hasPrefix("/") else { return false }
        guard !name.utf8.contains(where: { $0 < 0x20 || $0 == 0x5C || $0 == 0x7F }) else { return false }
        return !name.split(separator: "/").contains("..") && !name.contains(":")
    }

    /// A name fit for a message.
    private static func shown(_ name: String) -> String {
        let kept = name.unicodeScalars.prefix(60).map { $0.value < 0x20 || $0.value == 0x7F ? "?" : $0 }
        return String(String.UnicodeScalarView(kept))
    }

    /// The part of that name, whatever the case of its letters; nil when the archive has none.
    func part(_ name: String) throws(TabularProblem) -> [UInt8]? {
        let index = zip_name_locate(archive, name, zip_flags_t(ZIP_FL_NOCASE))
        guard index >= 0 else { return nil }
        guard let file = zip_fopen_index(archive, zip_uint64_t(index), 0) else { throw .archive(.malformed) }
        defer { zip_fclose(file) }
        var content: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let read = Int(zip_fread(file, &chunk, zip_uint64_t(chunk.count)))
            guard read >= 0 else { throw .archive(.malformed) }
            if read == 0 { return content }
            budget -= read
            guard budget >= 0 else { throw .archive(.tooLarge(limit: limits.expandedBytes)) }
            content.append(contentsOf: chunk[..<read])
        }
    }

    func requiredPart(_ name: String) throws(TabularProblem) -> [UInt8] {
        if let part = try part(name) { return part }
        throw .archive(.missing(name))
    }
}
