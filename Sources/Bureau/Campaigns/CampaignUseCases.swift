import Identifiers
import Labels
import Promotion
import WorkCalendar

extension Bureau {
    /// `zs campaign plan "长三角推介会" from:… until:… [budget:…] [leads:L-1,L-2] [kind:season]`.
    public func planCampaign(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await execute("campaign.plan", caller, work: true) { context in
            let keyed = try KeyedWords(words, keys: Self.campaignKeys)
            let unit =
                try keyed.value("unit").map { try Self.unit(named: $0, in: context.tree).id }
                ?? Self.contextUnit(caller, context.tree, today: context.today)
            try context.authorise("campaign.plan", .unit(unit))
            let from = try context.dueDate(keyed.value("from"))
            guard let name = try context.text(keyed.value("name") ?? keyed.plain.joined(separator: " ")), let from
            else {
                throw [
                    MissingEvidence(
                        "name", zh: "名称与开始日期", en: "the name and the first day",
                        command: "zs campaign plan NAME from:… until:…")
                ].refusal(Phrase(zh: "活动不能登记", en: "the campaign cannot be planned"))
            }
            let until = try context.dueDate(keyed.value("until")) ?? from
            guard from <= until else {
                throw ZhaoshangError(
                    .badPeriod, zh: "开始 \(from) 晚于结束 \(until)", en: "\(from) is after \(until)",
                    hint: Phrase(zh: "检查 from: 与 until:", en: "check from: and until:"))
            }
            let form: Campaign.Form = ["season", "季", "季活动"].contains(keyed.value("kind") ?? "") ? .season : .event
            let campaign = Campaign(
                id: try context.store.nextID(Campaign.self), name: name, form: form, unit: unit, from: from,
                until: until, plan: try context.text(keyed.value("plan")),
                budget: try context.money(keyed.value("budget")),
                leads: (keyed.list("leads") ?? []).compactMap { LeadID($0) })
            try context.store.append("campaign.plan", before: nil, after: campaign)
            return Outcome(id: campaign.id.description, changed: Campaign.changes(from: nil, to: campaign))
        }
    }

    /// `zs campaign close G-1 outcome:… [spent:…] [leads:…] [date:…]`.
    public func closeCampaign(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await execute("campaign.close", caller, work: true) { context in
            let keyed = try KeyedWords(words, keys: Self.campaignKeys)
            let text = keyed.plain.first ?? ""
            guard let id = CampaignID(text), let before = try context.store.record(Campaign.self, id) else {
                throw ZhaoshangError(
                    .notFound, zh: "没有这个活动：\(text)", en: "no such campaign: \(text)",
                    hint: Phrase(zh: "查看：zs campaign list", en: "see: zs campaign list"))
            }
            try context.authorise("campaign.close", .unit(before.unitID))
            let date = try context.date(keyed.value("date")) ?? context.today
            guard before.state == .planned, date <= context.today, date >= before.from else {
                throw ZhaoshangError(
                    .refused, zh: "\(id) 已结束，或日期不在 \(before.from) 至今天之间",
                    en: "\(id) is closed, or the date is not between \(before.from) and today",
                    hint: Phrase(zh: "查看：zs history \(id)", en: "see: zs history \(id)"))
            }
            var after = before
            let rest = keyed.plain.dropFirst().joined(separator: " ")
            after.outcome = try context.text(keyed.value("outcome") ?? rest)
            after.spent = try context.money(keyed.value("spent")) ?? before.spent
            for lead in (keyed.list("leads") ?? []).compactMap({ LeadID($0) }) where !after.leads.contains(lead) {
                after.leads.append(lead)
            }
            after.closedOn = date
            try context.store.append("campaign.close", before: before, after: after)
            return Outcome(id: id.description, changed: Campaign.changes(from: before, to: after))
        }
    }

    static let campaignKeys: [String: String] = [
        "name": "name", "名称": "name", "unit": "unit", "机构": "unit", "kind": "kind", "类型": "kind", "from": "from",
        "since": "from", "自": "from", "开始": "from", "until": "until", "to": "until", "至": "until", "结束": "until",
        "plan": "plan", "计划": "plan", "budget": "budget", "预算": "budget", "spent": "spent", "支出": "spent",
        "leads": "leads", "lead": "leads", "线索": "leads", "outcome": "outcome", "成效": "outcome", "date": "date",
        "on": "date", "日期": "date",
    ]
}
