import Identifiers
import Labels
public import Promotion
import WorkCalendar

extension Bureau {
    /// `zs unit list`: the caller's unit and below; everything for those who may read all.
    public func listUnits(_ words: CommandWords, caller: Caller) async throws -> [Promotion.Unit] {
        try await read(caller) { context in
            let units = try context.store.units()
            guard caller.principal != nil || caller.unit != nil else {
                try context.authorise("unit.list", .none)
                return units
            }
            let visible = Set(context.tree.subtree(of: try context.scope("unit.list")))
            return units.filter { visible.contains($0.id) }
        }
    }

    public func showUnit(_ text: String, caller: Caller) async throws -> Promotion.Unit {
        try await read(caller) { context in
            let unit = try Self.unit(named: text, in: context.tree)
            try context.authorise("unit.show", .unit(unit.id))
            return unit
        }
    }

    /// `zs unit add CODE name:… kind:… [name_en: parent: division: circle: chains: rank_group:]`.
    public func addUnit(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        let result = try await execute("unit.add", caller) { context in
            try context.authorise("unit.add", .none)
            let keyed = try KeyedWords(words, keys: UnitWords.keys)
            let code = try UnitWords.code(keyed)
            guard !context.tree.byID.values.contains(where: { $0.code == code }) else {
                throw ZhaoshangError(
                    .conflict, zh: "机构代码 \(code) 已存在", en: "there is a unit \(code) already",
                    hint: Phrase(zh: "修改：zs unit edit \(code) …", en: "to change it: zs unit edit \(code) …"))
            }
            try keyed.require([
                ("name", Phrase(zh: "名称", en: "name")), ("kind", Phrase(zh: "类型", en: "kind")),
            ])
            let blank = Promotion.Unit(
                id: UnitID(try context.store.nextNumber("U")), code: code, kind: .department, name: Phrase(""))
            let unit = try UnitWords.apply(keyed, to: blank, context.tree)
            try context.store.append(NewEvent("unit.added", unit.id, UnitChanged(before: nil, after: unit)))
            return Outcome(id: unit.id.description, changed: [Change("unit", to: unit.code)])
        }
        await rouse(caller)
        return result
    }

    /// `zs unit edit U-3 name:… active:no`.
    public func editUnit(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        let result = try await execute("unit.edit", caller) { context in
            try context.authorise("unit.edit", .none)
            let keyed = try KeyedWords(words, keys: UnitWords.keys)
            let before = try Self.unit(named: keyed.plain.first ?? "", in: context.tree)
            let after = try UnitWords.apply(keyed, to: before, context.tree)
            guard after != before else { throw Self.nothingToChange("zs unit edit \(before.id) name:…") }
            try context.store.append(NewEvent("unit.edited", before.id, UnitChanged(before: before, after: after)))
            return Outcome(id: before.id.description, changed: UnitWords.differences(before, after))
        }
        await rouse(caller)
        return result
    }

    static func nothingToChange(_ example: String) -> ZhaoshangError {
        ZhaoshangError(
            .incomplete, zh: "没有要改的内容", en: "nothing to change",
            hint: Phrase(zh: "例如：\(example)", en: "for example: \(example)"))
    }
}

/// The words of a unit.
enum UnitWords {
    static let keys: [String: String] = [
        "code": "code", "代码": "code", "name": "name", "名称": "name", "name_en": "name_en", "英文名": "name_en",
        "kind": "kind", "类型": "kind",
        "parent": "parent", "上级": "parent", "division": "division", "区划": "division", "circle": "circle",
        "圈": "circle", "chains": "chains", "chain": "chains", "产业链": "chains", "rank_group": "rank_group",
        "分组": "rank_group", "active": "active", "启用": "active",
    ]

    static func code(_ keyed: KeyedWords) throws -> String {
        guard let code = (keyed.value("code") ?? keyed.plain.first)?.lowercased(), !code.isEmpty else {
            throw ZhaoshangError(
                .incomplete, zh: "缺少：代码", en: "missing: code",
                hint: Phrase(
                    zh: "例如：zs unit add bn-ne name:新能源专班 kind:taskForce parent:bn",
                    en: "for example: zs unit add bn-ne name:新能源专班 kind:taskForce parent:bn"),
                details: ["missing": .list(["code"])])
        }
        let legal =
            code.count <= 40 && code.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0)) }
        guard legal, UnitID(code) == nil, OfficerID(code) == nil else {
            throw ZhaoshangError(
                .badCode, zh: "代码只能含小写字母、数字、- . _，且不能像编号：\(code)",
                en: "a code has letters, digits, - . _ only and does not look like an id: \(code)")
        }
        return code
    }

    static func apply(_ keyed: KeyedWords, to unit: Promotion.Unit, _ tree: UnitTree) throws -> Promotion.Unit {
        var unit = unit
        let zh = keyed.value("name") ?? unit.name.zh
        // Without an English name of its own a unit shows its Chinese one.
        let en = keyed.value("name_en") ?? (unit.name.en.isEmpty || unit.name.en == unit.name.zh ? zh : unit.name.en)
        unit.name = Phrase(zh: zh, en: en)
        if let text = keyed.value("kind") { unit.kind = try kind(text) }
        if let parent = keyed.value("parent") {
            let above = parent == "-" ? nil : try Bureau.unit(named: parent, in: tree).id
            if let above, tree.byID[unit.id] != nil, tree.contains(above, below: unit.id) {
                throw ZhaoshangError(
                    .refused, zh: "\(above) 在 \(unit.id) 之下，不能作其上级",
                    en: "\(above) is below \(unit.id) and cannot be above it")
            }
            unit.parent = above
        }
        if let division = keyed.value("division") { unit.division = division }
        if let circle = keyed.value("circle") { unit.circle = circle }
        if let chains = keyed.list("chains") { unit.chains = chains }
        if let group = keyed.value("rank_group") { unit.rankGroup = group }
        if let active = keyed.value("active") { unit.active = yes(active) }
        return unit
    }

    static func yes(_ text: String) -> Bool { !["no", "false", "0", "否"].contains(text.lowercased()) }

    private static func kind(_ text: String) throws -> Promotion.Unit.Kind {
        let chinese: [String: Promotion.Unit.Kind] = [
            "招商局": .bureau, "专班": .taskForce, "驻外招商机构": .agency, "驻点招商队": .residentTeam, "园区平台": .park,
            "职能部门": .department, "镇街": .township, "服务专员队": .commissionerDesk,
        ]
        if let kind = Promotion.Unit.Kind(rawValue: text) ?? chinese[text] { return kind }
        let known = Promotion.Unit.Kind.allCases.map(\.rawValue).joined(separator: " ")
        throw ZhaoshangError(
            .badText, zh: "未知的机构类型：\(text)", en: "unknown kind of unit: \(text)",
            hint: Phrase(zh: "可用：\(known)", en: "one of: \(known)"))
    }

    static func differences(_ before: Promotion.Unit, _ after: Promotion.Unit) -> [Change] {
        let fields: [(String, String?, String?)] = [
            ("name", before.name.zh, after.name.zh), ("name_en", before.name.en, after.name.en),
            ("kind", before.kind.rawValue, after.kind.rawValue),
            ("parent", before.parent?.description, after.parent?.description),
            ("division", before.division, after.division), ("circle", before.circle, after.circle),
            ("chains", before.chains.joined(separator: ","), after.chains.joined(separator: ",")),
            ("rank_group", before.rankGroup, after.rankGroup),
            ("active", String(before.active), String(after.active)),
        ]
        return fields.filter { $0.1 != $0.2 }.map { Change($0.0, from: $0.1, to: $0.2) }
    }
}
