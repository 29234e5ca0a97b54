import Identifiers
import Labels
import Promotion
import WorkCalendar

extension Bureau {
    /// `zs funds add P-3 1.2亿 date:10-22 component:equipment voucher:… [reverses:F-2]`.
    public func addFunds(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await execute("funds.add", caller, work: true) { context in
            let keyed = try KeyedWords(words, keys: Self.fundsKeys)
            var plain = keyed.plain[...]
            let project = try context.store.project(named: keyed.value("project") ?? plain.popFirst() ?? "")
            try context.authorise("funds.add", project.target(for: caller))
            let foreign = try ForeignReading.amount(keyed, today: context.today)
            guard let amount = try context.money(keyed.value("amount") ?? plain.popFirst()) ?? foreign?.yuan else {
                throw [
                    MissingEvidence(
                        "amount", zh: "金额", en: "the amount", command: "zs funds add \(project.id) amount:… date:…")
                ].refusal(Phrase(zh: "资金不能登记", en: "the funds cannot be recorded"))
            }
            let reversed = try keyed.value("reverses").map { try context.funds(named: $0) }
            let earlier = try reversed.map { funds in
                try context.store.records(Funds.self, RecordFilter([.equals("reverses", funds.id)])).map(\.record)
                    .filter { $0.state != .rejected }
            }
            let voucher = keyed.value("voucher").flatMap(FundsRecording.normalizedVoucher)
            let holder = try voucher.flatMap { number in
                try context.store.records(Funds.self, RecordFilter([.equals("voucher", number)])).first?.record
            }
            let recording = FundsRecording(
                amount: amount, foreign: foreign?.amount,
                arrivedOn: try context.date(keyed.value("date")) ?? context.today,
                component: try Self.component(keyed.value("component")), voucher: voucher, reverses: reversed,
                by: caller.actingPerson)
            let funds = try recording.recorded(
                for: project, id: context.store.nextID(Funds.self), holder: holder,
                reversedAlready: Money(yuan: (earlier ?? []).reduce(0) { $0 + $1.amount.yuan }), today: context.today)
            if let voucher { try context.passOn(voucher, to: funds) }
            try context.store.append("funds.add", before: nil, after: funds)
            var changed = Funds.changes(from: nil, to: funds)
            let dossier = try context.store.dossier(of: project)
            let kin = try ProjectKin(of: [dossier], context.store)
            let flags = PaddingFlag.all(of: dossier, others: kin.others(than: dossier))
            let own = flags.filter { $0.evidence.contains(funds.id.description) }
            if !own.isEmpty {
                changed.append(Change("flags", to: own.map(\.kind.rawValue).joined(separator: " ")))
            }
            return Outcome(id: funds.id.description, changed: changed)
        }
    }

    public func verifyFunds(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await decideFunds("funds.verify", .verified, words, caller)
    }

    public func rejectFunds(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await decideFunds("funds.reject", .rejected, words, caller)
    }

    private func decideFunds(
        _ verb: String, _ state: Funds.State, _ words: CommandWords, _ caller: Caller
    ) async throws -> CommandResult {
        try await execute(verb, caller, work: true) { context in
            let keyed = try KeyedWords(words, keys: Self.fundsKeys)
            guard !keyed.plain.isEmpty else { throw context.noFunds("") }
            let reason = keyed.value("reason")
            if state == .rejected, reason == nil {
                throw [
                    MissingEvidence(
                        "reason", zh: "退回的原因", en: "the reason", command: "zs funds reject \(keyed.plain[0]) reason:…")
                ].refusal(Phrase(zh: "资金不能退回", en: "the funds cannot be rejected"))
            }
            var changed: [Change] = []
            let stub = try context.text(reason)
            for word in keyed.plain {
                let before = try context.funds(named: word)
                try context.authorise(verb, .unit(before.unitID))
                let after = try before.decided(state, by: caller.actingPerson, at: context.now, reason: stub)
                try context.store.append(verb, before: before, after: after)
                changed += Funds.changes(from: before, to: after).map {
                    keyed.plain.count == 1 ? $0 : Change("\(after.id).\($0.field)", from: $0.from, to: $0.to)
                }
            }
            return Outcome(id: FundsID(keyed.plain[0])?.description, changed: changed)
        }
    }

    static func component(_ text: String?) throws -> FundsComponent {
        guard let text else { return .other }
        let chinese: [String: FundsComponent] = [
            "土地": .land, "厂房": .building, "建筑": .building, "设备": .equipment, "装修": .fitOut, "流动资金": .workingCapital,
            "股权": .equity, "其他": .other,
        ]
        let folded = text.lowercased()
        if let found = FundsComponent.allCases.first(where: { $0.rawValue.lowercased() == folded }) ?? chinese[text] {
            return found
        }
        throw ProjectDraft.unknown(text, Phrase(zh: "资金类别", en: "component"), FundsComponent.allCases.map(\.rawValue))
    }

    static let fundsKeys: [String: String] = [
        "project": "project", "项目": "project", "amount": "amount", "金额": "amount", "date": "date", "on": "date",
        "arrived": "date", "日期": "date", "到账": "date", "component": "component", "kind": "component", "类别": "component",
        "voucher": "voucher", "凭证": "voucher", "凭证号": "voucher", "reverses": "reverses", "冲销": "reverses",
        "reason": "reason", "原因": "reason",
    ].merging(ForeignReading.keys) { $1 }
}

extension WriteContext {
    func funds(named text: String) throws -> Funds {
        if let id = FundsID(text), let funds = try store.record(Funds.self, id) { return funds }
        throw noFunds(text)
    }

    func noFunds(_ text: String) -> ZhaoshangError {
        ZhaoshangError(
            .notFound, zh: "没有这笔资金：\(text)", en: "no such funds: \(text)",
            hint: Phrase(zh: "查看：zs funds list", en: "see: zs funds list"))
    }

    /// A rejected record that had the voucher names the one that has it now, so that its rejection cannot be taken back
    /// under the other's feet.
    func passOn(_ voucher: String, to funds: Funds) throws {
        let rejected = try store.records(
            Funds.self, RecordFilter([.equals("project", funds.project), .equals("state", "rejected")])
        ).map(\.record)
        for before in rejected where before.voucher == voucher && before.replacedBy == nil {
            var after = before
            after.replacedBy = funds.id
            try store.append("funds.replaced", before: before, after: after)
        }
    }
}
