import Identifiers
import Labels
import Promotion

extension DraftContext {
    /// The enterprise that answers to an id, a credit code or exactly this name; else the name as it was typed. Names that are
    /// merely alike are never taken for one another. An id that no enterprise has is refused.
    func investor(named name: String) throws -> (enterprise: EnterpriseID?, text: TextStub?) {
        if name.hasPrefix("E-") || name.hasPrefix("e-"), EnterpriseID(name) != nil {
            return (try Bureau.enterprise(named: name, reading).id, nil)
        }
        var found = try reading.records(
            Enterprise.self, RecordFilter([.equals("uscc", name.uppercased()), .isAbsent("merged_into")]))
        if found.isEmpty {
            found = try reading.records(
                Enterprise.self, RecordFilter([.equals("name", name), .isAbsent("merged_into")]))
        }
        guard found.count < 2 else {
            let ids = found.map { $0.record.id.description }
            throw ZhaoshangError(
                .ambiguous, zh: "@\(name) 对应多家企业：\(ids.joined(separator: " "))",
                en: "@\(name) names more than one enterprise: \(ids.joined(separator: " "))",
                hint: Phrase(zh: "请使用编号，如 @\(ids[0])", en: "use the id, as in @\(ids[0])"),
                details: ["name": .text(name), "candidates": .list(ids)])
        }
        if let one = found.first { return (one.record.id, nil) }
        return (nil, try keep(name))
    }
}
