import Identifiers
import Labels
import Promotion
import WorkCalendar

/// What a use case has at hand inside its transaction.
struct WriteContext {
    let store: any Writing
    let caller: Caller
    let calendar: WorkingDayCalendar
    let tree: UnitTree
    let codes: CodeTables

    var now: Instant { store.now }
    var today: CivilDate { store.now.date }

    func authorise(_ verb: String, _ target: AccessTarget) throws {
        try caller.authorise(verb, target, tree, today: today)
    }
}

/// What a query has at hand.
struct ReadContext {
    let store: any Reading
    let caller: Caller
    let calendar: WorkingDayCalendar
    let tree: UnitTree
    let codes: CodeTables
    let now: Instant

    var today: CivilDate { now.date }

    func authorise(_ verb: String, _ target: AccessTarget) throws {
        try caller.authorise(verb, target, tree, today: today)
    }

    /// The units a question without a unit is about: the caller's own unit and below, or the named one.
    func scope(_ verb: String) throws -> UnitID {
        let unit = try contextUnit()
        try authorise(verb, .unit(unit))
        return unit
    }

    /// `--unit`, else the caller's unit, else the only bureau there is.
    func contextUnit() throws -> UnitID {
        try Bureau.contextUnit(caller, tree, today: today)
    }
}

extension Bureau {
    /// Looks up who a claim is. An unknown login is refused with the command an administrator must run.
    public func caller(_ claim: CallerClaim) async throws -> Caller {
        let today = clock.now().date
        let moment = CallerCache.Moment(revision: store.organisationRevision, day: today)
        if let known = callers.caller(claim, at: moment) { return known }
        let caller = try await store.read { reading in
            let own = try reading.officers(uid: claim.uid).first
            var caller = Caller(
                uid: claim.uid, isAdministrator: claim.isAdministrator, officer: own, actingAs: nil, unit: nil,
                language: claim.language, commandID: claim.commandID, digest: claim.digest, dryRun: claim.dryRun)
            if own == nil, !claim.isAdministrator { throw Self.unknown(uid: claim.uid) }
            guard claim.actingAs != nil || claim.unit != nil else { return caller }
            let tree = UnitTree(try reading.units())
            if let text = claim.unit {
                caller.unit = try Self.unit(named: text, in: tree).id
            }
            if let text = claim.actingAs {
                let target = try Self.officer(named: text, in: reading.officers())
                try Self.checkActing(caller, as: target, tree, today: today)
                caller.actingAs = target
            }
            return caller
        }
        callers.keep(caller, claim, at: moment)
        return caller
    }

    private static func unknown(uid: UInt32) -> ZhaoshangError {
        ZhaoshangError(
            .unknownCaller, zh: "本机账户 uid \(uid) 未对应任何人员", en: "no officer has the login uid \(uid)",
            hint: Phrase(
                zh: "请管理员执行：zs officer edit O-… uid:\(uid)",
                en: "an administrator must run: zs officer edit O-… uid:\(uid)"),
            details: ["uid": .number(Int64(uid))])
    }

    /// Administrators act for anybody, clerks for people of their unit and below.
    private static func checkActing(_ caller: Caller, as target: Officer, _ tree: UnitTree, today: CivilDate) throws {
        guard target.active else {
            throw ZhaoshangError(
                .refused, zh: "\(target.id) 已停用", en: "\(target.id) is not active",
                hint: Phrase(zh: "查看：zs officer show \(target.id)", en: "see: zs officer show \(target.id)"))
        }
        if caller.isAdministrator || target.id == caller.officer?.id { return }
        if let own = caller.officer, own.roles.contains(.clerk), let home = own.unit(on: today),
            let unit = target.unit(on: today), tree.contains(unit, below: home)
        {
            return
        }
        throw ZhaoshangError(
            .forbidden, zh: "您不能代表 \(target.id) 操作", en: "you may not act as \(target.id)",
            hint: Phrase(
                zh: "只有管理员和本机构内勤可以使用 --as", en: "only administrators and clerks of the unit may use --as"))
    }

    func read<Value: Sendable>(
        _ caller: Caller, _ body: @escaping @Sendable (ReadContext) throws -> Value
    ) async throws -> Value {
        let calendars = self.calendars
        let clock = self.clock
        let codes = shipped.codes
        return try await store.read { reading in
            try body(
                ReadContext(
                    store: reading, caller: caller, calendar: calendars.calendar(reading),
                    tree: UnitTree(reading.units()), codes: codes, now: clock.now()))
        }
    }

    /// One command, one transaction. `work` says that the verb is a line of the officer's day.
    func execute(
        _ verb: String, _ caller: Caller, work: Bool = false,
        _ body: @escaping @Sendable (WriteContext) throws -> Outcome
    ) async throws -> CommandResult {
        let calendars = self.calendars
        let codes = shipped.codes
        let command = Command(
            id: caller.commandID, actor: caller.actor, onBehalf: caller.onBehalf, verb: verb, digest: caller.digest,
            dryRun: caller.dryRun)
        let result = try await store.write(command) { writing in
            let context = WriteContext(
                store: writing, caller: caller, calendar: try calendars.calendar(writing),
                tree: UnitTree(try writing.units()), codes: codes)
            let head = try writing.headSeq()
            var outcome = try body(context)
            if work, let officer = caller.principal, try writing.headSeq() > head {
                let line = try context.recordAutomaticLine(verb: verb, subject: outcome.id ?? "-", officer: officer)
                if let line { outcome.related["line"] = line.description }
            }
            return outcome
        }
        if !result.events.isEmpty { tellWatchers() }
        return result
    }

    static func contextUnit(_ caller: Caller, _ tree: UnitTree, today: CivilDate) throws -> UnitID {
        if let unit = caller.unit { return unit }
        if let unit = caller.principal?.unit(on: today) { return unit }
        let roots = tree.roots
        if roots.count == 1 { return roots[0].id }
        throw ZhaoshangError(
            .usage, zh: "请用 --unit 指明机构", en: "say which unit: --unit U-…",
            hint: Phrase(zh: "查看机构：zs unit list", en: "see the units: zs unit list"),
            details: ["units": .list(roots.map(\.id.description))])
    }
}
