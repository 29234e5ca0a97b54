import Bureau
import Cadence
import Identifiers
import Labels
import Promotion
import WireAPI
import WorkCalendar

extension EndpointMaker {
    var entries: [Endpoint] {
        [
            endpoint(Routes.entryList) { call, caller in
                let views = try await bureau.listEntries(call.words, caller: caller)
                return EntriesDocument(entries: views.map { EntryRecord($0, call.language) })
            },
            endpoint(Routes.entryShow) { call, caller in
                let view = try await bureau.showEntry(call.parameter("id"), caller: caller)
                return EntryDocument(
                    entry: EntryRecord(view, call.language),
                    history: try await bureau.historyRecords(view.entry.id.description, caller))
            },
            endpoint(Routes.entryLog) { call, caller in
                let logged = try await bureau.logEntry(call.words, caller: caller)
                let write = try await WriteReply(logged.result, schema: EntryLogDetail.schema, call, bureau)
                guard let entry = logged.entry else { return write }
                return LogReply(
                    write,
                    EntryLogDetail(
                        entry: EntryRecord(entry, call.language),
                        task: logged.task.map { TaskState(id: $0.id.description, state: $0.status.state.rawValue) }))
            },
            write(Routes.entryEdit, Bureau.editEntry),
            write(Routes.entryWithdraw, Bureau.withdrawEntries),
        ]
    }
}

extension EntryRecord {
    init(_ view: EntryView, _ language: Language) {
        let entry = view.entry
        let source: String
        var text = view.text ?? ""
        switch entry.source {
        case .typed: source = "typed"
        case .zero:
            source = "zero"
            if text.isEmpty { text = EntryLabel.zero[language] }
        case .automatic(let verb, let subject):
            source = verb
            text = EntryLabel.automatic(verb: verb, subject: subject)[language]
        }
        self.init(
            id: entry.id.description, date: entry.date.description, officer: entry.officer.description,
            officerName: view.officerName[language], unit: entry.unit.description, text: text,
            links: zip(entry.links, view.links).map { EntryLinkRecord($0, name: $1[language]) }, tags: entry.tags,
            kind: entry.kind?.rawValue, amount: entry.amount?.yuan,
            attributes: entry.attributes.isEmpty ? nil : entry.attributes, source: source,
            withdrawn: entry.withdrawn ? true : nil, unitName: view.unitName[language])
    }
}

extension EntryLinkRecord {
    init(_ link: EntryLink, name: String) {
        switch link {
        case .unit(let id): self.init(id: id.description, name: name)
        case .officer(let id): self.init(id: id.description, name: name)
        case .record(let id): self.init(id: id, name: name)
        case .name: self.init(name: name)
        }
    }
}
