import Bureau
import Cadence
import Identifiers

extension ConnectedReading {
    func rules() throws -> [Rule] {
        try kept("rule") {
            try connection.all("SELECT record FROM rule ORDER BY id") {
                try RecordCoding.value(Rule.self, from: $0.text(0))
            }
        }
    }

    func rule(_ id: RuleID) throws -> Rule? {
        try rules().first(id: id, \.id)
    }
}
