import Identifiers
import Labels
import Promotion
import ReportModel
import WorkCalendar

extension ProjectBrief {
    /// Where the project stands, who works on it, and what it is, one row each; what is not known has no row.
    var facts: Section {
        var rows: [[Text]] = []
        for (label, value) in standing + people + plan {
            guard let value, !value.zh.isEmpty else { continue }
            rows.append([.phrase(label), .phrase(value)])
        }
        return table(
            Phrase(zh: "基本情况", en: "Facts"), [Phrase(zh: "事项", en: "Item"), Phrase(zh: "内容", en: "Content")], rows)
    }

    private typealias Row = (Phrase, Phrase?)

    private var standing: [Row] {
        let project = view.project
        var rows: [Row] = [
            (Phrase(zh: "阶段", en: "Stage"), project.stage.title),
            (Phrase(zh: "灯", en: "Light"), CodeLabel.of(view.light.colour.rawValue)),
        ]
        rows += view.light.reasons.map { (Phrase(zh: "原因", en: "Because"), $0) }
        if let pending = project.pending {
            rows.append(
                (
                    Phrase(zh: "待会签", en: "Waits for a second person"),
                    Phrase(
                        zh: "\(pending.to.title.zh)，\(pending.date)", en: "\(pending.to.title.en), \(pending.date)")
                ))
        }
        if let stop = project.suspension {
            rows.append(
                (
                    Phrase(zh: "暂缓", en: "Suspended"),
                    Phrase(
                        zh: "自 \(stop.from)，\(stop.reviewOn) 复查", en: "since \(stop.from), reviewed on \(stop.reviewOn)"
                    )
                ))
        }
        if let end = project.termination {
            let reason = CodeLabel.of(end.reason.rawValue)
            let place = end.destination.map { " → \($0)" } ?? ""
            rows.append(
                (
                    Phrase(zh: "终止", en: "Terminated"),
                    Phrase(zh: "\(end.on) \(reason.zh)\(place)", en: "\(end.on) \(reason.en)\(place)")
                ))
        }
        rows += view.flags.map { flag in
            let what = CodeLabel.of(flag.kind.rawValue)
            let ids = flag.evidence.joined(separator: " ")
            return (Phrase(zh: "疑点", en: "To look at"), Phrase(zh: "\(what.zh)：\(ids)", en: "\(what.en): \(ids)"))
        }
        return rows
    }

    private var people: [Row] {
        let project = view.project
        let shares = project.credit.map { share in
            (names.unit(share.unit), share.percent)
        }
        return [
            (Phrase(zh: "投资方", en: "Investors"), investors),
            (Phrase(zh: "本地企业", en: "Local company"), local),
            (Phrase(zh: "牵头单位", en: "Unit"), names.unit(project.unitID)),
            (
                Phrase(zh: "份额", en: "Credit"),
                shares.isEmpty
                    ? nil
                    : Phrase(
                        zh: shares.map { "\($0.0.zh) \($0.1)%" }.joined(separator: "、"),
                        en: shares.map { "\($0.0.en) \($0.1)%" }.joined(separator: ", "))
            ),
            (Phrase(zh: "经办", en: "Manager"), project.people.manager.map(names.officer)),
            (Phrase(zh: "代办员", en: "Agent"), project.people.agent.map(names.officer)),
            (Phrase(zh: "挂帅领导", en: "Leader in charge"), project.people.leader.map(names.officer)),
        ]
    }

    private var plan: [Row] {
        let facts = view.project.facts
        func count(_ value: Int64?, _ zh: String, _ en: String) -> Phrase? {
            value.map { Phrase(zh: "\($0) \(zh)", en: "\($0) \(en)") }
        }
        var rows: [Row] = [
            (Phrase(zh: "类型", en: "Kind"), CodeLabel.of(view.project.kind.rawValue)),
            (Phrase(zh: "行业", en: "Industry"), industry),
            (Phrase(zh: "产业链", en: "Chain"), facts.chain.map { Phrase($0) }),
            (Phrase(zh: "来源地", en: "Region"), region),
            (Phrase(zh: "园区", en: "Park"), facts.park.map { Phrase($0) }),
            (Phrase(zh: "计划总投资", en: "Planned total"), facts.plannedTotal?.phrase),
            (Phrase(zh: "其中固定资产", en: "Of it fixed assets"), facts.plannedFixed?.phrase),
            (Phrase(zh: "外币", en: "Foreign amount"), facts.foreign.map { Phrase($0.description) }),
            (
                Phrase(zh: "用地", en: "Land"),
                facts.land.map { Phrase(zh: "\(LandArea.text($0)) 亩", en: "\(LandArea.text($0)) mu") }
            ),
            (Phrase(zh: "能耗", en: "Energy"), count(facts.energy, "吨标煤/年", "t of coal equivalent a year")),
            (Phrase(zh: "达产年产值", en: "Output a year"), facts.output?.phrase),
            (Phrase(zh: "达产年税收", en: "Tax a year"), facts.tax?.phrase),
            (Phrase(zh: "就业", en: "Jobs"), count(facts.jobs, "人", "people")),
            (Phrase(zh: "环境影响", en: "Environment"), Phrase(view.record.text("environment"))),
        ]
        rows += Stage.allCases.compactMap { stage in
            guard stage > view.project.stage, let day = facts.planned(stage) else { return nil }
            return (
                Phrase(zh: "计划\(stage.title.zh)", en: "Planned: \(stage.title.en)"), Phrase(day.description)
            )
        }
        return rows
    }

    private var investors: Phrase? {
        let project = view.project
        var list = project.investors.map { investor in
            let name =
                investor.enterprise.map { enterprises[$0] ?? $0.description }
                ?? investor.name.flatMap { view.texts[$0.id] } ?? "—"
            return name + (investor.share.map { " \($0)%" } ?? "")
        }
        if list.isEmpty, let id = project.enterprise { list = [enterprises[id] ?? id.description] }
        return list.isEmpty
            ? nil : Phrase(zh: list.joined(separator: "、"), en: list.joined(separator: ", "))
    }

    private var local: Phrase? {
        let project = view.project
        let parts = [project.localEnterprise.map { enterprises[$0] ?? $0.description }, project.localCode?.code]
        let text = parts.compactMap(\.self).joined(separator: " ")
        return text.isEmpty ? nil : Phrase(text)
    }

    private var industry: Phrase? {
        view.project.facts.industry.map { code in
            guard let known = try? codes.industries.check(code), let name = codes.industries.name(of: known) else {
                return Phrase(code)
            }
            return Phrase(zh: "\(code) \(name.zh)", en: "\(code) \(name.en)")
        }
    }

    private var region: Phrase? {
        let facts = view.project.facts
        let place = facts.origin.map { code in
            guard let name = codes.divisions.latest(code)?.name ?? Province.name(of: code) else { return Phrase(code) }
            return Phrase(zh: "\(name.zh) \(code)", en: "\(name.en) \(code)")
        }
        guard let country = facts.country else { return place }
        return place.map { Phrase(zh: "\(country) \($0.zh)", en: "\(country) \($0.en)") } ?? Phrase(country)
    }
}
