import Bureau

extension Projection {
    /// With the key goes the only way to tell what the digest stood for.
    func project(_ fact: TextErased) throws {
        try connection.run(
            "UPDATE text SET key = NULL, body = NULL, erased_at = ? WHERE id = ? AND body IS NOT NULL", event.instant,
            fact.text)
        writer.search.erasedTexts.insert(fact.text)
        writer.erases = true
    }

    /// The body was replaced before the event; a log that is derived again finds it replaced.
    func project(_ fact: TextRedacted) throws {
        try connection.run(
            "UPDATE text SET key = NULL, erased_at = ? WHERE id = ? AND key IS NOT NULL", event.instant, fact.text)
        writer.search.erasedTexts.insert(fact.text)
        writer.erases = true
    }
}
