import Identifiers
import Labels
import Promotion
import WorkCalendar

/// Enterprises out of a register: known again by credit code, else by registration abroad, else by exactly a name.
struct EnterpriseImport: ImportKind {
    let codes: CodeTables
    let name = "enterprises"
    let aliases = ["enterprise", "企业"]

    let columns = [
        ImportColumn(
            "name", ["企业名称", "名称", "单位名称", "公司名称", "企业", "公司", "企业全称", "中文名称"], required: true),
        ImportColumn("name_en", ["英文名", "英文名称", "外文名称"]),
        ImportColumn("former_names", ["曾用名", "原名", "曾用名称"]),
        ImportColumn("uscc", ["统一社会信用代码", "社会信用代码", "信用代码", "统一信用代码", "企业代码"]),
        ImportColumn("country", ["国别", "国家", "注册国"]),
        ImportColumn("registration", ["注册号", "境外注册号", "登记号"]),
        ImportColumn("group", ["集团", "所属集团", "母公司"]),
        ImportColumn("division", ["区划", "行政区划", "区划代码", "所在地区划"]),
        ImportColumn("industry", ["行业", "所属行业", "行业代码"]), ImportColumn("tags", ["标签", "企业标签", "资质"]),
        ImportColumn("settled", ["落户", "是否落户", "已落户"]), ImportColumn("research", ["研发机构", "有研发机构", "研发"]),
        ImportColumn("distinct", ["另一家", "非同一家"]),
    ]

    var asksForNearNames: Bool { true }

    func steps(_ rows: ImportRows, _ context: ReadContext) throws -> ImportSteps {
        try context.authorise("import.enterprises", .none)
        var ledger = try EnterpriseLedger(context, codes)
        let steps = try rows.map { try ledger.step($0) }
        return ImportSteps(
            steps: steps,
            isTouched: { event in ["enterprise.", "unit.", "setting."].contains { event.verb.hasPrefix($0) } })
    }

    func exported(_ context: ReadContext) throws -> [[ExportCell]] {
        let known = try KnownEnterprises(context.store)
        func depth(_ one: Enterprise) -> Int { one.group.flatMap { known[$0] }.map { depth($0) + 1 } ?? 0 }
        // A group comes before what belongs to it, so that the file can be imported elsewhere.
        return known.standing.map { (depth($0), $0) }.sorted { ($0.0, $0.1.id) < ($1.0, $1.1.id) }.map { _, one in
            [
                .text(one.name), .text(one.nameEn), .text(one.formerNames.joined(separator: "；")), .text(one.uscc),
                .text(one.country), .text(one.registration), .text(one.group.flatMap { known.title($0) }),
                .text(one.division),
                .text(one.industry), .list(one.tags.map(\.rawValue)), .text(one.isSettled ? "yes" : "no"),
                .text(one.hasResearch ? "yes" : "no"), .nothing,
            ]
        }
    }
}

/// Rows of a register against the records and the rows before them.
private struct EnterpriseLedger {
    private let context: ReadContext
    private let known: KnownEnterprises
    private let words: EnterpriseWords
    private let unit: UnitID
    private let threshold: Double
    private let made = MadeEnterprises()
    private var near = EnterpriseNameIndex()
    /// Owners of names in the index: the records, then rows.
    private var owners: [(enterprise: Enterprise, line: Int?)] = []
    private var seen = EarlierRows<RowReading>()

    private struct RowReading: Equatable {
        var text: String
        var enterprise: Enterprise
    }

    init(_ context: ReadContext, _ codes: CodeTables) throws {
        self.context = context
        known = try KnownEnterprises(context.store)
        words = EnterpriseWords(codes: codes, today: context.today, store: context.store)
        unit = try context.contextUnit()
        threshold = Double(try context.store.number("enterprise.duplicate_similarity", on: context.today)) / 100
        for one in known.standing { insert(one, line: nil) }
    }

    private mutating func insert(_ one: Enterprise, line: Int?) {
        for name in one.allNames { near.insert(name, owner: owners.count) }
        owners.append((one, line))
    }

    mutating func step(_ given: ImportedRow) throws -> ImportStep {
        var row = given
        row.require("name")
        let name = row.name("name")
        var read = Enterprise(
            id: EnterpriseID(0), name: name ?? "", owner: context.caller.principal?.id, unit: unit,
            addedOn: context.today)
        let keyed = try values(&row, &read)
        let group = try self.group(&row)
        let isDistinct = row.yes("distinct") ?? false
        guard let name, !row.isRefused else { return .refused(row, label: name ?? "") }
        let same: Enterprise?
        switch try sameOne(&row, read) {
        case .nobody: same = nil
        case .one(let enterprise): same = enterprise
        case .row(let line): return .duplicate(row, of: line, label: name)
        case .unclear: return .refused(row, label: name)
        }
        let keys = same.map { ["id \($0.id)"] } ?? Self.keys(of: read)
        let reading = RowReading(text: row.reading, enterprise: read)
        let repeated = seen.step(
            row, keys, says: reading, label: name, field: "name", about: Phrase(zh: "一家企业", en: "enterprise"),
            fits: { !$0.enterprise.contradicts(read) })
        if let repeated { return repeated }
        if same == nil, !isDistinct, !row.isNearAccepted, !refuseNear(&row, read) { return .refused(row, label: name) }
        var after = try after(same ?? read, read, keyed, isRespelt: row.sameAs != nil)
        if case .known(let id) = group { after.group = id }
        if !checked(&row, after, group) { return .refused(row, label: name) }
        seen.keep(row, keys, says: reading)
        if same == nil { insert(read, line: row.line) }
        return step(row, same, after, group)
    }

    /// What the records, or an earlier row, have of the enterprise.
    private enum Same {
        case nobody
        case one(Enterprise)
        case row(Int)
        /// The row says why.
        case unclear
    }

    private func sameOne(_ row: inout ImportedRow, _ read: Enterprise) throws -> Same {
        if let text = row.sameAs { return try sameOne(&row, read, as: text) }
        let same = known.same(as: read)
        guard same.count > 1 else { return same.first.map(Same.one) ?? .nobody }
        let candidates = same.map { "\($0.id) \($0.name)" }
        row.refuse(
            "name", "ambiguous", Phrase(zh: "对应多家企业", en: "names more than one enterprise"),
            Phrase(
                zh: "加上统一社会信用代码，或指明：--same \(row.line)=\(same[0].id)",
                en: "give its credit code, or say which: --same \(row.line)=\(same[0].id)"),
            details: ["candidates": .list(candidates)])
        return .unclear
    }

    /// As the officer said: an id, a credit code or a name, or an earlier line.
    private func sameOne(_ row: inout ImportedRow, _ read: Enterprise, as text: String) throws -> Same {
        if let line = Int(text.drop { $0 == "#" }) {
            if owners.contains(where: { $0.line == line }) { return .row(line) }
            row.refuse(
                "name", "not_found", Phrase(zh: "第 \(line) 行没有登记企业", en: "line \(line) makes no enterprise"),
                Phrase(zh: "写前面某一行的行号，或企业编号", en: "name an earlier line, or the id of an enterprise"))
            return .unclear
        }
        guard let one = try row.attempt("name", { try known.one(text) }) else {
            if !row.isRefused {
                row.refuse(
                    "name", "not_found", Phrase(zh: "没有这家企业：\(text)", en: "no such enterprise: \(text)"),
                    Phrase(zh: "查看：zs enterprise list", en: "see: zs enterprise list"))
            }
            return .unclear
        }
        guard !one.contradicts(read) else {
            row.refuse(
                "uscc", "conflict", Phrase(zh: "\(one.id) 的代码不同", en: "\(one.id) has another code"),
                Phrase(zh: "去掉 --same \(row.line)=\(one.id)", en: "leave --same \(row.line)=\(one.id) out"))
            return .unclear
        }
        return .one(one)
    }

    private func step(
        _ row: ImportedRow, _ before: Enterprise?, _ after: Enterprise, _ group: GroupName?
    ) -> ImportStep {
        let made = self.made
        let line = row.line
        guard let before else {
            return ImportStep(row, .create, label: after.name, promise: "\(unit) \(group.map { "\($0)" } ?? "")") {
                context in
                var enterprise = after
                enterprise.id = try context.store.nextID(Enterprise.self)
                if case .line(let line) = group { enterprise.group = made[line] }
                try context.store.append("enterprise.added", before: nil, after: enterprise)
                made[line] = enterprise.id
            }
        }
        var isLater = false
        if case .line = group { isLater = true }
        guard isLater || after != before else {
            return ImportStep(row, .unchanged, subject: before.id.description, label: before.name)
        }
        var changes = Enterprise.changes(from: before, to: after)
        if case .line(let line) = group { changes.append(Change("group", to: "#\(line)")) }
        return ImportStep(
            row, .change, subject: before.id.description, label: before.name, changes: changes, promise: "\(changes)"
        ) { context in
            var enterprise = after
            if case .line(let line) = group { enterprise.group = made[line] }
            try context.store.append("enterprise.edited", before: before, after: enterprise)
        }
    }

    // MARK: reading

    /// What the row says, each cell read as `zs enterprise add` reads it; the identity goes into `read` at once.
    private func values(_ row: inout ImportedRow, _ read: inout Enterprise) throws -> [String: String] {
        var values: [String: String] = [:]
        func take(_ field: String, _ value: String?) throws {
            guard let value else { return }
            do {
                read = try words.apply(KeyedWords(values: [field: value]), to: read)
                values[field] = value
            } catch {
                try row.refuse(field, error)
            }
        }
        try take("name_en", row.name("name_en"))
        read.formerNames = EnterpriseWords.names(row.text("former_names") ?? "")
        try take("uscc", row.code("uscc") { (try? USCC($0)) != nil })
        let country = row.code("country")
        // Ledgers of domestic enterprises often have the column all the same.
        if !(read.uscc != nil && ["cn", "chn", "中国"].contains(country?.lowercased() ?? "")) {
            try take("country", country)
        }
        try take("registration", row.code("registration"))
        try take("division", row.code("division"))
        try take("industry", row.code("industry"))
        try take("tags", row.name("tags"))
        for field in ["settled", "research"] {
            if let isTrue = row.yes(field) { try take(field, isTrue ? "yes" : "no") }
        }
        return values
    }

    /// What becomes of the enterprise. A name that it has or had is no new one: ledgers are history.
    ///
    /// - Parameter isRespelt: an officer knew it under another spelling. That renames nothing, but the next ledger that
    ///   spells it so finds it.
    private func after(
        _ before: Enterprise, _ read: Enterprise, _ values: [String: String], isRespelt: Bool
    ) throws -> Enterprise {
        var values = values
        let names = Set(before.allNames.map { FoldedText($0) })
        let isNew = !names.contains(FoldedText(read.name))
        if isNew, !isRespelt { values["name"] = read.name }
        var after = try words.apply(KeyedWords(values: values), to: before)
        for name in read.formerNames + (isNew && isRespelt ? [read.name] : [])
        where name != after.name && !after.formerNames.contains(name) {
            after.formerNames.append(name)
        }
        return after
    }

    private enum GroupName: CustomStringConvertible {
        case known(EnterpriseID)
        /// It comes into the records by an earlier row of the file.
        case line(Int)

        var description: String {
            switch self {
            case .known(let id): id.description
            case .line(let line): "#\(line)"
            }
        }
    }

    private func group(_ row: inout ImportedRow) throws -> GroupName? {
        guard let text = row.name("group") else { return nil }
        do {
            if let one = try known.one(text) { return .known(one.id) }
        } catch {
            try row.refuse("group", error)
            return nil
        }
        let key = (try? USCC(text)).map { "uscc \($0.code)" } ?? "name \(FoldedText(text).text)"
        if let line = seen.line(of: key) { return .line(line) }
        row.refuse(
            "group", "not_found", Phrase(zh: "没有这家企业", en: "no such enterprise"),
            Phrase(zh: "集团要先登记，或写在前面的行", en: "the group has to be known, or come in an earlier row"))
        return nil
    }

    // MARK: other enterprises

    private static func keys(of one: Enterprise) -> [String] {
        [
            one.uscc.map { "uscc \($0)" }, KnownEnterprises.registration(of: one).map { "registration \($0)" },
            "name \(FoldedText(one.name).text)",
        ].compactMap(\.self)
    }

    /// False when a name is near that of another enterprise that may be the same.
    private func refuseNear(_ row: inout ImportedRow, _ read: Enterprise) -> Bool {
        let hits = read.allNames.flatMap { near.near($0, threshold: threshold) }.filter {
            // Two codes are two enterprises, however alike their names.
            !owners[$0.owner].enterprise.contradicts(read)
        }
        guard !hits.isEmpty else { return true }
        var candidates: [String] = []
        for hit in hits.sorted(by: { ($1.score, $0.owner) < ($0.score, $1.owner) }) {
            let (one, line) = owners[hit.owner]
            let text = (line.map { "#\($0)" } ?? one.id.description) + " \(one.name)"
            if !candidates.contains(text) { candidates.append(text) }
        }
        let list = Array(candidates.prefix(5))
        let first = candidates[0].prefix { $0 != " " }.drop { $0 == "#" }
        row.refuse(
            "name", "ambiguous",
            Phrase(
                zh: "可能是：\(list.joined(separator: "、"))", en: "perhaps the same as \(list.joined(separator: ", "))"),
            Phrase(
                zh: "同一家：--same \(row.line)=\(first)；不是：--accept-near \(row.line)，或补信用代码、在“另一家”列写“是”",
                en:
                    "if it is: --same \(row.line)=\(first); if not: --accept-near \(row.line), or give its credit code, or "
                    + "yes in a column distinct"),
            details: ["candidates": .list(list)])
        return false
    }

    private func checked(_ row: inout ImportedRow, _ after: Enterprise, _ group: GroupName?) -> Bool {
        if (after.country == nil) != (after.registration == nil) || (after.uscc != nil && after.country != nil) {
            row.refuse(
                "registration", "refused",
                Phrase(
                    zh: "境外企业写国别和注册号，境内企业写信用代码",
                    en: "a foreign enterprise has a country and a registration, a domestic one a credit code"),
                Phrase(zh: "补上或删去多余的一格", en: "fill the missing cell or clear the other"))
        }
        if case .known(let id) = group {
            var current: Enterprise? = known[id]
            while let one = current, !row.isRefused {
                if one.id == after.id {
                    row.refuse(
                        "group", "refused", Phrase(zh: "集团不能在自己之下", en: "a group is not below itself"),
                        Phrase(zh: "改正集团", en: "correct the group"))
                }
                current = one.group.flatMap { known[$0] }
            }
        }
        return !row.isRefused
    }
}
