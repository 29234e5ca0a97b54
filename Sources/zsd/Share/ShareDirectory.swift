import Bureau
import FoundationEssentials
import HostSystem
import Labels
import Promotion
import WorkCalendar
import Yams

/// The data that ships with the product: calendars, codes, profiles.
struct ShareDirectory {
    let path: String

    /// `--share` > `ZS_SHARE` > the file's > `<prefix>/share/zhaoshang` beside the program > the repository's `Config`.
    static func find(option: String?, configured: String?, environment: HostEnvironment, program: String) throws
        -> ShareDirectory
    {
        if let named = option ?? environment["ZS_SHARE"] ?? configured {
            guard isShare(named) else {
                throw ZhaoshangError(
                    .configuration, zh: "\(named) 中没有日历和方案", en: "\(named) holds no calendars and profiles",
                    hint: Phrase(
                        zh: "应含 calendars/ codes/ profiles/", en: "it should hold calendars/ codes/ profiles/"))
            }
            return ShareDirectory(path: named)
        }
        var directory = URL(filePath: program).resolvingSymlinksInPath().deletingLastPathComponent()
        var tried: [String] = []
        // bin/zsd → share/zhaoshang; .build/release/zsd → the repository's Config, a few folders up.
        for _ in 0..<5 {
            for candidate in ["share/zhaoshang", "Config"] {
                let path = directory.appending(path: candidate).path
                if isShare(path) { return ShareDirectory(path: path) }
                tried.append(path)
            }
            directory = directory.deletingLastPathComponent()
        }
        throw ZhaoshangError(
            .configuration, zh: "找不到随产品提供的数据", en: "the data that ships with the product is not found",
            hint: Phrase(zh: "用 --share 指明目录", en: "name its directory with --share"),
            details: ["tried": .list(tried)])
    }

    private static func isShare(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path + "/calendars")
            && FileManager.default.fileExists(atPath: path + "/profiles")
    }

    func shipped() throws -> ProfileLibrary {
        let codes = CodeTables(
            divisions: try table("divisions.csv", DivisionTable.init(csv:)),
            industries: try table("industries.csv", IndustryTable.init(csv:)),
            circles: try table("circles.csv", CircleTable.init(csv:)),
            eastern: try table("eastern.csv", EasternProvinces.init(csv:)))
        return ProfileLibrary(
            names: { names(in: "profiles", suffix: ".yaml") },
            load: { name in
                guard names(in: "profiles", suffix: ".yaml").contains(name) else { return nil }
                return try ProfileFile.parse(text("profiles/\(name).yaml"), file: "\(name).yaml")
            },
            parse: { try ProfileFile.parse($0, file: "profile") },
            notices: {
                try names(in: "calendars", suffix: ".json").map { try NoticeFile.parse(text("calendars/\($0).json")) }
            },
            parseNotice: { try NoticeFile.parse($0) }, codes: codes)
    }

    private func table<Table, Problem: Error>(_ name: String, _ read: (String) throws(Problem) -> Table) throws -> Table
    {
        do {
            return try read(text("codes/\(name)"))
        } catch let problem as CodeListProblem {
            throw ZhaoshangError(
                .configuration, zh: "\(path)/codes/\(name)：\(problem.message.zh)",
                en: "\(path)/codes/\(name): \(problem.message.en)")
        }
    }

    private func names(in folder: String, suffix: String) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? []
        return files.filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }.sorted()
    }

    private func text(_ name: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: "\(path)/\(name)") else {
            throw ZhaoshangError(.configuration, zh: "读不到 \(path)/\(name)", en: "cannot read \(path)/\(name)")
        }
        return String(decoding: data, as: UTF8.self)
    }
}
