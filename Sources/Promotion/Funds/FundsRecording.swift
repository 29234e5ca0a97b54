public import Identifiers
public import Labels
public import WorkCalendar

/// Money that somebody says arrived.
public struct FundsRecording: Hashable, Sendable {
    public var amount: Money
    public var foreign: ForeignAmount?
    public var arrivedOn: CivilDate
    public var component: FundsComponent
    public var voucher: String?
    public var reverses: Funds?
    public var by: ActingPerson

    public init(
        amount: Money, foreign: ForeignAmount? = nil, arrivedOn: CivilDate, component: FundsComponent,
        voucher: String? = nil, reverses: Funds? = nil, by: ActingPerson
    ) {
        self.amount = amount
        self.foreign = foreign
        self.arrivedOn = arrivedOn
        self.component = component
        self.voucher = voucher
        self.reverses = reverses
        self.by = by
    }

    /// Upper case, half width, without spaces and dashes: the same number written in two ways is one number.
    public static func normalizedVoucher(_ text: String) -> String? {
        var view = String.UnicodeScalarView()
        for scalar in HalfWidth.text(text).unicodeScalars
        where !scalar.properties.isWhitespace && !"-–—_·.".unicodeScalars.contains(scalar) {
            view.append(scalar.uppercasedASCII)
        }
        let normal = String(view)
        return normal.isEmpty ? nil : normal
    }

    /// `holder` is the record that has the voucher, in whatever project.
    public func recorded(
        for project: Project, id: FundsID, holder: Funds?, reversedAlready: Money, today: CivilDate
    ) throws(ZhaoshangError) -> Funds {
        guard project.standing != .terminated || reverses != nil else {
            throw ZhaoshangError(
                .refused, zh: "\(project.id) 已终止，不再登记资金", en: "\(project.id) is terminated and takes no funds",
                hint: Phrase(zh: "冲销：加 reverses:F-…", en: "to take funds back: reverses:F-…"))
        }
        guard amount > .zero else {
            throw ZhaoshangError(
                .badMoney, zh: "金额须大于零", en: "the amount has to be more than nothing",
                hint: Phrase(zh: "冲销用 reverses:F-…", en: "to take funds back: reverses:F-…"))
        }
        guard arrivedOn <= today else {
            throw ZhaoshangError(
                .badDate, zh: "\(arrivedOn) 还没有到", en: "\(arrivedOn) is in the future",
                hint: Phrase(zh: "今天是 \(today)", en: "today is \(today)"))
        }
        if let holder {
            throw ZhaoshangError(
                .conflict, zh: "凭证号 \(voucher ?? "") 已用于 \(holder.id)（\(holder.project)）",
                en: "the voucher \(voucher ?? "") stands in \(holder.id) (\(holder.project)) already",
                hint: Phrase(
                    zh: "查看：zs funds list project:\(holder.project)", en: "see: zs funds list project:\(holder.project)"
                ),
                details: ["holder": .text(holder.id.description), "project": .text(holder.project.description)])
        }
        try checkReversal(project, reversedAlready)
        return Funds(
            id: id, project: project.id, amount: amount, foreign: foreign, arrivedOn: arrivedOn,
            component: reverses?.component ?? component, voucher: voucher, reportedBy: by, reverses: reverses?.id,
            unit: reverses?.unitID ?? project.unitID, officer: reverses?.officer ?? project.people.manager,
            credit: reverses?.credit ?? project.effectiveCredit, eastern: reverses?.eastern ?? project.facts.eastern)
    }

    private func checkReversal(_ project: Project, _ reversedAlready: Money) throws(ZhaoshangError) {
        guard let reverses else { return }
        let rest = reverses.amount.yuan - reversedAlready.yuan
        guard reverses.project == project.id, reverses.state == .verified, reverses.reverses == nil,
            amount.yuan <= rest, arrivedOn >= reverses.arrivedOn
        else {
            throw ZhaoshangError(
                .refused, zh: "\(reverses.id) 不能这样冲销：须为本项目已核实的资金，金额不超过剩余的 \(rest) 元",
                en: "\(reverses.id) cannot be taken back so: it has to be verified funds of the project, "
                    + "and at most the \(rest) yuan that are left",
                hint: Phrase(
                    zh: "查看：zs funds list project:\(project.id)", en: "see: zs funds list project:\(project.id)"),
                details: ["left": .number(rest)])
        }
    }
}

extension Funds {
    /// Verified or rejected by somebody who had no hand in the report.
    public func decided(
        _ state: State, by person: ActingPerson, at now: Instant, reason: TextStub?
    ) throws(ZhaoshangError) -> Funds {
        guard self.state == .reported else {
            throw ZhaoshangError(
                .conflict, zh: "\(id) 已\(self.state == .verified ? "核实" : "退回")",
                en: "\(id) is \(self.state.rawValue) already",
                hint: Phrase(zh: "查看：zs funds list id:\(id)", en: "see: zs funds list id:\(id)"))
        }
        if let same = person.shared(with: reportedBy) { throw StageMachine.samePerson(same) }
        var after = self
        after.state = state
        after.decidedBy = person
        after.decidedAt = now
        after.reason = reason
        return after
    }
}
