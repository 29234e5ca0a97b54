import Bureau
import Identifiers
import Labels
import Promotion
import WireAPI
import WorkCalendar

extension EndpointMaker {
    var search: [Endpoint] {
        [
            endpoint(Routes.search) { call, caller in
                let answer = try await bureau.search(call.words, caller: caller)
                return SearchDocument(
                    found: answer.found.map { SearchRecord($0, call.language) }, hasMore: answer.hasMore ? true : nil)
            }
        ]
    }
}

extension SearchRecord {
    init(_ found: FoundRecord, _ language: Language) {
        self.init(
            id: found.hit.id, kind: found.hit.kind.rawValue, date: found.hit.date.description,
            unit: found.hit.unit?.description, unitName: found.unitName?[language], snippet: found.snippet)
    }
}
