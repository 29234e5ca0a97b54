public import Identifiers

/// Which channels a message takes: the nearest that serve its recipient. Somebody with a channel of their own is not told
/// again in the group of the unit, and a unit with a group is not told again in the bureau's.
public enum ChannelChoice {
    /// - Parameters:
    ///   - officer: absent for a message to a unit.
    ///   - units: the recipient's unit first, then those above it.
    /// - Returns: in the order of `channels`; empty when nobody serves the recipient.
    public static func channels(
        _ channels: [Channel], kind: String, officer: OfficerID?, units: [UnitID]
    ) -> [Channel] {
        let taking = channels.filter { $0.takes(kind) }
        if let officer {
            let own = taking.filter { $0.officers.contains(officer) }
            if !own.isEmpty { return own }
        }
        for unit in units {
            let near = taking.filter { $0.officers.isEmpty && $0.units.contains(unit) }
            if !near.isEmpty { return near }
        }
        return taking.filter { $0.officers.isEmpty && $0.units.isEmpty }
    }
}
