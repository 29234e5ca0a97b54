/// Every verb of the system on the wire.
///
/// Reads are `GET /v1/NOUNS`, `/v1/NOUNS/{id}` or `/v1/NOUNS/VERB`, with words and options in the query. Writes are
/// `POST /v1/NOUNS/VERB` with a `CommandRequest` as body; the records they are about are its first words. A verb that
/// takes a whole file is a POST with the file as body and its words in the query, whether it writes or not. A literal
/// segment wins over a named one: no record is called `next`.
public enum Routes {
    public static let all: [Route] = [
        system, profiles, settings, organisation, entries, tasks,
        rules, calendar, clock, targets, reports, course,
        indicators,
        assignment,
        projects,
        imports,
        [progress],
        leads,
        claims,
        notifications,
        searches,
        enterprises,
        contacts,
    ].flatMap { $0 }
}
