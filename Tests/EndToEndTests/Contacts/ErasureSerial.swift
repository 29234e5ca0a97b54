import Foundation
import Testing

/// A person who asks to be forgotten is, in every byte of the store, and everything that was promised still holds.
@Suite(.serialized)
struct ErasureSerial {
    private static let officer = ["--as", "bn-ne-1"]
    private static let name = "欧阳韫珩"
    private static let mobile = "13877665544"
    private static let phone = "023-66993377"
    private static let email = "ouyang.yh@example.com"

    /// Bytes of the person in the encodings that the programs read, and pieces that nothing else says.
    private static func traces() throws -> [(String, Data)] {
        // By Python: '欧阳韫珩'.encode("gb18030").
        let gb18030 = Data([0xC5, 0xB7, 0xD1, 0xF4, 0xE8, 0xB9, 0xE7, 0xF1] as [UInt8])
        return [
            ("name", Data(name.utf8)), ("given name", Data("韫珩".utf8)), ("piece of the name", Data("阳韫".utf8)),
            ("name in GB 18030", gb18030),
            ("name in UTF-16", try #require(name.data(using: .utf16LittleEndian))),
            ("name in UTF-16 BE", try #require(name.data(using: .utf16BigEndian))),
            ("mobile", Data(mobile.utf8)), ("end of the mobile", Data("77665544".utf8)),
            ("phone", Data(phone.utf8)), ("end of the phone", Data("66993377".utf8)), ("address", Data(email.utf8)),
        ]
    }

    /// What the files of the state directory still say.
    private static func findings(_ daemon: Daemon) throws -> [String] {
        let files = try #require(FileManager.default.enumerator(atPath: daemon.state)).compactMap { $0 as? String }
        var found: [String] = []
        for file in files.sorted() {
            let path = daemon.state + "/" + file
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
                let bytes = FileManager.default.contents(atPath: path)
            else { continue }
            for (what, trace) in try traces() where bytes.range(of: trace) != nil { found.append("\(what) in \(file)") }
        }
        return found
    }

    @Test func anErasedPersonIsInNoByteOfTheStore() throws {
        let daemon = try TemporaryRoot.daemon(at: "2026-01-26T09:00") { daemon in
            _ = try daemon.document("profile", "apply", "banan")
        }
        defer { daemon.root.remove() }
        try Self.fill(daemon)
        let unit = ["month", "2026-01", "--unit", "U-1"]
        let frozen = try daemon.document(["report", "show"] + unit)
        #expect(frozen["state"].string == "frozen")
        let before = try Self.findings(daemon)
        #expect(before.contains { $0.hasPrefix("name in zhaoshang.sqlite") }, "the scan finds what is there: \(before)")

        let dry = try daemon.document("contact", "erase", "X-1", "--dry-run")
        #expect(dry["dry_run"].isTrue)
        #expect(try daemon.document(["contact", "show", "X-1"] + Self.officer)["contact"]["name"].string == "欧阳**")
        let erased = try daemon.document("contact", "erase", "X-1", "--yes")
        #expect(erased["undo"] == .absent)
        let after = try Self.findings(daemon)
        #expect(after == [])

        #expect(try daemon.document("audit", "verify")["ok"].isTrue)
        let verified = try daemon.document(["report", "verify"] + unit)
        #expect(verified["ok"].isTrue && verified["recomputed"].isTrue)
        #expect(verified["hash"] == frozen["hash"])
        #expect(try daemon.document("doctor", "--rebuild")["ok"].isTrue)
        for word in [Self.name, "韫珩", Self.mobile, "77665544"] {
            #expect(try daemon.document(["search", word] + Self.officer)["found"].items.isEmpty, "\(word)")
        }
        let line = try daemon.document(["entry", "show", "J-4"] + Self.officer)["entry"]["text"].string
        #expect(line == "走访总部，见〔已删除〕，电话〔已删除〕")
        let gone = try daemon.document(["contact", "show", "X-1"] + Self.officer)["contact"]
        #expect(gone["erased_on"].string == "2026-02-04" && gone["name"] == .absent)
        _ = try daemon.failure("undo", code: 65)
        try daemon.stop()
        #expect(try Self.findings(daemon) == [])
    }

    /// More than two thousand lines: segments of the search are written, pages of the plan's file become free.
    @Test func aLargeStoreForgetsTooInSegmentsAndFreedPages() throws {
        let daemon = try TemporaryRoot.daemon(at: "2026-01-26T09:00") { daemon in
            _ = try daemon.document("profile", "apply", "banan")
        }
        defer { daemon.root.remove() }
        _ = try daemon.document(["enterprise", "add", "渝新能源科技有限公司"] + Self.officer)
        _ = try daemon.document(
            ["contact", "add", "E-1", "name:" + Self.name, "mobile:" + Self.mobile, "phone:" + Self.phone]
                + Self.officer)
        var rows = "日期,人员,内容\n"
        for number in 1...2100 {
            let person = number.isMultiple(of: 70) ? "\(Self.name)，\(Self.mobile)、\(Self.phone)" : "企业\(number)"
            rows += "2026-01-26,bn-ne-1,第\(number)次联系\(person)\n"
        }
        let file = try daemon.root.write(rows, to: "lines.csv")
        let plan = try daemon.document("import", "entries", file, "--as", "bn-clerk")["plan"]["id"].string
        _ = try daemon.document("import", "apply", try #require(plan), "--as", "bn-clerk")
        #expect(try daemon.document(["search", "韫珩", "limit:100"] + Self.officer)["found"].items.count == 30)
        let before = try Self.findings(daemon)
        #expect(before.contains { $0.hasPrefix("piece of the name in zhaoshang.sqlite") }, "\(before)")
        _ = try daemon.document("contact", "erase", "X-1", "--yes")
        #expect(try Self.findings(daemon) == [])
        for word in [Self.name, "韫珩", "阳韫", Self.mobile, "77665544", "66993377"] {
            #expect(try daemon.document(["search", word] + Self.officer)["found"].items.isEmpty, "\(word)")
        }
        #expect(try daemon.document(["search", "第1400次", "已删除"] + Self.officer)["found"].items.count == 1)
        #expect(try daemon.document("audit", "verify")["ok"].isTrue)
        #expect(try daemon.document("doctor", "--rebuild")["ok"].isTrue)
    }

    /// What an erasure does not reach it names: copies of the store, and lines with the name as a tag.
    @Test func whatStaysIsNamedAndNumbersAreNoTags() throws {
        let daemon = try TemporaryRoot.daemon(at: "2026-03-03T09:00") { daemon in
            _ = try daemon.document("profile", "apply", "banan")
        }
        defer { daemon.root.remove() }
        _ = try daemon.document(["enterprise", "add", "渝新能源科技有限公司"] + Self.officer)
        _ = try daemon.document(["contact", "add", "E-1", "name:" + Self.name, "mobile:" + Self.mobile] + Self.officer)
        let line = try daemon.document(["log", "来访", "+" + Self.name] + Self.officer)["entry"]["id"].string
        let tag = try daemon.failure("log", "来访", "+电话138-7766-5544", "--as", "bn-ne-1", code: 65)
        #expect(tag["hint"].string?.contains("contact add") == true)
        _ = try daemon.failure("log", "来访", "source:ouyang@example.com", "--as", "bn-ne-1", code: 65)
        let copy = daemon.state + "/zhaoshang.sqlite.before-6"
        #expect(FileManager.default.createFile(atPath: copy, contents: Data("a copy".utf8)))
        let erased = try daemon.document("contact", "erase", "X-1", "--yes")
        let changed = erased["changed"].items
        #expect(changed.first { $0["field"].string == "kept_in_lines" }?["to"].string == line)
        #expect(changed.first { $0["field"].string == "kept_in_copy" }?["to"].string?.hasPrefix(copy) == true)
    }

    /// A contact whose adding was taken back is erased like another.
    @Test func anUndoneContactIsErasedToo() throws {
        let daemon = try TemporaryRoot.daemon(at: "2026-03-03T09:00") { daemon in
            _ = try daemon.document("profile", "apply", "banan")
        }
        defer { daemon.root.remove() }
        _ = try daemon.document(["enterprise", "add", "渝新能源科技有限公司"] + Self.officer)
        _ = try daemon.document(["contact", "add", "E-1", "name:" + Self.name, "mobile:" + Self.mobile] + Self.officer)
        _ = try daemon.document(["undo"] + Self.officer)
        #expect(try !Self.findings(daemon).isEmpty)
        _ = try daemon.document("contact", "erase", "X-1", "--yes")
        #expect(try Self.findings(daemon) == [])
        #expect(try daemon.document("doctor", "--rebuild")["ok"].isTrue)
    }

    @Test func toSeeAPersonWholeTakesAPurposeAndIsRecorded() throws {
        let daemon = try TemporaryRoot.daemon(at: "2026-03-03T09:00") { daemon in
            _ = try daemon.document("profile", "apply", "banan")
        }
        defer { daemon.root.remove() }
        _ = try daemon.document(["enterprise", "add", "渝新能源科技有限公司"] + Self.officer)
        _ = try daemon.document(["contact", "add", "E-1", "name:" + Self.name, "mobile:" + Self.mobile] + Self.officer)
        let masked = try daemon.document(["contact", "list", "enterprise:E-1"] + Self.officer)["contacts"][0]
        #expect(masked["name"].string == "欧阳**" && masked["mobile"].string == "138****5544")
        let without = try daemon.failure("contact", "show", "X-1", "--reveal", "--as", "bn-ne-1", code: 65)
        #expect(without["details"]["missing"] == .list([.text("purpose")]))
        _ = try daemon.failure("contact", "show", "X-1", "--reveal", "--purpose", "好奇", "--as", "bn-eq-1", code: 77)
        let whole = try daemon.document(
            ["contact", "show", "X-1", "--reveal", "--purpose", "约访"] + Self.officer)
        #expect(whole["contact"]["mobile"].string == Self.mobile && whole["contact"]["revealed"].isTrue)
        #expect(whole["history"][0]["verb"].string == "contact.revealed")
        #expect(whole["history"][0]["changed"][0]["to"].string == "约访")
    }

    /// A January in which the person is in a contact, lines, a lead and its note, a reason and a plan of an import, and a
    /// frozen month.
    private static func fill(_ daemon: Daemon) throws {
        _ = try daemon.document(["enterprise", "add", "渝新能源科技有限公司"] + officer)
        _ = try daemon.document(
            ["contact", "add", "E-1", "name:" + name, "title:副总经理", "mobile:" + mobile, "email:" + email] + officer)
        _ = try daemon.document(["contact", "edit", "X-1", "phone:" + phone] + officer)
        _ = try daemon.document(["log", "走访总部，见\(name)，电话\(mobile)", "+走访", "--as", "bn-ne-1"])
        _ = try daemon.document(["lead", "add", "\(name)介绍的项目", "source:referral", "introducer:" + name] + officer)
        _ = try daemon.document(["lead", "note", "L-1", "138 7766 5544 已联系", "@" + name, "+电话"] + officer)
        for number in 1...40 {
            _ = try daemon.document(["log", "第\(number)次与\(name)通话：\(phone)", "+电话"] + officer)
        }
        _ = try daemon.document(
            ["contact", "show", "X-1", "--reveal", "--purpose", "给\(name)寄材料"] + officer)
        let file = try daemon.root.write("日期,人员,内容\n2026-01-26,bn-ne-1,\(name)来电\n", to: "lines.csv")
        _ = try daemon.document(["import", "entries", file] + ["--as", "bn-clerk"])
        try daemon.advance(to: "2026-01-30T17:31")
        try submit("2026-W05", daemon)
        try daemon.advance(to: "2026-02-02T10:00")
        try submit("2026-01", daemon)
        try daemon.advance(to: "2026-02-04T17:30")
    }

    private static func submit(_ period: String, _ daemon: Daemon) throws {
        let tasks = try daemon.tasks("period:\(period)").filter { $0["subject"].string == "U-1" }
        let task = try #require(tasks.first?["id"].string)
        _ = try daemon.document("task", "submit", task, "--as", "O-1")
    }
}
