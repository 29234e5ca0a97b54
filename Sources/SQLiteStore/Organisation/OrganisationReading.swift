import Bureau
import Identifiers
import Promotion

extension ConnectedReading {
    func units() throws -> [Unit] {
        try kept("unit") {
            try connection.all("SELECT record FROM unit ORDER BY id") {
                try RecordCoding.value(Unit.self, from: $0.text(0))
            }
        }
    }

    func unit(_ id: UnitID) throws -> Unit? {
        try units().first(id: id, \.id)
    }

    func officers() throws -> [Officer] {
        try kept("officer") {
            try connection.all("SELECT record FROM officer ORDER BY id") {
                try RecordCoding.value(Officer.self, from: $0.text(0))
            }
        }
    }

    func officer(_ id: OfficerID) throws -> Officer? {
        try officers().first(id: id, \.id)
    }

    func officers(uid: UInt32) throws -> [Officer] {
        let ids: [OfficerID] = try connection.all(
            """
            SELECT officer.id FROM officer_uid JOIN officer ON officer.id = officer_uid.officer
            WHERE officer_uid.uid = ? AND officer.active = 1 ORDER BY officer.id
            """, Int64(uid)
        ) { $0.id(0) }
        return try ids.compactMap { try officer($0) }
    }
}

extension Array {
    /// The record with this id in a list sorted by id.
    func first<Kind>(id: Identifier<Kind>, _ key: (Element) -> Identifier<Kind>) -> Element? {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if key(self[middle]) < id { low = middle + 1 } else { high = middle }
        }
        return low < endIndex && key(self[low]) == id ? self[low] : nil
    }
}
