import Identifiers
import Labels
import Reporting
import WorkCalendar

extension Bureau {
    /// `zs report verify KIND PERIOD`: the stored hash, the hash it continues and, with the same engine, the whole
    /// derivation from the log as of the report's event.
    public func verifyReport(kind: String, period: String, caller: Caller) async throws -> ReportVerification {
        let fact = try await read(caller) { context in
            let (unit, period) = try context.report("report.verify", kind, period)
            guard let frozen = try context.store.frozenReport(kind: period.kind, unit: unit, period: period) else {
                throw ReportProblem.notFrozen(period.kind, unit, period)
            }
            return frozen.fact
        }
        var answer = ReportVerification(
            ok: true, kind: fact.kind, unit: fact.unit, period: fact.period, version: fact.version, hash: fact.hash,
            recomputed: fact.engine == Engine.number, computedHash: nil, finding: nil)
        let stored = FrozenModel.hash(fact.model.utf8, after: fact.previousHash)
        guard stored == fact.hash else {
            answer.ok = false
            answer.recomputed = false
            answer.computedHash = stored
            answer.finding = Phrase(zh: "保存的内容与校验值不符", en: "the stored model does not fit its hash")
            return answer
        }
        let again = try await deriveAgain(fact)
        guard again.previousHash == fact.previousHash else {
            answer.ok = false
            answer.finding = Phrase(zh: "与上一期校验值的链接断开", en: "it does not continue the hash of the issue before")
            return answer
        }
        guard let hash = again.hash else {
            answer.finding = Phrase(
                zh: "未重新计算：由引擎 \(fact.engine) 定稿，现为 \(Engine.number)",
                en: "not recomputed: engine \(fact.engine) froze it, this is engine \(Engine.number)")
            return answer
        }
        if hash != fact.hash {
            answer.ok = false
            answer.computedHash = hash
            answer.finding = Phrase(zh: "重新计算的结果不同", en: "deriving it again gives something else")
        }
        return answer
    }

    /// The hash of the same report from the state as of its event, and the hash it continues there. No hash when another
    /// engine froze it.
    private func deriveAgain(_ fact: ReportFrozen) async throws -> (hash: String?, previousHash: String?) {
        let codes = shipped.codes
        return try await store.read(asOf: fact.asOfSeq) { reading in
            let old = try reading.frozenReport(kind: fact.kind, unit: fact.unit, period: fact.period)?.fact
            let previous = try BureauReports.continuedHash(fact.unit, fact.period, replacing: old, reading)
            guard fact.engine == Engine.number else { return (nil, previous) }
            let calendar = try CalendarCache.build(reading.notices())
            let facts = try ReportLoading(reading, calendar: calendar, codes: codes).facts(fact.unit, fact.period)
            let model = try FrozenModel.bytes(BureauReports.frozen(facts, version: fact.version))
            return (FrozenModel.hash(model, after: previous), previous)
        }
    }
}
