import Identifiers
import Labels
import Promotion
public import ReportModel
import WorkCalendar

/// Facts → report. Pure: the same facts give the same report, to the byte.
public enum ReportDerivation {
    public static func derive(_ facts: ReportFacts) -> Report {
        Report(
            kind: facts.kind.rawValue, unit: UnitReference(id: facts.unit.id.description, name: facts.unit.name),
            period: facts.period.key, coversFrom: facts.coversFrom?.key, state: facts.state, asOfSeq: facts.asOfSeq,
            asOf: facts.asOf.iso8601, engine: Engine.number, version: facts.version, title: Phrase(""), sections: [],
            figures: [:])
    }
}
