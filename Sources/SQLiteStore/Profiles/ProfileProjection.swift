import Bureau

extension Projection {
    func project(_ fact: ProfileApplied) throws {
        try connection.run(
            "INSERT INTO profile (name, seq) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET seq = excluded.seq",
            fact.name, seq)
        try connection.run("DELETE FROM profile_item WHERE profile = ?", fact.name)
        for (key, digest) in fact.items {
            try connection.run(
                "INSERT INTO profile_item (profile, key, digest) VALUES (?, ?, ?)", fact.name, key, digest)
        }
    }
}
