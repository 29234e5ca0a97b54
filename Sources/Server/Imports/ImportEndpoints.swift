import Bureau
import Identifiers
import Labels
import WireAPI
import WorkCalendar

extension EndpointMaker {
    var imports: [Endpoint] {
        [
            endpoint(Routes.importPlan) { call, caller in
                var words = call.words
                let kind = words.words.isEmpty ? "" : words.words.removeFirst()
                let answer = try await bureau.planImport(kind, file: call.bytes, words, caller: caller)
                return try await reply(answer, call)
            },
            endpoint(Routes.importApply) { call, caller in
                try await reply(bureau.applyImport(call.words, caller: caller), call)
            },
            endpoint(Routes.importList) { call, caller in
                let plans = try await bureau.importPlans(caller: caller)
                return ImportsDocument(imports: plans.map { ImportRecord($0, call.language, isWhole: false) })
            },
            endpoint(Routes.importShow) { call, caller in
                ImportPlanDocument(
                    plan: ImportRecord(
                        try await bureau.importPlan(call.parameter("id"), caller: caller), call.language))
            },
            endpoint(Routes.export) { call, caller in
                ExportDocument(
                    tables: try await bureau.export(call.parameter("kind"), caller: caller)
                        .map { ExportTableRecord($0) })
            },
        ]
    }

    private func reply(_ answer: ImportAnswer, _ call: Call) async throws -> ImportReply {
        var record = ImportRecord(answer.plan, call.language)
        if call.isDryRun, call.route == Routes.importPlan { record.id = nil }
        return ImportReply(
            try await WriteReply(answer.result, schema: ImportDetail.schema, call, bureau), ImportDetail(plan: record))
    }
}

extension ImportRecord {
    /// - Parameter isWhole: false for lists, which leave columns, problems and samples out.
    init(_ plan: ImportPlan, _ language: Language, isWhole: Bool = true) {
        let report = plan.report
        func count(_ action: String) -> Int { report.counts[action] ?? 0 }
        self.init(
            id: plan.id.description, kind: plan.kind, file: report.file, state: plan.state.rawValue,
            actor: plan.actor, at: plan.at.iso8601,
            expiresAt: plan.state == .planned ? plan.expiresAt.iso8601 : nil, encoding: report.encoding,
            sheet: report.sheet, rows: report.rows,
            counts: ImportCounts(
                create: count("create"), change: count("change"), unchanged: count("unchanged"),
                duplicate: count("duplicate"), refused: count("refused")),
            seq: plan.seq,
            columns: isWhole ? report.columns : nil,
            problems: isWhole ? report.problems.map { $0.read(in: language) } : nil,
            problemCount: report.problemCount,
            notices: isWhole ? (report.notices ?? []).map { $0.read(in: language) } : nil,
            noticeCount: report.noticeCount ?? 0,
            samples: isWhole ? report.samples.map { ImportRowRecord($0) } : nil)
    }
}

extension ImportRowRecord {
    init(_ row: ImportReport.Row) {
        self.init(
            line: row.line, action: row.action, subject: row.subject, label: row.label,
            changed: row.changes.map { ChangedField($0) })
    }
}

extension ExportTableRecord {
    init(_ table: ExportedTable) {
        let columns = table.columns.enumerated().map { index, field in
            let isAmount = table.rows.contains { row in
                if case .yuan = row[index] { true } else { false }
            }
            return ExportColumnRecord(field: field, unit: isAmount ? "yuan" : nil)
        }
        self.init(
            kind: table.kind, columns: columns,
            rows: table.rows.map { row in
                row.map { cell in
                    switch cell {
                    case .text(let text): .text(text)
                    case .number(let number), .yuan(let number): .integer(number)
                    case .nothing: .text("")
                    }
                }
            })
    }
}
