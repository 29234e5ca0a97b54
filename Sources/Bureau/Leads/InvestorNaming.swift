import Identifiers
import Labels
import Promotion

extension DraftContext {
    /// The enterprise that a word means, as everywhere (`Bureau.enterprises`); else the name as it was typed. Names that are
    /// merely alike are never taken for one another. An id that no enterprise has is refused, and so is a name that several
    /// answer to.
    func investor(named name: String) throws -> (enterprise: EnterpriseID?, text: TextStub?) {
        if name.hasPrefix("E-") || name.hasPrefix("e-"), EnterpriseID(name) != nil {
            return (try Bureau.enterprise(named: name, reading).id, nil)
        }
        if let known = try Bureau.knownEnterprise(named: name, reading) { return (known.id, nil) }
        return (nil, try keep(name))
    }
}
