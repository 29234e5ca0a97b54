import Bureau
import Identifiers
import Labels
import ReportModel
import WireAPI
import WorkCalendar

extension EndpointMaker {
    var reports: [Endpoint] {
        [
            endpoint(Routes.today) { call, caller in
                ReportDocument(
                    try await bureau.showReport(kind: "day", period: nil, caller: caller),
                    agenda: AgendaRecord(try await bureau.agenda(caller: caller), call.language))
            },
            endpoint(Routes.reportShow) { call, caller in
                let report = try await bureau.showReport(
                    kind: call.parameter("kind"), period: call.period(), caller: caller)
                try checkVersion(report, call)
                return ReportDocument(report)
            },
            endpoint(Routes.reportPreview) { call, caller in
                let report = try await bureau.previewReport(
                    kind: call.parameter("kind"), period: call.period(), caller: caller)
                return ReportDocument(report)
            },
            endpoint(Routes.reportList) { call, caller in
                let found = try await bureau.listReports(call.words, caller: caller)
                return ReportsDocument(reports: found.map { ReportRecord($0, call.language) })
            },
            endpoint(Routes.reportVerify) { call, caller in
                let found = try await bureau.verifyReport(
                    kind: call.parameter("kind"), period: call.parameter("period"), caller: caller)
                return ReportVerificationDocument(found)
            },
            endpoint(Routes.reportExplain) { call, caller in
                let found = try await bureau.explainFigure(
                    kind: call.parameter("kind"), period: call.parameter("period"), key: call.parameter("figure"),
                    caller: caller)
                return FigureExplanationDocument(found)
            },
            endpoint(Routes.reportDiff) { call, caller in
                let found = try await bureau.diffReports(
                    kind: call.parameter("kind"), call.parameter("period"), call.parameter("other"), caller: caller)
                return ReportComparisonDocument(
                    kind: found.first.kind.rawValue, unit: found.unit.description, from: found.first.key,
                    to: found.second.key, figures: found.figures.map { FigureComparison($0, call.language) })
            },
            endpoint(Routes.reportWhatIf) { call, caller in
                let found = try await bureau.whatIf(
                    kind: call.parameter("kind"), period: call.parameter("period"), changes: call.request.words,
                    caller: caller)
                return WhatIfDocument(
                    kind: found.period.kind.rawValue, unit: found.unit.description, period: found.period.key,
                    figures: found.figures.map { FigureComparison($0, call.language) },
                    ranks: found.ranks.map {
                        RankComparison(
                            unit: $0.unit.description, name: $0.name[call.language], from: $0.from, to: $0.to)
                    })
            },
            endpoint(Routes.reportFreeze) { call, caller in
                let (kind, period) = try reportWords(call)
                return try await issued(
                    bureau.freezeReport(
                        kind: kind, period: period, reason: call.request.option("reason"), caller: caller), call)
            },
            endpoint(Routes.reportReissue) { call, caller in
                let (kind, period) = try reportWords(call)
                return try await issued(
                    bureau.reissueReport(
                        kind: kind, period: period, reason: call.request.option("reason"), caller: caller), call)
            },
        ]
    }

    /// Only the version in force is shown; asking for another is told which one that is.
    private func checkVersion(_ report: Report, _ call: Call) throws {
        guard let wanted = call.request.option("version"), wanted != String(report.version) else { return }
        throw ZhaoshangError(
            .notFound, zh: "现行版本是第 \(report.version) 版", en: "the version in force is \(report.version)",
            hint: Phrase(zh: "各版本的记录：zs audit show", en: "the log has every version: zs audit show"),
            details: ["version": .number(Int64(report.version))])
    }

    private func reportWords(_ call: Call) throws -> (String, String) {
        guard call.request.words.count == 2 else {
            throw ZhaoshangError(
                .usage, zh: "需要报告种类和期间", en: "a kind and a period are needed",
                hint: Phrase(zh: "例如：month 2026-09", en: "for example: month 2026-09"))
        }
        return (call.request.words[0], call.request.words[1])
    }

    private func issued(_ result: CommandResult, _ call: Call) async throws -> ReportIssueReply {
        let related = result.outcome.related
        return ReportIssueReply(
            try await WriteReply(result, schema: ReportIssueDetail.schema, call, bureau),
            ReportIssueDetail(
                report: ReportRecord(
                    kind: related["kind"] ?? "", unit: related["unit"] ?? "", period: related["period"] ?? "",
                    state: "frozen", version: Int(related["version"] ?? "") ?? 1,
                    asOfSeq: related["as_of_seq"].flatMap { Int64($0) }, hash: related["hash"])))
    }
}

extension ReportRecord {
    init(_ listing: ReportListing, _ language: Language) {
        self.init(
            kind: listing.kind.rawValue, unit: listing.unit.description, unitName: listing.unitName[language],
            period: listing.period.key, state: listing.state.rawValue, version: listing.version,
            asOfSeq: listing.asOfSeq, hash: listing.hash, frozenAt: listing.frozenAt?.iso8601,
            task: listing.task?.description, reason: listing.reason)
    }
}

extension FigureComparison {
    init(_ difference: FigureDifference, _ language: Language) {
        self.init(
            figure: difference.key, unit: (difference.first ?? difference.second)?.unit.rawValue ?? "count",
            from: difference.first?.value, to: difference.second?.value, change: difference.change,
            fromText: difference.first?.text[language], toText: difference.second?.text[language])
    }
}

extension ReportVerificationDocument {
    init(_ found: ReportVerification) {
        self.init(
            ok: found.ok, kind: found.kind.rawValue, unit: found.unit.description, period: found.period.key,
            version: found.version, hash: found.hash, recomputed: found.recomputed, computedHash: found.computedHash)
    }
}

extension FigureExplanationDocument {
    init(_ found: FigureExplanation) {
        self.init(
            figure: found.key, value: found.figure.value, textZh: found.figure.textZh, textEn: found.figure.textEn,
            unit: found.figure.unit.rawValue,
            rows: found.rows.map {
                FigureRow(
                    id: $0.id, kind: $0.kind, amount: $0.amount, effectiveOn: $0.effectiveOn.description, seq: $0.seq)
            })
    }
}
