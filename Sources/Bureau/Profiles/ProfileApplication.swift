import Cadence
import Identifiers
import Labels
import Promotion
import WorkCalendar

public struct AppliedProfile: Sendable {
    public var result: CommandResult
    public var name: String
    public var items: [ProfilePlanItem]
}

extension Bureau {
    public func listProfiles(caller: Caller) async throws -> [(profile: Profile, applied: String?)] {
        let library = self.shipped
        return try await read(caller) { context in
            try context.authorise("profile.list", .none)
            return try library.names().compactMap { name in
                try library.load(name).map { profile in
                    let applied = try context.store.events(subject: "profile/\(name)", limit: 1).first
                    return (profile, applied?.instant.date.description)
                }
            }
        }
    }

    public func showProfile(_ name: String, caller: Caller) async throws -> Profile {
        let library = self.shipped
        return try await read(caller) { context in
            try context.authorise("profile.show", .none)
            return try Self.profile(name, library)
        }
    }

    private static func profile(_ name: String, _ library: ProfileLibrary) throws -> Profile {
        if let profile = try library.load(name) { return profile }
        let known = library.names().joined(separator: " ")
        throw ZhaoshangError(
            .notFound, zh: "没有这个方案：\(name)", en: "no such profile: \(name)",
            hint: Phrase(zh: "可用：\(known)；或给出文件", en: "known: \(known); or name a file"))
    }

    /// `zs profile apply NAME|FILE`: adds what is missing and brings up to date what nobody changed. A file's text comes
    /// in the option `content`. Applying twice changes nothing.
    public func applyProfile(_ words: CommandWords, caller: Caller) async throws -> AppliedProfile {
        let library = self.shipped
        let document: Profile
        if let content = words.option("content") {
            document = try library.parse(content)
        } else {
            document = try Self.profile(words.words.first ?? "", library)
        }
        let result = try await execute("profile.apply", caller) { context in
            try context.authorise("profile.apply", .none)
            var application = try ProfileApplication(document, context)
            try application.run()
            return try application.outcome()
        }
        await rouse(caller)
        let items = result.outcome.changed.compactMap { change -> ProfilePlanItem? in
            let parts = change.field.split(separator: " ").map(String.init)
            guard parts.count >= 2, let act = ProfilePlanItem.Act(rawValue: parts[0]) else { return nil }
            return ProfilePlanItem(
                key: parts[1], act: act, id: parts.count > 2 ? parts[2] : nil, from: change.from, to: change.to ?? "")
        }
        return AppliedProfile(result: result, name: document.name, items: items)
    }
}

/// One application of a profile inside its transaction.
private struct ProfileApplication {
    let document: Profile
    let context: WriteContext
    let last: [String: String]
    var items: [ProfilePlanItem] = []
    var unitIDs: [String: UnitID] = [:]

    init(_ document: Profile, _ context: WriteContext) throws {
        self.document = document
        self.context = context
        last = try context.store.profileItems(document.name) ?? [:]
        for unit in context.tree.byID.values { unitIDs[unit.code] = unit.id }
    }

    mutating func run() throws {
        for item in document.units { try apply(item) }
        for item in document.officers ?? [] { try apply(item) }
        for item in document.rules { try apply(item) }
        for (key, value) in (document.settings ?? [:]).sorted(by: { $0.key < $1.key }) { try apply(key, value) }
        // What the profile wrote is remembered even where it was kept, so that a person's edit stays a person's.
        var written = last
        for item in items where item.act != .kept { written[item.key] = item.to }
        guard written != last else { return }
        try context.store.append(
            NewEvent(
                "profile.applied", "profile/\(document.name)", ProfileApplied(name: document.name, items: written)))
    }

    func outcome() throws -> Outcome {
        Outcome(
            id: document.name,
            changed: items.filter { $0.act != .unchanged }.map {
                Change(
                    [$0.act.rawValue, $0.key, $0.id].compactMap { $0 }.joined(separator: " "), from: $0.from, to: $0.to)
            }, undoable: false)
    }

    /// Records the decision and says whether to write.
    private mutating func plan(_ key: String, id: String?, current: String?, wanted: String) -> ProfilePlanItem.Act {
        let item = ProfilePlanItem.decide(
            key: key, id: id, current: current, lastWritten: last[key], wanted: wanted)
        items.append(item)
        return item.act
    }

    private mutating func apply(_ item: Profile.UnitItem) throws {
        let words =
            [
                "name:\(item.name.zh)", "name_en:\(item.name.en)", "kind:\(item.kind)",
            ]
            + [
                ("parent", item.parent.flatMap { unitIDs[$0]?.description } ?? item.parent),
                ("division", item.division),
                ("circle", item.circle), ("chains", item.chains?.joined(separator: ",")),
                ("rank_group", item.rankGroup),
            ]
            .compactMap { key, value in value.map { "\(key):\($0)" } }
        let tree = UnitTree(try context.store.units())
        let existing = tree.byID.values.first { $0.code == item.code }
        let keyed = try KeyedWords(CommandWords(words), keys: UnitWords.keys)
        let blank = Promotion.Unit(
            id: existing?.id ?? UnitID(0), code: item.code, kind: .department, name: Phrase(""))
        var wanted = try UnitWords.apply(keyed, to: blank, tree)
        let act = plan(
            "unit/\(item.code)", id: existing?.id.description, current: existing.map(Self.words),
            wanted: Self.words(wanted))
        if act == .add {
            wanted.id = UnitID(try context.store.nextNumber("U"))
            unitIDs[item.code] = wanted.id
            items[items.count - 1].id = wanted.id.description
            try context.store.append(NewEvent("unit.added", wanted.id, UnitChanged(before: nil, after: wanted)))
        } else if act == .update, let existing {
            try context.store.append(NewEvent("unit.edited", existing.id, UnitChanged(before: existing, after: wanted)))
        }
    }

    private mutating func apply(_ item: Profile.OfficerItem) throws {
        guard let unit = unitIDs[item.unit] else { throw Self.unknownUnit(item.unit, "officer/\(item.code)") }
        let existing = try context.store.officers().first { $0.code == item.code }
        var wanted = existing ?? Officer(id: OfficerID(0), code: item.code, name: "", roles: [], memberships: [])
        wanted.name = item.name
        wanted.nameEn = item.nameEn
        wanted.roles = try item.roles.map(OfficerWords.role).sorted()
        wanted.capacity = item.capacity
        wanted.active = true
        if wanted.latestUnit != unit {
            wanted.memberships = OfficerWords.moved(wanted.memberships, to: unit, from: context.today)
        }
        let act = plan(
            "officer/\(item.code)", id: existing?.id.description, current: existing.map(Self.words),
            wanted: Self.words(wanted))
        if act == .add {
            wanted.id = OfficerID(try context.store.nextNumber("O"))
            items[items.count - 1].id = wanted.id.description
            try context.store.append(NewEvent("officer.added", wanted.id, OfficerChanged(before: nil, after: wanted)))
        } else if act == .update, let existing {
            try context.store.append(
                NewEvent("officer.edited", existing.id, OfficerChanged(before: existing, after: wanted)))
        }
    }

    private mutating func apply(_ item: Profile.RuleItem) throws {
        guard unitIDs[item.scope] != nil else { throw Self.unknownUnit(item.scope, "rule/\(item.code)") }
        var options: [String: [String]] = [
            "name": [item.name.zh], "name-en": [item.name.en], "level": [item.level], "product": [item.product],
            "scope": [item.scope], "fan-out": [item.fanOut], "due": [item.due],
        ]
        for (key, value) in [
            ("gathers", item.gathers), ("draft", item.draft), ("comments", item.comments), ("freeze", item.freeze),
            ("wait", item.wait), ("agenda-minutes", item.agendaMinutes.map { String($0) }),
        ] {
            if let value { options[key] = [value] }
        }
        let tree = UnitTree(try context.store.units())
        let draft = try RuleDraft(CommandWords(options: options), tree: tree, today: context.today)
        let level = try draft.require(draft.level, "level")
        let due = try draft.require(draft.due, "due")
        let existing = try context.store.rules().first { $0.code == item.code }
        let from = Rule.firstPeriod(level, due: due, now: context.now, calendar: context.calendar)
        var wanted = Rule(
            id: existing?.id ?? RuleID(0), code: item.code, name: item.name, level: level,
            product: draft.product ?? .custom, scope: try draft.require(draft.scope, "scope"),
            fanOut: draft.fanOut ?? .scope, gathers: draft.gathers,
            revisions: [draft.revision(number: 1, from: from, over: nil, due: due)])
        let act = plan(
            "rule/\(item.code)", id: existing?.id.description, current: existing.map(Self.words),
            wanted: Self.words(wanted))
        if act == .add {
            wanted.id = RuleID(try context.store.nextNumber("R"))
            items[items.count - 1].id = wanted.id.description
            try context.store.append(NewEvent("rule.added", wanted.id, RuleChanged(before: nil, after: wanted)))
        } else if act == .update, let existing, let last = existing.revisions.last {
            let next = existing.currentPeriod(at: context.now).next
            var revised = existing
            revised.name = wanted.name
            revised.fanOut = wanted.fanOut
            revised.gathers = wanted.gathers
            revised.revisions.append(draft.revision(number: last.number + 1, from: next, over: nil, due: due))
            try context.store.append(
                NewEvent("rule.revised", existing.id, RuleChanged(before: existing, after: revised)))
        }
    }

    private mutating func apply(_ key: String, _ value: String) throws {
        let definition = try SettingRegistry.definition(key)
        let made = try context.store.settings(key).last { $0.unit == nil }
        let act = plan("setting/\(key)", id: nil, current: made?.value, wanted: value)
        guard act == .add || act == .update else { return }
        guard definition.accepts(value) else {
            throw ZhaoshangError(.badProfile, zh: "\(key) 不接受 \(value)", en: "\(key) does not take \(value)")
        }
        let setting = Setting(key: key, unit: nil, from: context.today, value: value)
        let before = made.flatMap { $0.from == setting.from ? $0 : nil }
        try context.store.append(
            NewEvent("setting.set", "setting/\(key)", SettingChanged(before: before, after: setting)))
    }

    private static func unknownUnit(_ code: String, _ item: String) -> ZhaoshangError {
        ZhaoshangError(
            .badProfile, zh: "\(item) 所在的机构 \(code) 不存在", en: "\(item) names a unit that does not exist: \(code)",
            hint: Phrase(zh: "在 units 中先定义它", en: "define it under units first"))
    }

    // What a profile says of an item, in a form that compares: ids and dates that it does not say are left out.

    private static func words(_ unit: Promotion.Unit) -> String {
        [
            unit.kind.rawValue, unit.name.zh, unit.name.en, unit.parent?.description ?? "", unit.division ?? "",
            unit.circle ?? "", unit.chains.joined(separator: ","), unit.rankGroup ?? "", unit.active ? "" : "inactive",
        ].joined(separator: " | ")
    }

    private static func words(_ officer: Officer) -> String {
        [
            officer.name, officer.nameEn ?? "", officer.latestUnit?.description ?? "",
            officer.roles.map(\.rawValue).joined(separator: ","), officer.capacity.map { String($0) } ?? "",
            officer.active ? "" : "inactive",
        ].joined(separator: " | ")
    }

    private static func words(_ rule: Rule) -> String {
        let last = rule.revisions.last
        return [
            rule.name.zh, rule.name.en, rule.level.rawValue, rule.product.rawValue, rule.scope.description,
            rule.fanOut.description, rule.gathers?.rawValue ?? "", last?.due.description ?? "",
            last?.draft?.description ?? "", last?.comments?.description ?? "", last?.freeze?.description ?? "",
            last?.wait.description ?? "", last?.agendaMinutesBefore.map { String($0) } ?? "",
            rule.until.map { "until \($0.key)" } ?? "",
        ].joined(separator: " | ")
    }
}
