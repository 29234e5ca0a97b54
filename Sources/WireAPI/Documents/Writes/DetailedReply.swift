/// The answer of a write together with what its verb adds, side by side in one object.
public struct DetailedReply<Detail: WriteDetail>: Hashable, Sendable, Codable {
    public var write: WriteReply
    public var detail: Detail

    public init(_ write: WriteReply, _ detail: Detail) {
        self.write = write
        self.write.schema = Detail.schema
        self.detail = detail
    }

    public init(from decoder: any Decoder) throws {
        write = try WriteReply(from: decoder)
        detail = try Detail(from: decoder)
    }

    public func encode(to encoder: any Encoder) throws {
        try write.encode(to: encoder)
        try detail.encode(to: encoder)
    }
}

/// `zs log`.
public typealias LogReply = DetailedReply<EntryLogDetail>
/// `zs task submit|accept|return|waive`.
public typealias TaskActReply = DetailedReply<TaskActDetail>
/// `zs report freeze|reissue`.
public typealias ReportIssueReply = DetailedReply<ReportIssueDetail>
/// `zs profile apply`.
public typealias ProfileApplyReply = DetailedReply<ProfilePlanDetail>
/// `zs calendar import`.
public typealias CalendarImportReply = DetailedReply<CalendarImportDetail>
/// `zs clock advance|accept`.
public typealias ClockReply = DetailedReply<ClockDetail>
/// `zs import`, `zs import apply`.
public typealias ImportReply = DetailedReply<ImportDetail>
/// `zs undo|redo`.
public typealias UndoReply = DetailedReply<UndoDetail>
