import Cadence
import Identifiers
import Labels
public import Promotion
import WorkCalendar

extension Bureau {
    /// `zs officer list [unit:]`.
    public func listOfficers(_ words: CommandWords, caller: Caller) async throws -> [Officer] {
        try await read(caller) { context in
            let keyed = try KeyedWords(words, keys: ["unit": "unit", "机构": "unit"], allowPlain: false)
            var officers = try context.store.officers()
            let unit: UnitID
            if let named = keyed.value("unit") {
                unit = try Self.unit(named: named, in: context.tree).id
                try context.authorise("officer.list", .unit(unit))
            } else if caller.principal != nil || caller.unit != nil {
                unit = try context.scope("officer.list")
            } else {
                try context.authorise("officer.list", .none)
                return officers
            }
            let visible = Set(context.tree.subtree(of: unit))
            officers = officers.filter { $0.latestUnit.map(visible.contains) ?? false }
            return officers
        }
    }

    public func showOfficer(_ text: String, caller: Caller) async throws -> Officer {
        try await read(caller) { context in
            let officer = try Self.officer(named: text, in: context.store.officers())
            let unit = try officer.latestUnit ?? context.contextUnit()
            try context.authorise("officer.show", .officer(officer.id, in: unit))
            return officer
        }
    }

    /// `zs officer add NAME unit:U-2 [role:officer,leader] [code: uid: name_en: pinyin: capacity: skills: from:]`.
    public func addOfficer(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        let result = try await execute("officer.add", caller) { context in
            try context.authorise("officer.add", .none)
            let keyed = try KeyedWords(words, keys: OfficerWords.keys)
            guard let name = keyed.value("name") ?? keyed.plain.first, !name.isEmpty else {
                throw ZhaoshangError(
                    .incomplete, zh: "缺少：姓名", en: "missing: name",
                    hint: Phrase(
                        zh: "例如：zs officer add 王芳 unit:bn-ne role:officer",
                        en: "for example: zs officer add 王芳 unit:bn-ne role:officer"),
                    details: ["missing": .list(["name"])])
            }
            try keyed.require([("unit", Phrase(zh: "机构", en: "unit"))])
            let id = OfficerID(try context.store.nextNumber("O"))
            let blank = Officer(id: id, code: "o\(id.number)", name: name, roles: [.officer], memberships: [])
            let officer = try context.officerDraft().applying(keyed, to: blank)
            try context.store.append(NewEvent("officer.added", id, OfficerChanged(before: nil, after: officer)))
            return Outcome(id: id.description, changed: [Change("officer", to: officer.name)])
        }
        await rouse(caller)
        return result
    }

    /// `zs officer edit O-3 uid:1001 role:officer,clerk unit:U-4 from:2026-05-01`: a new unit begins a new membership.
    public func editOfficer(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await changeOfficer("officer.edit", "officer.edited", words, caller) { context, keyed, before in
            try context.officerDraft().applying(keyed, to: before)
        }
    }

    /// `zs officer leave O-3 2026-05-06 2026-05-09 [--reason 年假] [--remove]`: open tasks of whole days away are waived.
    public func recordLeave(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await changeOfficer("officer.leave", "officer.leave", words, caller) { context, keyed, before in
            let days = try OfficerWords.days(keyed, today: context.today)
            var after = before
            if words.flag("remove") {
                after.leave.removeAll { $0.from == days.lowerBound && $0.until == days.upperBound }
            } else {
                after.leave.append(
                    Leave(
                        from: days.lowerBound, until: days.upperBound,
                        reason: try keyed.value("reason").map { try context.store.keep(text: $0) }))
                after.leave.sort { ($0.from, $0.until) < ($1.from, $1.until) }
            }
            return after
        }
    }

    /// `zs officer roster O-3 2026-05-06 2026-05-09 [--remove]`: on duty for the natural24x7 clock.
    public func recordRoster(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await changeOfficer("officer.roster", "officer.roster", words, caller) { context, keyed, before in
            let days = try OfficerWords.days(keyed, today: context.today)
            let stretch = DatePeriod(from: days.lowerBound, until: days.upperBound)
            var after = before
            if words.flag("remove") {
                after.roster.removeAll { $0 == stretch }
            } else {
                after.roster.append(stretch)
                after.roster.sort { ($0.from, $0.until) < ($1.from, $1.until) }
            }
            return after
        }
    }

    /// `zs officer deactivate O-3 [--reason WHY] [to:O-5]`: the membership ends today, open tasks of rules are void, and
    /// whatever the officer has in hand goes to somebody else in the same command: to whom `to:` names, else leads by the
    /// rules of assignment, all else to the head of its unit.
    public func deactivateOfficer(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        let codes = shipped.codes
        return try await changeOfficer(
            "officer.deactivate", "officer.deactivated", words, caller,
            then: { context, keyed, after in
                try context.handOverWork(
                    of: after, to: keyed.value("to"), reason: words.option("reason") ?? keyed.value("reason"), codes)
            },
            { context, _, before in
                let lastDay =
                    try words.option("on").map { try DateReading.date($0, today: context.today) } ?? context.today
                guard lastDay <= context.today else {
                    throw ZhaoshangError(
                        .badDate, zh: "\(lastDay) 还没有到", en: "\(lastDay) is in the future",
                        hint: Phrase(zh: "到那天再停用", en: "deactivate on that day"))
                }
                var after = before
                after.active = false
                if let last = after.memberships.indices.last, after.memberships[last].until == nil {
                    after.memberships[last].until = max(after.memberships[last].from, lastDay)
                }
                return after
            })
    }

    private func changeOfficer(
        _ verb: String, _ event: String, _ words: CommandWords, _ caller: Caller,
        then follow: @escaping @Sendable (WriteContext, KeyedWords, Officer) throws -> [Change] = { _, _, _ in [] },
        _ change: @escaping @Sendable (WriteContext, KeyedWords, Officer) throws -> Officer
    ) async throws -> CommandResult {
        let result = try await execute(verb, caller, work: caller.principal != nil && verb == "officer.leave") {
            context in
            let keyed = try KeyedWords(
                words, keys: verb == "officer.deactivate" ? OfficerWords.leaving : OfficerWords.keys)
            let before = try Self.officer(named: keyed.plain.first ?? "", in: context.store.officers())
            let unit = before.unit(on: context.today) ?? before.latestUnit
            try context.authorise(verb, unit.map { .officer(before.id, in: $0) } ?? .none)
            let after = try change(context, keyed, before)
            guard after != before else { throw Self.nothingToChange("zs officer edit \(before.id) role:officer") }
            try context.store.append(NewEvent(event, before.id, OfficerChanged(before: before, after: after)))
            var changes = OfficerWords.differences(before, after)
            changes += try context.settleTasks(of: after)
            changes += try follow(context, keyed, after)
            return Outcome(id: before.id.description, changed: changes)
        }
        await rouse(caller)
        return result
    }
}

extension WriteContext {
    /// Open daily tasks of an officer who is away that whole day are waived, and open again when the leave is taken back;
    /// those of one who left are void.
    func settleTasks(of officer: Officer) throws -> [Change] {
        let open = try store.tasks(
            TaskFilter(
                subjects: [.officer(officer.id)], states: [.open, .returned, .waived], level: .day, ofRules: true)
        ).filter { $0.status.state != .waived || $0.status.reason == "leave" }
        var changes: [Change] = []
        for task in open {
            var after = task.status
            let day = task.period.firstDay
            if !officer.active || officer.unit(on: day) == nil {
                // Work that was due before somebody left stays due.
                guard !officer.active, task.dueAt > now || officer.unit(on: day) == nil else { continue }
                after.state = .void
                after.reason = "left"
            } else if officer.leave.contains(where: { $0.from <= day && day <= $0.until }) {
                after.state = .waived
                after.reason = "leave"
            } else if task.status.state == .waived {
                after.state = .open
                after.reason = nil
            }
            guard after != task.status else { continue }
            try store.append(
                NewEvent("task.released", task.id, TaskChanged(task: task.id, before: task.status, after: after)))
            changes.append(Change(task.id.description, from: task.status.state.rawValue, to: after.state.rawValue))
        }
        return changes
    }
}

/// The words of an officer.
enum OfficerWords {
    static let keys: [String: String] = [
        "name": "name", "姓名": "name", "name_en": "name_en", "英文名": "name_en", "pinyin": "pinyin", "拼音": "pinyin",
        "code": "code", "代码": "code", "unit": "unit", "机构": "unit", "role": "role", "roles": "role", "角色": "role",
        "uid": "uid", "capacity": "capacity", "容量": "capacity", "skills": "skills", "skill": "skills", "特长": "skills",
        "from": "from",
        "起": "from", "until": "until", "to": "until", "止": "until", "reason": "reason", "事由": "reason",
        "active": "active", "启用": "active",
    ]

    /// Of `officer deactivate`: `to:` is who takes over.
    static let leaving: [String: String] = [
        "to": "to", "交给": "to", "reason": "reason", "事由": "reason", "on": "on",
    ]

    /// The days that the words after the officer name, or `from:` and `until:`; one day when only one is given.
    static func days(_ keyed: KeyedWords, today: CivilDate) throws -> ClosedRange<CivilDate> {
        let typed = Array(keyed.plain.dropFirst())
        guard let first = keyed.value("from") ?? typed.first else {
            throw ZhaoshangError(
                .incomplete, zh: "缺少：起始日", en: "missing: the first day",
                hint: Phrase(
                    zh: "例如：zs officer leave O-3 2026-05-06 2026-05-09",
                    en: "for example: zs officer leave O-3 2026-05-06 2026-05-09"),
                details: ["missing": .list(["from"])])
        }
        let from = try DateReading.date(first, today: today)
        let last = keyed.value("until") ?? (typed.count > 1 ? typed[1] : nil)
        let until = try last.map { try DateReading.date($0, today: today) } ?? from
        guard from <= until else {
            throw ZhaoshangError(.badPeriod, zh: "\(from) 晚于 \(until)", en: "\(from) is after \(until)")
        }
        return from...until
    }

    static func role(_ text: String) throws -> Role {
        let chinese: [String: Role] = [
            "招商专员": .officer, "内勤": .clerk, "研判": .screener, "服务专员": .commissioner, "负责人": .leader,
            "挂帅领导": .leader, "督办": .supervisor, "审计": .auditor, "管理员": .admin, "查看": .viewer,
        ]
        if let role = Role(rawValue: text) ?? chinese[text] { return role }
        let known = Role.allCases.map(\.rawValue).joined(separator: " ")
        throw ZhaoshangError(
            .badText, zh: "未知的角色：\(text)", en: "unknown role: \(text)",
            hint: Phrase(zh: "可用：\(known)", en: "one of: \(known)"))
    }

    /// Ends the running membership the day before and begins the new one.
    static func moved(_ memberships: [Membership], to unit: UnitID, from: WorkCalendar.CivilDate) -> [Membership] {
        var kept = memberships.filter { $0.from < from }
        if let last = kept.indices.last {
            if kept[last].unit == unit, kept[last].until == nil { return memberships }
            kept[last].until = kept[last].until.map { min($0, from - 1) } ?? (from - 1)
        }
        return kept + [Membership(unit: unit, from: from)]
    }

    static func differences(_ before: Officer, _ after: Officer) -> [Change] {
        func span(_ from: WorkCalendar.CivilDate, _ until: WorkCalendar.CivilDate?) -> String {
            "\(from)…\(until?.description ?? "")"
        }
        let fields: [(String, String?, String?)] = [
            ("name", before.name, after.name), ("name_en", before.nameEn, after.nameEn),
            ("code", before.code, after.code), ("pinyin", before.pinyin, after.pinyin),
            ("uid", list(before.uids.map { String($0) }), list(after.uids.map { String($0) })),
            ("role", list(before.roles.map(\.rawValue)), list(after.roles.map(\.rawValue))),
            (
                "unit", list(before.memberships.map { "\($0.unit) \(span($0.from, $0.until))" }),
                list(after.memberships.map { "\($0.unit) \(span($0.from, $0.until))" })
            ),
            ("capacity", before.capacity.map { String($0) }, after.capacity.map { String($0) }),
            ("skills", list(before.skills), list(after.skills)),
            (
                "leave", list(before.leave.map { span($0.from, $0.until) }),
                list(after.leave.map { span($0.from, $0.until) })
            ),
            (
                "roster", list(before.roster.map { span($0.from, $0.until) }),
                list(after.roster.map { span($0.from, $0.until) })
            ),
            ("active", String(before.active), String(after.active)),
        ]
        return fields.filter { $0.1 != $0.2 }.map { Change($0.0, from: $0.1, to: $0.2) }
    }

    private static func list(_ values: [String]) -> String? {
        values.isEmpty ? nil : values.joined(separator: ", ")
    }
}
