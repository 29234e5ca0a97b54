import Bureau

extension ConnectedReading {
    func profileItems(_ name: String) throws -> [String: String]? {
        guard try connection.first("SELECT seq FROM profile WHERE name = ?", name, read: { $0.integer(0) }) != nil
        else { return nil }
        var items: [String: String] = [:]
        try connection.each("SELECT key, digest FROM profile_item WHERE profile = ?", name) {
            items[$0.text(0)] = $0.text(1)
        }
        return items
    }
}
