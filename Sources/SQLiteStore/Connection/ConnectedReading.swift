import Bureau

/// Reading through one connection. The queries stand in the folders of their nouns.
protocol ConnectedReading: Reading {
    var connection: Connection { get }
    /// Decoded records that many commands need; nil where nothing may be kept.
    var records: KeptRecords? { get }
    /// Records that changed after this event are not kept: the event may still be rolled back.
    var committedSeq: Int64 { get }
    /// Brings the roll-ups up to the postings, before they are read.
    func settleSums() throws
}

/// A view of the accepted state, as of the moment its transaction began.
struct ConnectionReading: ConnectedReading {
    let connection: Connection
    let records: KeptRecords?
    let committedSeq = Int64.max

    /// Accepted postings are in the roll-ups.
    func settleSums() {}
}
